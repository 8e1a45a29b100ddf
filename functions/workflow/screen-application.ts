import { dateOf } from '../../domain/calendar/due.ts';
import { isUnchangedContinuation } from '../../domain/forms/budget-application/continuation.ts';
import { unstaffedStep } from '../../domain/forms/budget-application/four-eyes.ts';
import { paidTo } from '../../domain/forms/budget-application/paid-to.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { standsInFor } from '../../domain/people/assignment.ts';
import type { County } from '../../domain/places/county.ts';
import { processOf } from '../../domain/submission/process-of.ts';
import { confirmedPayee } from '../cases/confirmed-payee.ts';
import { readVersion } from '../store/applications.ts';
import { listParty } from '../store/head-lists.ts';
import { budgetTask } from './budget-task.ts';
import type { WorkflowDeps } from './deps.ts';

/** The provider's applications, but for this one. */
const othersOf = async ({ store }: WorkflowDeps, { id, about }: BudgetHead): Promise<BudgetHead[]> => {
  const found: BudgetHead[] = [];
  let cursor: string | undefined;
  do {
    const page = await listParty(store, [{ provider: about.provider }], cursor);
    for (const one of page.items) if (one.form === 'budget-application' && one.id !== id) found.push(one);
    cursor = page.cursor;
  } while (cursor);
  return found;
};

const isGivenUp = ({ at }: BudgetHead) => at === 'withdrawn' || at === 'expired';

/** Grants of the year before that stand, and that no other application goes on from: one is continued once. */
const grantsBefore = async (deps: WorkflowDeps, head: BudgetHead): Promise<BudgetHead[]> => {
  const others = (await othersOf(deps, head)).filter((one) => !isGivenUp(one));
  const continued = new Set(others.map(({ about }) => about.continues));
  return others.filter(({ id, about }) => {
    const isGrant = about.approved !== undefined && about.decision?.kind === 'grant';
    // What was amended goes on as the last amendment says, which is an application like this one.
    const isLast = about.amended === undefined;
    return isGrant && isLast && about.year === head.about.year - 1 && !continued.has(id);
  });
};

/** Last year's grant that this application goes on from without a change, if there is one. */
const continuedGrant = async (deps: WorkflowDeps, head: BudgetHead): Promise<string | undefined> => {
  const sent = await readVersion(deps.store, head.id, head.about.sent);
  if (!sent) return undefined;
  for (const grant of await grantsBefore(deps, head)) {
    const granted = await readVersion(deps.store, grant.id, grant.about.sent);
    const payee = await confirmedPayee(deps.store, grant);
    if (granted && isUnchangedContinuation(paidTo(granted, payee), sent)) return grant.id;
  }
  return undefined;
};

const way = (first: string, { applied = 0 }: BudgetHead['about'], { budget }: County): string[] => [
  ...(first === 'completeness' ? ['completeness', 'opinion'] : [first].filter((one) => one !== 'decision')),
  'decision',
  ...(applied > budget.committeeAbove ? ['committee'] : []),
  'approval',
  'announce',
];

/** The step for which nobody would remain, however the ones before it are distributed. */
const unstaffed = async (
  { registers, clock }: WorkflowDeps,
  head: BudgetHead,
  first: string,
): Promise<string[]> => {
  const [county, people, { deputyships }] = await Promise.all([
    registers.county(),
    registers.people(),
    registers.responsibility(),
  ]);
  const today = dateOf(clock.now());
  const office = people
    // Whoever acts for the provider has no part in deciding.
    .filter(({ provider, roles }) => !(roles.includes('provider') && provider === head.about.provider))
    .map(({ id, roles }) => ({ id, roles, standsInFor: standsInFor(id, deputyships, today) }));
  const step = unstaffedStep(way(first, head.about, county), head.about.acted, {
    process: processOf(head),
    people: office,
    separate: county.budget.separate,
  });
  return step ? [step] : [];
};

/**
 * What is looked at once when an application was sent: does it only go on from last year's grant, and does somebody remain
 * for every step to come? Corrections go back to the whole check.
 */
export const screenApplication = budgetTask(async (deps, head) => {
  const { amends, sent } = head.about;
  if (amends?.exOfficio)
    return { outcome: 'filed', particulars: { unstaffed: await unstaffed(deps, head, 'decision') } };
  const continues = sent === 1 && !amends ? await continuedGrant(deps, head) : undefined;
  const first = continues ? 'continuation' : 'completeness';
  return {
    outcome: continues ? 'unchanged' : 'full',
    particulars: { unstaffed: await unstaffed(deps, head, first), continues },
  };
});
