import * as z from 'zod/mini';
import { nonPublicReasons, sessionKinds } from './reasons.ts';

const instant = z.iso.datetime({ precision: 3 });
const count = z.int().check(z.nonnegative());

/** What became of an item: the case was answered, stays with the committee, or had left it before. */
export const itemResults = ['answered', 'deferred', 'left'] as const;
export type ItemResult = (typeof itemResults)[number];

/** A case on a session's agenda. */
export const sessionItem = z.strictObject({
  case: z.uuid(),
  public: z.optional(z.boolean()),
  reason: z.optional(z.enum(nonPublicReasons)),
});

/** What a session's head says: when it is, on which cases, and what became of each. What was resolved lies beside it. */
export const sessionAbout = z.strictObject({
  kind: z.optional(z.enum(sessionKinds)),
  on: z.optional(z.iso.date()),
  items: z.array(sessionItem),
  /** Counts the saved states of what is being prepared. */
  saved: count,
  savedBy: z.string(),
  savedAt: instant,
  /** How often it was convened: the agenda with this number holds. */
  convened: count,
  /** Who recorded the resolutions, and when. */
  recorded: z.optional(z.strictObject({ person: z.string(), for: z.optional(z.string()), at: instant })),
  carried: z.optional(z.array(z.strictObject({ case: z.uuid(), result: z.enum(itemResults) }))),
});
export type SessionAbout = z.infer<typeof sessionAbout>;
