import * as Day from 'temporal-polyfill/fns/PlainDate';
import { dayOf } from '../../calendar/day-of.ts';
import type { CalendarDate } from '../../calendar/period.ts';
import type { Issue } from '../../languages/problem.ts';
import type { Provision } from '../../places/place.ts';
import { providersDuring } from '../../places/provision.ts';
import type { BudgetApplicationAnswers } from './answers.ts';

/**
 * Each Kita is run by the provider on every day of the period, by the register. A Kita that changes its provider is
 * applied for up to that day.
 * @param provider the id of the one who applies
 */
export const kitaIssues = (
  { kitas, period }: Pick<BudgetApplicationAnswers, 'kitas' | 'period'>,
  provider: string,
  provisions: readonly Provision[],
): Issue[] =>
  kitas.flatMap((kita, n) => {
    const all = providersDuring(kita, period, provisions);
    const isOwn = all.every((one) => one === provider);
    return isOwn ? [] : [{ path: ['kitas', n], message: 'foreign-kita' }];
  });

/** A version of the county's concept: the plan that money is granted by. */
export interface ConceptVersion {
  /** When the Jugendhilfeausschuss resolved it; a version without is a draft. */
  resolvedOn?: CalendarDate | undefined;
  /** The days for which it is valid, both included; without `to` until further notice. */
  from: CalendarDate;
  to?: CalendarDate | undefined;
}

/** Every day of the period has a version of the concept that the Jugendhilfeausschuss has resolved. */
export const conceptIssues = (
  { period }: Pick<BudgetApplicationAnswers, 'period'>,
  versions: readonly ConceptVersion[],
): Issue[] => {
  const resolved = versions
    .filter(({ resolvedOn }) => resolvedOn)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  let missing: CalendarDate = period.from;
  for (const { from, to } of resolved) {
    if (from > missing || (to && to < missing)) continue;
    if (!to || to >= period.to) return [];
    missing = Day.toString(Day.addDays(dayOf(to), 1));
  }
  return [{ path: ['concept'], message: 'no-concept' }];
};
