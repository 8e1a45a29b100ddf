import type { Decision } from '../../../domain/api/portal.ts';
import { dateOf } from '../../../domain/calendar/due.ts';
import { standingOf } from '../../../domain/forms/behaviours.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import type { Agenda, AgendaItem } from '../../../domain/forms/committee-session/agenda.ts';
import { committeeSessionAnswers } from '../../../domain/forms/committee-session/answers.ts';
import type { SessionHead } from '../../../domain/forms/committee-session/particulars.ts';
import { recordIssues } from '../../../domain/forms/committee-session/record-rules.ts';
import type { SessionRecord } from '../../../domain/forms/committee-session/resolution.ts';
import type { Asker } from '../../../domain/people/asker.ts';
import { ConflictError, FieldsError, ForbiddenError } from '../../runtime/errors.ts';
import { issuesOf } from '../../runtime/http/parse-body.ts';
import { readHead } from '../../store/heads.ts';
import type { PortalDeps } from '../deps.ts';
import { readFacts } from '../sessions/case-facts.ts';
import { requireFields } from './allowed-fields.ts';
import { requireDeputy } from './deputy.ts';
import { requireFourEyes } from './four-eyes.ts';
import type { ReadParticulars } from './particulars.ts';

/** What must and may come with each action, beside `for`, in whose name it is done. */
const FIELDS = {
  convene: { must: ['saved'] },
  record: { must: ['resolutions'], may: ['decidedBy'] },
  reopen: {},
  cancel: {},
} as const;

const currentOf = ({ version, at }: SessionHead) => ({ version, at });

/** The cases of a session as they stand now; undefined for one that has left it. */
const casesOf = async ({ store }: PortalDeps, { id, about }: SessionHead) => {
  const all = await Promise.all(about.items.map((item) => readHead(store, item.case)));
  return all.map((now): BudgetHead | undefined =>
    now?.form === 'budget-application' && now.about.session === id ? now : undefined,
  );
};

/** What is convened: whole, and with nothing on it that the committee cannot resolve on. @throws FieldsError */
const agendaOf = async (deps: PortalDeps, head: SessionHead): Promise<Agenda> => {
  const { kind, on, items } = head.about;
  const parsed = committeeSessionAnswers.safeParse({ kind, on, items });
  if (!parsed.success) throw new FieldsError(issuesOf(parsed.error));
  const cases = await casesOf(deps, head);
  const facts = await Promise.all(cases.map((one) => one && readFacts(deps, one)));
  const gone = facts.flatMap((one, n) =>
    one ? [] : [{ path: ['items', n, 'case'], message: 'not-with-committee' }],
  );
  if (gone.length > 0) throw new FieldsError(gone);
  const all = parsed.data.items.flatMap((item, n): AgendaItem[] => {
    const one = facts[n];
    return one ? [{ ...one, public: item.public, ...(item.reason && { reason: item.reason }) }] : [];
  });
  const { kind: is, on: day } = parsed.data;
  const { authority, department } = (await deps.registers.county()).budget.notice;
  const convenedOn = dateOf(deps.clock.now());
  return { authority, department, kind: is, on: day, convenedOn, items: all };
};

/**
 * Four eyes hold for whoever answers the cases' steps here as for whoever acts on a case itself. While a case lies in a
 * session nobody acts on it without taking it out: who may record it stays so until the write.
 * @throws ForbiddenError
 */
const requireMayAnswer = async (
  deps: PortalDeps,
  cases: readonly (BudgetHead | undefined)[],
  asker: Asker,
) => {
  const county = await deps.registers.county();
  for (const one of cases) {
    if (!one) continue;
    requireFourEyes(one, 'record', asker, county);
    // Whoever acts for its provider has no part in it, whatever roles they have beside.
    if (!standingOf(asker, one)?.roles.includes('committee')) throw new ForbiddenError('other-role');
  }
};

/** @throws FieldsError, ForbiddenError, ConflictError before the day of the session */
const recordOf = async (
  deps: PortalDeps,
  head: SessionHead,
  { resolutions = [], decidedBy }: Decision,
  asker: Asker,
): Promise<SessionRecord> => {
  const { kind = 'session', on, items } = head.about;
  if (on && on > dateOf(deps.clock.now())) throw new ConflictError('session-ahead', currentOf(head));
  const cases = await casesOf(deps, head);
  await requireMayAnswer(deps, cases, asker);
  const record = { resolutions, ...(decidedBy !== undefined && { decidedBy }) };
  const recorded = items.map((item, n) => ({
    case: item.case,
    here: cases[n] !== undefined,
    applied: cases[n]?.about.applied ?? Number.MAX_SAFE_INTEGER,
  }));
  const issues = recordIssues(record, kind, recorded);
  if (issues.length > 0) throw new FieldsError(issues);
  return record;
};

/** Of a decision on a session: what it is convened with, or what was resolved. */
export const sessionParticulars: ReadParticulars<'committee-session'> = async (
  deps,
  decision,
  { head, asker },
) => {
  requireFields(decision, FIELDS);
  await requireDeputy(deps, decision, head, asker);
  // Nobody else convenes or records, and nobody learns from a refusal what stands in the way.
  if (!asker.roles.includes('committee')) throw new ForbiddenError('other-role');
  const brought = { for: decision.for };
  if (decision.action === 'convene') {
    if (decision.saved !== head.about.saved)
      throw new ConflictError('changed-meanwhile', { version: head.about.saved, at: head.at });
    return { ...brought, particulars: { agenda: await agendaOf(deps, head) } };
  }
  if (decision.action !== 'record') return { ...brought, particulars: {} };
  return { ...brought, particulars: { record: await recordOf(deps, head, decision, asker) } };
};
