import * as z from 'zod/mini';

/** Who did something: a person of the register (perhaps for another), the family, or the system itself. */
export const actor = z.union([
  z.strictObject({ person: z.string(), for: z.optional(z.string()) }),
  z.strictObject({ family: z.literal(true) }),
  z.strictObject({ system: z.literal(true) }),
]);
export type Actor = z.infer<typeof actor>;

/** One entry of a submission's log: append only, each carries the hash of the one before. No content, ever. */
export const logEntry = z.strictObject({
  n: z.int(),
  at: z.string(),
  by: actor,
  /** What was done: an action, or one of the events named in languages/<language>/portal.json under `log`. */
  what: z.string(),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  /** Ids only: the person to whom a case went, the message that was read. */
  ref: z.optional(z.string()),
  /** A reason by its code; whatever somebody writes in own words is sealed, never logged. */
  reason: z.optional(z.string().check(z.regex(/^[a-z0-9-]+$/))),
  /** Hash of the entry before; of the first, the empty string. */
  previous: z.string(),
  hash: z.string(),
});
export type LogEntry = z.infer<typeof logEntry>;
