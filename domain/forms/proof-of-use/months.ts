import * as Day from 'temporal-polyfill/fns/PlainDate';
import { dayOf } from '../../calendar/day-of.ts';
import type { CalendarDate } from '../../calendar/period.ts';

/**
 * How many months a stretch of one year has, in hundredths, each month by its own days, rounded half up once: from 15 March
 * to the end of the year 9.55.
 */
export const monthsOf = ({ from, to }: { from: CalendarDate; to: CalendarDate }): number => {
  let hundredths = 0;
  const last = dayOf(to);
  for (let day = dayOf(from); Day.compare(day, last) <= 0; day = Day.addDays(Day.endOfMonth(day), 1)) {
    const monthEnd = Day.endOfMonth(day);
    const until = Day.compare(monthEnd, last) < 0 ? monthEnd : last;
    hundredths += (100 * (until.day - day.day + 1)) / Day.daysInMonth(day);
  }
  return Math.round(hundredths);
};
