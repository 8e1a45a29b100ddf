import * as InTime from 'temporal-polyfill/fns/Instant';
import * as Zoned from 'temporal-polyfill/fns/ZonedDateTime';
import { dateOf, ZONE } from './due.ts';
import type { CalendarDate, Instant } from './period.ts';

/** A date as it stands in German letters (DIN 5008): `2027-01-31` is `31.01.2027`. */
export const writtenDate = (date: CalendarDate): string => date.split('-').toReversed().join('.');

/** A moment as it is written in Berlin, to the second: `12.10.2026, 10:15:07 Uhr`. */
export const writtenMoment = (at: Instant): string => {
  const inBerlin = Zoned.toString(InTime.toZonedDateTimeISO(InTime.fromString(at), ZONE));
  return `${writtenDate(dateOf(at))}, ${inBerlin.slice(11, 19)} Uhr`;
};
