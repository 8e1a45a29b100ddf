import * as Day from 'temporal-polyfill/fns/PlainDate';
import { dayOf } from '../calendar/day-of.ts';
import type { CalendarDate } from '../calendar/period.ts';
import type { Provision } from './place.ts';

/**
 * Who runs a Kita in a period, both days included, in order of time: the latest provision that has begun on its first day
 * and those that begin in it. The first is undefined while nobody has begun.
 */
export const providersDuring = (
  kita: string,
  { from, to }: { from: CalendarDate; to: CalendarDate },
  provisions: readonly Provision[],
): (string | undefined)[] => {
  const own = provisions.filter((one) => one.kita === kita).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const first = own.findLast((one) => one.from <= from);
  const others = own.filter((one) => from < one.from && one.from <= to);
  return [first?.provider, ...others.map(({ provider }) => provider)];
};

/** Who runs a Kita on a day. */
export const providerOn = (kita: string, on: CalendarDate, provisions: readonly Provision[]) =>
  providersDuring(kita, { from: on, to: on }, provisions)[0];

/** A Kita that a provider runs, and on which days; both included, without `to` until further notice. */
export interface Provided {
  kita: string;
  from: CalendarDate;
  to?: CalendarDate;
}

const dayBefore = (day: CalendarDate): CalendarDate => Day.toString(Day.subtractDays(dayOf(day), 1));

/** Every Kita that a provider runs or has run; one that came back to it has a span for each time. */
export const providedBy = (provider: string, provisions: readonly Provision[]): Provided[] =>
  [...new Set(provisions.map(({ kita }) => kita))].flatMap((kita) => {
    const own = provisions
      .filter((one) => one.kita === kita)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      // Who goes on running it has not begun anew.
      .filter((one, n, all) => all[n - 1]?.provider !== one.provider);
    return own.flatMap((one, n): Provided[] => {
      const next = own[n + 1];
      const span = { kita, from: one.from, ...(next && { to: dayBefore(next.from) }) };
      return one.provider === provider ? [span] : [];
    });
  });

/** Whether a span has every day of a period. */
export const covers = (
  { from, to }: Pick<Provided, 'from' | 'to'>,
  period: { from: CalendarDate; to: CalendarDate },
): boolean => from <= period.from && (to === undefined || period.to <= to);
