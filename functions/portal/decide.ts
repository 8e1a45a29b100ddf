import type { Decision } from '../../domain/api/portal.ts';
import { standingOf } from '../../domain/forms/behaviours.ts';
import type { Standing } from '../../domain/people/asker.ts';
import type { Role } from '../../domain/people/role.ts';
import { type Refusal, roleFor } from '../../domain/process/apply-act.ts';
import type { Head } from '../../domain/submission/head.ts';
import { processOf } from '../../domain/submission/process-of.ts';
import { askerOf, type KnownAsker, openFor } from '../cases/asker.ts';
import { decided, RefusedError } from '../cases/decide.ts';
import { whileOthersWrite } from '../cases/while-others-write.ts';
import { ConflictError, FieldsError, ForbiddenError, NotFoundError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { ConditionFailedError, changeHead } from '../store/heads.ts';
import { hasRole, standsIn } from '../store/role-conditions.ts';
import { isCaseWrite } from '../store/sessions.ts';
import { frameConflict } from './decisions/frame-conflict.ts';
import { particularsOf } from './decisions/particulars.ts';
import { paymentConflict } from './decisions/payment-conflict.ts';
import { proofConflict } from './decisions/proof-conflict.ts';
import type { PortalDeps } from './deps.ts';
import { submissionAnswer } from './submission-answer.ts';

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

/** A case left the session while somebody convened it: what they looked at is no longer so. */
const casesConflict = ({ form, version, at }: Head, { write }: ConditionFailedError) =>
  form === 'committee-session' && isCaseWrite(write)
    ? new ConflictError('changed-meanwhile', { version, at })
    : undefined;

/** In which of their roles somebody decides: the one that the process wants, if they have it. */
const actingAs = (head: Head, action: string, { roles }: Standing): Role => {
  const wanted = roleFor(processOf(head), head.at, action);
  return roles.find((role) => role === wanted) ?? (roles[0] as Role);
};

const conditionsOf = (deps: PortalDeps, asker: KnownAsker, as: Role, inFor: string | undefined) => {
  const deputyship = asker.deputyships.find((one) => one.person === inFor);
  return [
    hasRole(deps.store, asker.id, as),
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
    const county = await deps.registers.county();
    const at = deps.clock.now();
    let decidedOn: Head | undefined;
    try {
      const head = await whileOthersWrite(() =>
        changeHead(deps.store, seen.id, async (now) => {
          decidedOn = now;
          const standing = standingOf(asker, now);
          if (!standing && now.version === decision.version) throw new NotFoundError('not theirs any more');
          if (!standing || now.version !== decision.version || now.at !== decision.step)
            throw await conflict(deps, now);
          const as = actingAs(now, decision.action, standing);
          const { for: named, ...brought } = await particularsOf(deps, decision, { head: now, asker });
          const inFor = named ?? standing.for;
          try {
            const change = decided(deps.store, now, {
              act: { kind: 'action', step: decision.step, action: decision.action, as },
              by: { person: asker.id, ...(inFor && { for: inFor }) },
              at,
              county,
              ...brought,
            });
            return { ...change, with: [...change.with, ...conditionsOf(deps, asker, as, inFor)] };
          } catch (error) {
            throw error instanceof RefusedError ? refused(error.refusal, now) : error;
          }
        }),
      );
      if (!head) throw new NotFoundError('the case is gone');
      const standing = standingOf(asker, head);
      // Who gave the case away learns that it went, and nothing more of it.
      if (!standing) return { body: { id: head.id, at: head.at, version: head.version } };
      return { body: await submissionAnswer(deps, head, asker, standing) };
    } catch (error) {
      if (error instanceof ConditionFailedError)
        throw (
          (await frameConflict(deps, decidedOn ?? seen, error)) ??
          casesConflict(decidedOn ?? seen, error) ??
          paymentConflict(decidedOn ?? seen, error) ??
          proofConflict(decidedOn ?? seen, error) ??
          new ForbiddenError('forbidden')
        );
      throw error;
    }
  };
