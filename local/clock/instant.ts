import { Temporal } from 'temporal-polyfill';
import { ZONE } from '../../domain/calendar/due.ts';
import type { Instant } from '../../domain/calendar/period.ts';

/** Later than this no demonstration needs to look, and years of five digits do not sort as text. */
const LAST = '2100-01-01T00:00:00.000Z';

/**
 * An instant as somebody writes it: ISO 8601 with a zone (`2026-01-05T08:00:00Z`); without one it is the time in
 * Germany, and a date alone its first moment. Undefined when it is no time, or after the year 2099.
 */
export const readInstant = (text: string): Instant | undefined => {
  try {
    const instant = /(Z|[+-]\d{2}:?\d{2})$/i.test(text.slice(10))
      ? Temporal.Instant.from(text)
      : Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).toInstant();
    const iso = new Date(instant.epochMilliseconds).toISOString();
    return iso < LAST ? iso : undefined;
  } catch {
    return undefined;
  }
};

/** As people in Germany read it: Montag, 5. Januar 2026 um 08:00. */
export const inWords = (at: Instant): string =>
  new Intl.DateTimeFormat('de-DE', { dateStyle: 'full', timeStyle: 'short', timeZone: ZONE }).format(
    new Date(at),
  );

/** As `<input type="datetime-local">` wants it. */
export const forInput = (at: Instant): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** The same time of day in Germany, some days later. */
export const daysLater = (at: Instant, days: number): Instant =>
  new Date(Temporal.Instant.from(at).toZonedDateTimeISO(ZONE).add({ days }).epochMilliseconds).toISOString();
