import * as z from 'zod/mini';
import { visible } from '../../languages/visible.ts';
import { cents } from '../../money/cents.ts';
import { actor } from '../../submission/log.ts';
import { sessionKinds } from '../committee-session/reasons.ts';
import { outcomes, votes } from '../committee-session/resolution.ts';

const words = z
  .string('required')
  .check(z.trim(), z.minLength(1, 'required'), z.maxLength(3_000, 'too-long'), visible);

/** A field that a query opens, and why. */
export const queriedField = z.strictObject(
  {
    path: z.string('required').check(z.minLength(1, 'required'), z.maxLength(200, 'too-long')),
    reason: words,
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type') },
);

/** What is granted of each position and of training; third-party money is deducted from their sum (cents). */
export const grantedParts = z.strictObject(
  {
    positions: z.array(z.strictObject({ id: z.string(), amount: cents })),
    training: cents,
    thirdParty: cents,
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type') },
);
export type GrantedParts = z.infer<typeof grantedParts>;

/** What the committee resolved on an application; its words and conditions are the note's. */
export const resolvedInSession = z.strictObject({
  session: z.uuid(),
  kind: z.enum(sessionKinds),
  on: z.iso.date(),
  public: z.boolean(),
  outcome: z.enum(outcomes),
  amount: z.optional(cents),
  votes: z.optional(votes),
  /** Who decided in the committee's place, of an urgent decision. */
  decidedBy: z.optional(z.string()),
});

/**
 * What somebody said about an application in own words: it lies beside the head, never in the log. `n` counts from 1;
 * a note is never changed.
 */
export const note = z.strictObject({
  n: z.int(),
  at: z.string(),
  by: actor,
  /** In which step, and with which action. */
  step: z.string(),
  action: z.string(),
  text: z.optional(words),
  fields: z.optional(z.array(queriedField)),
  granted: z.optional(grantedParts),
  conditions: z.optional(z.array(words)),
  resolution: z.optional(resolvedInSession),
});
export type Note = z.infer<typeof note>;
