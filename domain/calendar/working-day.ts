import { getHolidays } from 'feiertagejs';
import * as Day from 'temporal-polyfill/fns/PlainDate';
import { dayOf } from './day-of.ts';
import type { CalendarDate } from './period.ts';

const known = new Map<number, ReadonlySet<CalendarDate>>();

/**
 * Public holidays of Rheinland-Pfalz in a year. The library states each as noon in UTC, so that its UTC date is the day
 * whatever zone the process runs in; asked day by day it takes milliseconds, so a year is worked out once.
 */
const holidaysOf = (year: number): ReadonlySet<CalendarDate> => {
  const found =
    known.get(year) ?? new Set(getHolidays(year, 'RP').map(({ date }) => date.toISOString().slice(0, 10)));
  known.set(year, found);
  return found;
};

/** Monday to Friday and no public holiday of Rheinland-Pfalz (Feiertagsgesetz, LFtG § 2). */
export const isWorkingDay = (date: CalendarDate): boolean => {
  const day = dayOf(date);
  return Day.dayOfWeek(day) <= 5 && !holidaysOf(day.year).has(Day.toString(day));
};

/** The n-th working day after `date`; the day itself does not count (§ 187 Abs. 1 BGB). */
export const addWorkingDays = (date: CalendarDate, n: number): CalendarDate => {
  let day = dayOf(date);
  for (let left = n; left > 0; ) {
    day = Day.addDays(day, 1);
    if (isWorkingDay(Day.toString(day))) left -= 1;
  }
  return Day.toString(day);
};

/** The date itself, or the next working day after a Saturday, Sunday or holiday (§ 193 BGB). */
export const workingDayFrom = (date: CalendarDate): CalendarDate =>
  isWorkingDay(date) ? date : addWorkingDays(date, 1);

/** How many working days lie after `from` up to and including `to`: those that `addWorkingDays` steps on. */
export const workingDaysBetween = (from: CalendarDate, to: CalendarDate): number => {
  const last = dayOf(to);
  let count = 0;
  for (let day = Day.addDays(dayOf(from), 1); Day.compare(day, last) <= 0; day = Day.addDays(day, 1))
    if (isWorkingDay(Day.toString(day))) count += 1;
  return count;
};
