import * as z from 'zod/mini';
import { dateOf, endOf, lastDay } from '../calendar/due.ts';
import { type CalendarDate, type Instant, months } from '../calendar/period.ts';
import { addWorkingDays } from '../calendar/working-day.ts';

const monthCount = z.int().check(z.positive());

/** The county's configuration: how many months there are to object, with and without the instruction on remedies. */
export const objectionPeriods = z.strictObject({ instructed: monthCount, uninstructed: monthCount });
export type ObjectionPeriods = z.infer<typeof objectionPeriods>;

/** § 70 Abs. 1, § 58 Abs. 2 VwGO: one month, or a year where the notice lacks the instruction on remedies. */
export const OBJECTION_PERIODS: ObjectionPeriods = { instructed: 1, uninstructed: 12 };

/**
 * The last day on which an objection is in time (§§ 187–193 BGB).
 * @param announced the day on which the notice counts as announced, on whatever day of the week
 */
export const objectionEnds = (
  announced: CalendarDate,
  { instructed }: { instructed: boolean },
  periods: ObjectionPeriods = OBJECTION_PERIODS,
): CalendarDate => lastDay(announced, months(instructed ? periods.instructed : periods.uninstructed));

/**
 * Until when an objection can be entered: what lay in the letter box on the last day is entered on the next, and what came
 * before anybody had entered the posting, after that. Until then nothing is final.
 */
export const enteredUntil = (
  ends: CalendarDate,
  at: Instant,
  { objectionEntryDays }: { objectionEntryDays: number },
): Instant => {
  const today = dateOf(at);
  return endOf(addWorkingDays(today > ends ? today : ends, objectionEntryDays));
};
