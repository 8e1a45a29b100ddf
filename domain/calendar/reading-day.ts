import { dateOf, timeOf } from './due.ts';
import type { CalendarDate, Instant } from './period.ts';
import { addWorkingDays, isWorkingDay } from './working-day.ts';

/** What a county says of the days and hours in which somebody reads; both days of a closure included. */
interface Hours {
  closures: readonly { from: CalendarDate; to: CalendarDate }[];
  /** HH:MM in Germany. */
  readsUntil: string;
}

/**
 * The next day on which somebody reads what is written now: a working day outside the county's closures, and today only
 * while its working hours last.
 */
export const readingDay = (at: Instant, { closures, readsUntil }: Hours): CalendarDate => {
  const isOpen = (day: CalendarDate) =>
    isWorkingDay(day) && !closures.some(({ from, to }) => from <= day && day <= to);
  const today = dateOf(at);
  let day = timeOf(at) < readsUntil ? today : addWorkingDays(today, 1);
  while (!isOpen(day)) day = addWorkingDays(day, 1);
  return day;
};
