import * as z from 'zod/mini';

/** What a finance system calls its own booking: it stands in a key, so it is short and plain. */
export const bookingReference = z
  .string('required')
  .check(
    z.trim(),
    z.minLength(1, 'required'),
    z.maxLength(60, 'too-long'),
    z.regex(/^[A-Za-z0-9 ./_-]*$/, 'wrong-type'),
  );
