import { getISO } from 'temporal-polyfill/fns/Calendar';
import * as Day from 'temporal-polyfill/fns/PlainDate';
import type { CalendarDate } from './period.ts';

/**
 * A date to count with. The calendar uses Temporal as functions, not as classes: bundles then carry a third of it.
 * @throws RangeError for what is no date
 */
export const dayOf = (date: CalendarDate): Day.Record => Day.fromString(date, getISO);
