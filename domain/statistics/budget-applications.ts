import { totalOf } from '../budget/amounts.ts';
import { boundOf } from '../budget/holding.ts';
import type { Instant } from '../calendar/period.ts';
import { turnsUntil, workingDaysUsed } from '../calendar/turns.ts';
import { sideOf } from '../forms/budget-application/follow-dates.ts';
import type { BudgetHead } from '../forms/budget-application/particulars.ts';
import { addUp } from '../money/cents.ts';
import type { Process } from '../process/process.ts';
import { processOf } from '../submission/process-of.ts';
import type { BudgetStatistics } from './figures.ts';
import { spreadOf } from './spread.ts';

/** What is applied for: of an amendment only what is more than the grant has, which is counted with its own application. */
const appliedAnew = ({ applied = 0, amends }: BudgetHead['about']) =>
  amends ? Math.max(0, applied - totalOf(amends.before)) : applied;

const sumsOf = (heads: readonly BudgetHead[]) => ({
  count: heads.length,
  applied: addUp(heads.map(({ about }) => appliedAnew(about))),
  granted: addUp(heads.map(({ about }) => totalOf(boundOf(about.money)))),
});

/** The step in which a case was withdrawn: it was not done. */
const cutShort = ({ anytime = {} }: Process, { at, about }: BudgetHead): string | undefined =>
  Object.values(anytime).some(({ to }) => to === at) ? about.passed?.at(-1)?.step : undefined;

/** The days that each step of the office has taken, all its visits together, once it is done: a query only interrupts it. */
const stepDays = (head: BudgetHead): Map<string, number> => {
  const process = processOf(head);
  const { at, about } = head;
  const undone = [at, about.interrupted?.step, cutShort(process, head)];
  const days = new Map<string, number>();
  for (const { step, from, to } of about.passed ?? []) {
    if (undone.includes(step) || sideOf(process, step) !== 'office') continue;
    const used = workingDaysUsed([{ side: 'office', from, to }], 'office', to);
    days.set(step, (days.get(step) ?? 0) + used);
  }
  return days;
};

const officeDays = ({ about }: BudgetHead, until: Instant | undefined): number[] =>
  until ? [workingDaysUsed(turnsUntil(about.turns, until), 'office', until)] : [];

const grouped = <T>(all: readonly T[], nameOf: (one: T) => string): [string, T[]][] => [
  ...Map.groupBy(all, nameOf),
];

/** @param order of steps and states, as the process has them; what it does not know comes last */
const inOrder = (order: readonly string[]) => (a: string, b: string) => {
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return place(a) - place(b);
};

/**
 * The statistics of a year's applications; drafts are their providers' alone and not counted.
 * @param order steps and ends, as the newest process has them
 */
export const statisticsOf = (all: readonly BudgetHead[], order: readonly string[]): BudgetStatistics => {
  const heads = all.filter(({ about }) => about.sent > 0);
  const compare = inOrder(order);
  const steps = grouped(
    heads.flatMap((head) => [...stepDays(head)]),
    ([step]) => step,
  );
  return {
    ...sumsOf(heads),
    byState: grouped(heads, ({ at }) => at)
      .map(([at, those]) => ({ at, ...sumsOf(those) }))
      .sort((a, b) => compare(a.at, b.at)),
    days: {
      decision: spreadOf(heads.flatMap((head) => officeDays(head, head.about.approved?.at))),
      whole: spreadOf(heads.flatMap((head) => officeDays(head, head.endedAt))),
      steps: steps
        .map(([step, those]) => ({ step, ...spreadOf(those.map(([, days]) => days)) }))
        .sort((a, b) => compare(a.step, b.step)),
    },
  };
};
