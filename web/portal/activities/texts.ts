import activities from '../../../domain/languages/de/activities.json' with { type: 'json' };
import { speakerOf } from '../texts.ts';

/** The words of the pages of activities. */
export const { say } = speakerOf(activities);

const months = new Intl.DateTimeFormat('de-DE', { month: 'long', timeZone: 'UTC' });
/** The name of a month (YYYY-MM). */
export const monthText = (month: string): string => months.format(new Date(`${month}-15T12:00:00Z`));
export const monthYearText = (month: string): string => `${monthText(month)} ${month.slice(0, 4)}`;
