import fc from 'fast-check';
import { linesOf, plus } from '../../budget/amounts.ts';
import { NO_HOLDING } from '../../budget/holding.ts';
import { dateOf } from '../../calendar/due.ts';
import type { Instant } from '../../calendar/period.ts';
import type { Role } from '../../people/role.ts';
import type { Act } from '../../process/apply-act.ts';
import { isPersonStep, type Process } from '../../process/process.ts';
import type { Actor } from '../../submission/log.ts';
import type { Followed } from '../circumstances.ts';
import { aBudgetHead, followAct, type Given } from './a-budget-head.test-data.ts';
import type { BudgetHead, BudgetParticulars } from './particulars.ts';
import { budgetApplicationV1 } from './process.ts';

const process: Process = budgetApplicationV1;

/** What can happen to an application where it stands. */
const actsAt = (at: string): Act[] => {
  const step = process.steps[at];
  if (!step) return [];
  const results = Object.keys(step.then ?? {}).map((outcome): Act => ({ kind: 'result', step: at, outcome }));
  const anytime = Object.entries(process.anytime ?? {}).map(
    ([action, { by }]): Act => ({ kind: 'action', step: at, action, as: by as Role }),
  );
  if (!isPersonStep(step)) return [...results, ...anytime];
  const own = Object.keys(step.actions).map(
    (action): Act => ({ kind: 'action', step: at, action, as: step.by }),
  );
  return [...own, ...results, { kind: 'overdue', step: at }, ...anytime];
};

const reservedOf = ({ about }: BudgetHead) => {
  const { regular, voluntary } = linesOf(plus(about.money.reserved, about.money.committed));
  return regular + voluntary;
};

/** What a test chooses of a step: which act, by whom, after how long, and sums. */
interface Choice {
  which: number;
  /** Whether withdrawing is among it: else most cases would end early. */
  withdraws: boolean;
  person: string;
  for: string | undefined;
  hours: number;
  sum: number;
}

/** What must come with an act, as the functions bring it. */
const particularsFor = (head: BudgetHead, act: Act, { sum }: Choice, at: Instant): BudgetParticulars => {
  const note = { text: 'Ein Satz.' };
  const { applied = 0, fromVoluntary = 0 } = head.about;
  const granted = (amount: number) => ({ amount, voluntary: Math.min(fromVoluntary, amount) });
  const name = act.kind === 'action' ? act.action : act.kind === 'result' ? act.outcome : 'overdue';
  switch (`${act.step} ${name}`) {
    case 'draft submit':
    case 'queries correct': {
      const kitas = sum % 2 ? ['kita-1'] : ['kita-1', 'kita-3'];
      return { sent: { kitas, purpose: 'kita-social-work', applied: sum, electronicNotice: sum % 3 === 0 } };
    }
    case 'screen full':
      return { unstaffed: sum % 5 === 0 ? ['approval'] : [] };
    case 'screen unchanged':
      return { unstaffed: [], continues: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6c' };
    case 'waiting retry':
      return { voluntary: sum };
    case 'decision grant':
      return { note, decision: { kind: 'grant', ...granted(Math.min(applied, reservedOf(head))) } };
    case 'decision partial':
      return {
        note,
        decision: { kind: 'partial', ...granted(Math.min(Math.floor(applied / 2), reservedOf(head))) },
      };
    case 'decision refuse':
      return { note, decision: { kind: 'refuse', amount: 0, voluntary: 0 } };
    case 'committee approved':
    case 'committee changed':
    case 'committee rejected':
      return { note, resolution: { session: head.id, outcome: name as 'approved', amount: sum } };
    case 'approval approve':
      return { sha256: 'a'.repeat(64) };
    case 'announce post':
    case 'notifying post':
    case 'notifying notified':
      return { sentOn: dateOf(at) };
    case 'objection-period object':
    case 'objection-period waive':
      return { receivedOn: dateOf(at) };
    default:
      return name === 'query' ? { note: { fields: [{ path: 'goals', reason: 'Warum?' }] } } : { note };
  }
};

export interface Step extends Followed<BudgetHead> {
  before: BudgetHead;
  act: Act;
  at: Instant;
  by: Actor;
}

/** Time passes, but never beyond what falls due. */
const timeOf = (head: BudgetHead, act: Act, { hours }: Choice): Instant => {
  const last = [
    head.since,
    ...head.about.turns.map(({ from }) => from),
    ...head.about.acted.map(({ at }) => at),
  ]
    .sort()
    .at(-1);
  const later = new Date(Date.parse(last ?? head.since) + hours * 3_600_000).toISOString();
  if (!head.due) return later;
  return act.kind === 'overdue' || later >= head.due ? head.due : later;
};

const isWithdrawal = (act: Act) => act.kind === 'action' && process.anytime?.[act.action] !== undefined;

const stepOf = (before: BudgetHead, choice: Choice, rules: Given['rules']): Step | undefined => {
  const all = actsAt(before.at);
  const acts = choice.withdraws ? all : all.filter((act) => !isWithdrawal(act));
  const act = acts[choice.which % Math.max(1, acts.length)];
  if (!act) return undefined;
  const at = timeOf(before, act, choice);
  const person: Actor = { person: choice.person, ...(choice.for && { for: choice.for }) };
  const by: Actor = act.kind === 'action' ? person : { system: true };
  const particulars = particularsFor(before, act, choice, at);
  return { before, act, at, by, ...followAct(before, act, { at, by, particulars, ...(rules && { rules }) }) };
};

const people = ['anna', 'berta', 'cora', 'dora'];
const choice: fc.Arbitrary<Choice> = fc.record({
  // The first act of a step leads on; without it most cases would go round in circles.
  which: fc.oneof(fc.constant(0), fc.nat(1_000)),
  withdraws: fc.nat(9).map((n) => n === 0),
  person: fc.constantFrom(...people),
  for: fc.option(fc.constantFrom(...people), { nil: undefined, freq: 3 }),
  hours: fc.nat(400),
  sum: fc.oneof(fc.nat(1_000), fc.nat(20_000_000)),
});

/** A draft that nothing has happened to. */
const aDraft = aBudgetHead({
  at: 'draft',
  visit: 1,
  version: 1,
  since: '2026-02-02T09:00:00.000Z',
  due: '2026-08-03T22:00:00.000Z',
  log: { n: 1, hash: 'hash' },
  about: {
    sent: 0,
    sentBy: undefined,
    applied: undefined,
    money: NO_HOLDING,
    turns: [],
  },
});

/** What may happen to an application from its draft on, in whatever order the process allows. */
export const anyWalk: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.array(choice, { minLength: 1, maxLength: 40, size: 'max' }),
    fc.record({
      mode: fc.constantFrom('notice' as const, 'allotment' as const),
      queryDays: fc.integer({ min: 1, max: 40 }),
    }),
  )
  .map(([choices, rules]) => {
    const steps: Step[] = [];
    for (const one of choices) {
      const next = stepOf(steps.at(-1)?.head ?? aDraft, one, rules);
      if (!next) break;
      steps.push(next);
    }
    return steps;
  });
