import { dateOf, daysLater, lastDay, startOf } from './due.ts';
import { type CalendarDate, days, type Instant } from './period.ts';

/** An applicant is reminded a week before the time of an answer is over. */
const REMINDER = 7;

/**
 * Until when somebody outside may answer who has so many days, and when they are reminded of it. Where there is not a week,
 * the reminder comes with the last day: never when it is over.
 */
export const answerDates = (at: Instant, allowed: number): { answerBy: CalendarDate; due: Instant } => {
  const answerBy = lastDay(dateOf(at), days(allowed));
  const weekBefore = startOf(daysLater(answerBy, -REMINDER));
  return { answerBy, due: weekBefore > at ? weekBefore : startOf(answerBy) };
};
