/** A length of time as the rules state it. Working days know the public holidays; months follow § 188 BGB. */
export type Period = { workingDays: number } | { days: number } | { months: number };

export const workingDays = (n: number): Period => ({ workingDays: n });
export const days = (n: number): Period => ({ days: n });
/** A period of weeks ends on the same weekday (§ 188 Abs. 2 BGB): as many days. */
export const weeks = (n: number): Period => days(7 * n);
export const months = (n: number): Period => ({ months: n });

/** An instant as ISO 8601 in UTC with milliseconds, so that text order is time order. */
export type Instant = string;

/** A calendar date in Europe/Berlin, YYYY-MM-DD. */
export type CalendarDate = string;
