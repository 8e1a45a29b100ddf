import type { Decision } from '../../domain/api/portal.ts';
import type { Standing } from '../../domain/forms/contact-request/access.ts';
import { standingOf } from '../../domain/forms/contact-request/access.ts';
import type { Refusal } from '../../domain/process/apply-act.ts';
import { ownEntry } from '../../domain/process/process.ts';
import type { Head } from '../../domain/submission/head.ts';
import { actorOf, askerOf, type KnownAsker, openFor } from '../cases/asker.ts';
import { decided, RefusedError } from '../cases/decide.ts';
import { ConflictError, FieldsError, ForbiddenError, NotFoundError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { ConditionFailedError, changeHead } from '../store/heads.ts';
import { hasRole, standsIn } from '../store/role-conditions.ts';
import type { PortalDeps } from './deps.ts';
import { submissionAnswer } from './submission-item.ts';

const REQUIRED: Record<string, 'reason' | 'assignTo' | 'outcome'> = {
  pass: 'reason',
  assign: 'assignTo',
  close: 'outcome',
};

const checkParticulars = async (
  { registers }: PortalDeps,
  decision: Decision,
  { head, assigner }: { head: Head; assigner: string },
) => {
  const required = ownEntry(REQUIRED, decision.action);
  if (required && !decision[required]) throw new FieldsError([{ path: [required], message: 'required' }]);
  for (const field of ['reason', 'assignTo', 'outcome'] as const) {
    if (decision[field] && field !== required)
      throw new FieldsError([{ path: [field], message: 'unknown-field' }]);
  }
  if (!decision.assignTo) return;
  const person = (await registers.people()).find(({ id }) => id === decision.assignTo);
  // Nobody takes a case back and gives it to themselves, whatever roles they have.
  const fits =
    person?.roles.includes('social-worker') && !head.excluded.includes(person.id) && person.id !== assigner;
  if (!fits) throw new FieldsError([{ path: ['assignTo'], message: 'unknown-choice' }]);
};

/** How it stands now and who was faster, for the one who came too late. */
const conflict = async ({ registers }: PortalDeps, now: Head) => {
  const { decidedBy } = now;
  const id = decidedBy && 'person' in decidedBy ? decidedBy.person : undefined;
  const by = (await registers.people()).find((person) => person.id === id)?.name;
  return new ConflictError('faster', { version: now.version, at: now.at, ...(by && { by }) });
};

const refused = (refusal: Refusal, now: Head) => {
  if (refusal === 'other-role') return new ForbiddenError('other-role');
  if (refusal === 'ended') return new ConflictError('ended', { version: now.version, at: now.at });
  return new FieldsError([{ path: ['action'], message: 'unknown-choice' }]);
};

const conditionsOf = (deps: PortalDeps, asker: KnownAsker, standing: Standing) => {
  const inFor = standing.as === 'social-worker' ? standing.for : undefined;
  const deputyship = asker.deputyships.find((one) => one.person === inFor);
  return [
    hasRole(deps.store, asker.id, standing.as),
    ...(deputyship ? [standsIn(deps.store, { ...deputyship, deputy: asker.id })] : []),
  ];
};

/** `POST /api/submissions/{id}/decisions`: whoever reads the version first decides; who comes too late sees who did. */
export const decide =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const decision = request.body as Decision;
    const asker = await askerOf(deps, request);
    const { head: seen } = await openFor(deps, asker, request.params.id);
    const { contactRetentionMonths: retentionMonths } = await deps.registers.county();
    const at = deps.clock.now();
    try {
      const head = await changeHead(deps.store, seen.id, async (now) => {
        const standing = standingOf(asker, now);
        if (!standing && now.version === decision.version) throw new NotFoundError('not theirs any more');
        if (!standing || now.version !== decision.version || now.at !== decision.step)
          throw await conflict(deps, now);
        await checkParticulars(deps, decision, { head: now, assigner: asker.id });
        try {
          const change = decided(deps.store, now, {
            act: { kind: 'action', step: decision.step, action: decision.action, as: standing.as },
            by: actorOf(asker, standing),
            at,
            retentionMonths,
            particulars: { assignTo: decision.assignTo, outcome: decision.outcome },
            reason: decision.reason ?? decision.outcome,
          });
          return { ...change, with: [...change.with, ...conditionsOf(deps, asker, standing)] };
        } catch (error) {
          throw error instanceof RefusedError ? refused(error.refusal, now) : error;
        }
      });
      if (!head) throw new NotFoundError('the case is gone');
      const standing = standingOf(asker, head);
      // Who gave the case away learns that it went, and nothing more of it.
      if (!standing) return { body: { id: head.id, at: head.at, version: head.version } };
      return { body: await submissionAnswer(deps.registers, head, asker.id, standing) };
    } catch (error) {
      if (error instanceof ConditionFailedError) throw new ForbiddenError('forbidden');
      throw error;
    }
  };
