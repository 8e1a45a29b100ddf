import { spokenLocale } from '../../languages/messages.ts';

const ZONE = 'Europe/Berlin';
const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(spokenLocale(), options);

/** A calendar date (YYYY-MM-DD) in words. */
export const dayInWords = (date: string): string =>
  format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T12:00:00Z`),
  );

/** An instant as day and time in Germany. */
export const instantInWords = (at: string): string =>
  format({ dateStyle: 'long', timeStyle: 'short', timeZone: ZONE }).format(new Date(at));

/** Today in Germany, YYYY-MM-DD. */
export const today = (): string => new Intl.DateTimeFormat('sv', { timeZone: ZONE }).format(new Date());
