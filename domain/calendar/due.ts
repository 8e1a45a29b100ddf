import * as InTime from 'temporal-polyfill/fns/Instant';
import * as Day from 'temporal-polyfill/fns/PlainDate';
import * as Time from 'temporal-polyfill/fns/PlainTime';
import * as Zoned from 'temporal-polyfill/fns/ZonedDateTime';
import { dayOf } from './day-of.ts';
import type { CalendarDate, Instant, Period } from './period.ts';
import { addWorkingDays, workingDayFrom } from './working-day.ts';

/** The authority's time zone: every legal day begins and ends there. */
export const ZONE = 'Europe/Berlin';

const inZone = (at: Instant) => InTime.toZonedDateTimeISO(InTime.fromString(at), ZONE);

export const dateOf = (at: Instant): CalendarDate => Day.toString(Zoned.toPlainDate(inZone(at)));

/** What the clocks show, HH:MM. */
export const timeOf = (at: Instant): string => Time.toString(Zoned.toPlainTime(inZone(at))).slice(0, 5);

/** A day so many calendar days after another. */
export const daysLater = (date: CalendarDate, n: number): CalendarDate =>
  Day.toString(Day.addDays(dayOf(date), n));

/** The first instant of a day in Berlin. */
export const startOf = (date: CalendarDate): Instant =>
  new Date(Day.toZonedDateTime(dayOf(date), ZONE).epochMilliseconds).toISOString();

/** The midnight (Berlin) that ends a day. */
export const endOf = (date: CalendarDate): Instant => startOf(daysLater(date, 1));

/**
 * The last day of a period that begins with an event on `from` (§ 187 Abs. 1, § 188 BGB): a month without that day ends
 * on its last one, and an end on a Saturday, Sunday or holiday moves to the next working day (§ 193 BGB).
 */
export const lastDay = (from: CalendarDate, period: Period): CalendarDate => {
  if ('workingDays' in period) return addWorkingDays(from, period.workingDays);
  const first = dayOf(from);
  const last = 'days' in period ? Day.addDays(first, period.days) : Day.addMonths(first, period.months);
  return workingDayFrom(Day.toString(last));
};

/** The instant at which a period is over: the midnight (Berlin) that ends its last day. */
export const dueAfter = (at: Instant, period: Period): Instant => endOf(lastDay(dateOf(at), period));

/** The last day before an instant that ends a period: what people call the date, for a midnight that ends it. */
export const dayBefore = (end: Instant): CalendarDate => dateOf(new Date(Date.parse(end) - 1).toISOString());

/**
 * When a retention period is over and what it protected must go: calendar months, with no move to a working day,
 * because keeping longer than promised serves nobody.
 */
export const retentionEnds = (at: Instant, months: number): Instant =>
  endOf(Day.toString(Day.addMonths(dayOf(dateOf(at)), months)));
