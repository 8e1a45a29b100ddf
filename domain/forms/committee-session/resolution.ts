import * as z from 'zod/mini';
import { visible } from '../../languages/visible.ts';
import { cents } from '../../money/cents.ts';
import { isDin91379 } from '../../people/name.ts';
import { orRequired } from '../field.ts';

const strict = {
  error: (issue: { code?: string }) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type'),
};

const words = z
  .string(orRequired('wrong-type'))
  .check(z.trim(), z.minLength(1, 'required'), z.maxLength(3_000, 'too-long'), visible);

/** A committee has 15 to 25 members. */
const MOST_VOTES = 999;
const CONDITIONS = 30;

const count = z
  .int(orRequired('whole-number'))
  .check(z.nonnegative('whole-number'), z.maximum(MOST_VOTES, 'whole-number'));

/** How many voted how, and how many took no part because they are biased (§ 16 LKO). */
export const votes = z.strictObject({ yes: count, no: count, abstained: count, biased: count }, strict);

/** `deferred`: the case stays with the committee and is free for another session. */
export const outcomes = ['approved', 'changed', 'rejected', 'deferred'] as const;

/** What was resolved on one case. */
export const resolution = z.strictObject(
  {
    case: z.uuid('wrong-type'),
    outcome: z.enum(outcomes, orRequired('unknown-choice')),
    /** With `changed`: the most that may be granted in all (cents). */
    amount: z.optional(cents),
    /** With `changed`: what the grant is tied to beside the usual conditions. */
    conditions: z.optional(z.array(words, 'wrong-type').check(z.maxLength(CONDITIONS, 'too-many'))),
    votes: z.optional(votes),
    text: z.optional(words),
  },
  strict,
);
export type Resolution = z.infer<typeof resolution>;

/** Who decided in the committee's place: an office holder, named as in the minutes. */
export const decidedBy = z.string(orRequired('wrong-type')).check(
  z.trim(),
  z.minLength(1, 'required'),
  z.maxLength(100, 'too-long'),
  z.refine((name) => name.length > 100 || isDin91379(name), 'din-91379'),
);

/** What was resolved in a session: recorded once, never changed. */
export const sessionRecord = z.strictObject({
  resolutions: z.array(resolution),
  decidedBy: z.optional(decidedBy),
});
export type SessionRecord = z.infer<typeof sessionRecord>;
