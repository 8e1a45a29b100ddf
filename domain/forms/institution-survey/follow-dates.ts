import { daysLater, endOf, startOf } from '../../calendar/due.ts';
import type { CalendarDate, Instant } from '../../calendar/period.ts';
import type { Position } from '../../process/apply-act.ts';

/** So many days before the end who has not answered is reminded. */
const REMINDED_BEFORE = 7;

/**
 * When a form that is being filled in is looked at next: a week before its end to remind, then at its end. A form that has
 * less than a week is not reminded; one that gets more time is reminded before its new end.
 */
export const fillDates = (until: CalendarDate, now: Instant): Required<Pick<Position, 'due' | 'missed'>> => {
  const reminder = startOf(daysLater(until, -REMINDED_BEFORE));
  return reminder > now ? { due: reminder, missed: 0 } : { due: endOf(until), missed: 1 };
};
