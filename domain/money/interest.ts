import * as Day from 'temporal-polyfill/fns/PlainDate';
import { dayOf } from '../calendar/day-of.ts';
import type { CalendarDate } from '../calendar/period.ts';
import { type Cents, fromExact, toExact } from './cents.ts';
import { plus, type Ratio, ratio, times } from './ratio.ts';

/** The base rate (§ 247 BGB) from a day on, in basis points a year; it has been negative for years. */
export interface BaseRate {
  from: CalendarDate;
  rate: number;
}

export interface InterestRule {
  /** Basis points above the base rate: § 50 Abs. 2a SGB X and § 49a Abs. 3 VwVfG want 500. */
  points: number;
  baseRates: readonly BaseRate[];
}

const rateOn = (day: CalendarDate, { points, baseRates }: InterestRule): number => {
  const valid = baseRates.filter(({ from }) => from <= day).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (!valid) throw new RangeError('no base rate is known for this day');
  return Math.max(0, valid.rate + points);
};

/** A day's part of the year's interest: a year has 365 days, or 366. */
const partOf = (day: Day.Record, rule: InterestRule): Ratio =>
  times(ratio(rateOn(Day.toString(day), rule), 10_000), ratio(1, Day.daysInYear(day)));

const NOTHING = ratio(0, 1);

/**
 * Interest by the day, both days included, on an amount that stays the same; rounded half up to the cent, once.
 * @returns 0 when the last day lies before the first
 * @throws RangeError for a day before the first known base rate
 */
export const interestOf = (
  amount: Cents,
  { from, to }: { from: CalendarDate; to: CalendarDate },
  rule: InterestRule,
): Cents => {
  const last = dayOf(to);
  // Days of one year at one rate are added as one: fractions would grow with every day.
  const days = new Map<string, { part: Ratio; count: bigint }>();
  for (let day = dayOf(from); Day.compare(day, last) <= 0; day = Day.addDays(day, 1)) {
    const part = partOf(day, rule);
    const key = `${part.numerator}/${part.denominator}`;
    days.set(key, { part, count: (days.get(key)?.count ?? 0n) + 1n });
  }
  const { numerator, denominator } = [...days.values()].reduce(
    (sum, { part, count }) => plus(sum, times(part, ratio(count, 1))),
    NOTHING,
  );
  return fromExact((2n * toExact(amount) * numerator + denominator) / (2n * denominator));
};
