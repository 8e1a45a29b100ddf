import * as z from 'zod/mini';

/** One wrong field: where, and a sentence in the reader's language. */
export const fieldError = z.object({ path: z.string(), message: z.string() });

/** RFC 9457 problem details; `errors` with 422, `current` with 409 (who was faster, and what stands now). */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.optional(z.array(fieldError)),
  current: z.optional(z.object({ version: z.int(), at: z.string(), by: z.optional(z.string()) })),
});
export type Problem = z.infer<typeof problem>;
