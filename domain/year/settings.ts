import * as z from 'zod/mini';
import { unsettledReasons } from './unsettled.ts';

/** How a county closes a year. */
export const closingSettings = z.strictObject({
  /** What may still be open when a year is closed; in a closed year it cannot be booked any more. */
  despite: z.array(z.enum(unsettledReasons)),
  /** What of the county's own money goes on to the next year: what is left of the voluntary line, of all of it, or nothing. */
  carryOver: z.enum(['none', 'voluntary', 'county']),
});
export type ClosingSettings = z.infer<typeof closingSettings>;

/** A year is closed when everything is settled, and nothing is carried over. */
export const CLOSING_DEFAULTS: ClosingSettings = { despite: [], carryOver: 'none' };
