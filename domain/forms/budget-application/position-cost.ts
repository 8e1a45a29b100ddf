import * as Day from 'temporal-polyfill/fns/PlainDate';
import { dayOf } from '../../calendar/day-of.ts';
import type { CalendarDate } from '../../calendar/period.ts';
import type { Cents } from '../../money/cents.ts';
import { partHalfUp, ratio } from '../../money/ratio.ts';
import { FULL_WEEK } from './fields.ts';

/** What a dated part of a position costs; both days included. */
export interface Segment {
  /** What it would cost in the full year. */
  annualCost: Cents;
  from: CalendarDate;
  to: CalendarDate;
}

/**
 * The cost of a segment by the day: days / days of the year of the annual cost, half a cent rounded up, once.
 * @returns undefined when the segment ends before it begins, or in another year: it then has no cost
 * @throws RangeError for what is no date or no amount
 */
export const segmentCost = ({ annualCost, from, to }: Segment): Cents | undefined => {
  const [first, last] = [dayOf(from), dayOf(to)];
  const days = Day.dayOfYear(last) - Day.dayOfYear(first) + 1;
  if (first.year !== last.year || days < 1) return undefined;
  return partHalfUp(annualCost, ratio(days, Day.daysInYear(first)));
};

/**
 * What a segment would cost in the full year if it is to cost this sum: the reverse of `segmentCost`, which gives the sum again to
 * the cent, because a year has at least as many days as the segment.
 * @throws RangeError for a segment that ends before it begins, or in another year
 */
export const annualCostOf = (cost: Cents, { from, to }: Omit<Segment, 'annualCost'>): Cents => {
  const [first, last] = [dayOf(from), dayOf(to)];
  const days = Day.dayOfYear(last) - Day.dayOfYear(first) + 1;
  if (first.year !== last.year || days < 1) throw new RangeError('no segment of a year');
  return partHalfUp(cost, ratio(Day.daysInYear(first), days));
};

/**
 * Weekly hours as full-time equivalents (VZÄ), in hundredths, half a hundredth rounded up.
 * @param hours, @param fullWeek hundredths of hours: 39 h are 3,900 and 1.00 FTE unless the county says otherwise
 */
export const fteOf = (hours: number, fullWeek = FULL_WEEK): number =>
  Math.floor((200 * hours + fullWeek) / (2 * fullWeek));
