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
