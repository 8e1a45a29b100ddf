import * as z from 'zod/mini';
import { amounts } from '../budget/amounts.ts';
import { cents } from '../money/cents.ts';

/** Why a grant is amended. */
export const amendmentReasons = ['positions', 'tariff', 'vacancy', 'provider-changed', 'other'] as const;
export const amendmentReason = z.enum(amendmentReasons, 'unknown-choice');

/** A Kita for which the grant ends, and its last day with this provider. */
const kitaLeft = z.strictObject({ kita: z.string(), on: z.iso.date() });

/** What an application says of the grant that it is to amend. */
export const amends = z.strictObject({
  /** The application that was granted. */
  application: z.uuid(),
  reason: amendmentReason,
  /** From which day on something is otherwise. */
  from: z.optional(z.iso.date()),
  /** The office filed it, nobody applied for it. */
  exOfficio: z.optional(z.literal(true)),
  /** The tariff rise that it belongs to, and the hash of its rules: each grant takes part in a rise once. */
  rise: z.optional(z.strictObject({ id: z.uuid(), rules: z.string() })),
  /** Reason `provider-changed`. */
  left: z.optional(z.array(kitaLeft)),
  /** What the grant came to before. */
  before: amounts,
  /** What it comes to by now: before it is approved, the same. */
  stands: amounts,
  /** It was approved: the grant is another since. */
  effective: z.optional(z.literal(true)),
});
export type Amends = z.infer<typeof amends>;

/** An amendment that holds, as the head of the grant names it. */
export const amendedBy = z.strictObject({
  id: z.uuid(),
  reason: amendmentReason,
  from: z.optional(z.iso.date()),
  left: z.optional(z.array(kitaLeft)),
  at: z.iso.datetime({ precision: 3 }),
  /** What the grant comes to by it (cents). */
  total: cents,
  /** How much of that comes from the voluntary line, where it is any. */
  voluntary: z.optional(cents),
  /** The version of its answers that was granted, and the note with the parts of a partial grant. */
  version: z.int().check(z.positive()),
  note: z.int().check(z.nonnegative()),
});
export type AmendedBy = z.infer<typeof amendedBy>;
