import { say } from '../texts.ts';

const inGerman = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });

/** Working days as people say them; a median may be half a day. */
export const daysText = (days: number | undefined): string =>
  days === undefined
    ? '–'
    : say(days === 1 ? 'statistics.day' : 'statistics.value', { days: inGerman.format(days) });
