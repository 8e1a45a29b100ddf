import * as z from 'zod/mini';
import { visible } from '../languages/visible.ts';
import { actor } from '../submission/log.ts';
import { booking } from './booking.ts';

const instant = z.iso.datetime({ precision: 3 });

/** Why a booking is clarified, in own words. */
export const clarification = z.strictObject({
  reason: z
    .string('required')
    .check(z.trim(), z.minLength(1, 'required'), z.maxLength(500, 'too-long'), visible),
});

/** A booking that changed nothing, until somebody says what became of it, or it is entered after all. */
export const unclearBooking = z.extend(booking, {
  /** Follows from what the file says: the same booking is the same one, in whatever file it comes. */
  id: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** Why it changed nothing, when it came first; and the file. */
  result: z.string(),
  import: z.uuid(),
  at: instant,
  by: actor,
  state: z.enum(['open', 'clarified']),
  /** Who clarified it, and why; the system where it was entered after all. */
  answered: z.optional(
    z.strictObject({ at: instant, by: actor, reason: z.optional(clarification.shape.reason) }),
  ),
});
export type UnclearBooking = z.infer<typeof unclearBooking>;
