import { isHoliday } from 'feiertagejs';
import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from './period.ts';

/** The library compares with local dates: noon keeps the day whatever zone the process runs in. */
const holidayInRheinlandPfalz = (day: Temporal.PlainDate): boolean =>
  isHoliday(new Date(day.year, day.month - 1, day.day, 12), 'RP');

/** Monday to Friday and no public holiday of Rheinland-Pfalz (Feiertagsgesetz, LFtG § 2). */
export const isWorkingDay = (date: CalendarDate): boolean => {
  const day = Temporal.PlainDate.from(date);
  return day.dayOfWeek <= 5 && !holidayInRheinlandPfalz(day);
};

/** The n-th working day after `date`; the day itself does not count (§ 187 Abs. 1 BGB). */
export const addWorkingDays = (date: CalendarDate, n: number): CalendarDate => {
  let day = Temporal.PlainDate.from(date);
  for (let left = n; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day.toString())) left -= 1;
  }
  return day.toString();
};

/** The date itself, or the next working day after a Saturday, Sunday or holiday (§ 193 BGB). */
export const workingDayFrom = (date: CalendarDate): CalendarDate =>
  isWorkingDay(date) ? date : addWorkingDays(date, 1);
