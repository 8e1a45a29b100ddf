import * as z from 'zod/mini';
import { dateOf } from '../calendar/due.ts';
import type { CalendarDate, Instant } from '../calendar/period.ts';

/** What a finance system calls its own booking: it stands in a key, so it is short and plain. */
export const bookingReference = z
  .string('required')
  .check(
    z.trim(),
    z.minLength(1, 'required'),
    z.maxLength(60, 'too-long'),
    z.regex(/^[A-Za-z0-9 ./_-]*$/, 'wrong-type'),
  );

/** A booking as the finance system's file says it: which of our orders it means, how much, when, and whether it was paid or came back. */
export const booking = z.strictObject({
  reference: z.string(),
  /** As it stands in the file: whether it is one of ours is found out when it is booked. */
  number: z.string(),
  /** Cents. */
  amount: z.int().check(z.nonnegative()),
  on: z.iso.date(),
  kind: z.enum(['paid', 'returned']),
});
export type Booking = z.infer<typeof booking>;

/** What is wrong with the day of a booking: nothing is booked in the future, or before its order was handed over. */
export const bookedOnIssue = (
  on: CalendarDate,
  { exportedAt }: { exportedAt?: Instant | undefined },
  today: CalendarDate,
): 'date-future' | 'date-too-early' | undefined => {
  if (on > today) return 'date-future';
  return exportedAt && on < dateOf(exportedAt) ? 'date-too-early' : undefined;
};
