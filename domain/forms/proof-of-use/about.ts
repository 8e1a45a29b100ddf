import * as z from 'zod/mini';
import { amounts } from '../../budget/amounts.ts';
import { cents } from '../../money/cents.ts';
import { deedDone } from '../budget-application/about.ts';
import { purposes } from '../budget-application/purposes.ts';
import { claim, claimKinds } from './claim.ts';

const instant = z.iso.datetime({ precision: 3 });
const date = z.iso.date();
const count = z.int().check(z.nonnegative());
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const announcement = z.strictObject({
  by: z.enum(['post', 'electronic']),
  sentOn: date,
  announcedOn: date,
  objectionEnds: date,
  /** The day by which the money must be there. */
  payBy: date,
});

/** What a proof of use's head says: for which grant, where it stands, how much. What was written lies beside it. */
export const proofAbout = z.strictObject({
  application: z.uuid(),
  provider: z.string(),
  year: z.int(),
  purpose: z.optional(z.enum(purposes)),
  /** The file number of the grant. */
  fileNumber: z.string(),
  /** The day by which it must be filed. */
  fileBy: date,
  /** The last day of a grant that ended because its last Kita changed its provider. */
  closedOn: z.optional(date),
  /** Counts the saved states of what is being written; `sent` the versions that were submitted and never change. */
  saved: count,
  savedBy: z.optional(z.string()),
  savedAt: z.optional(instant),
  sent: count,
  /** What the version that was sent last states as spent, less third-party money. */
  stated: z.optional(cents),
  /** Whether whoever filed it has agreed to notices through the portal's mailbox. */
  electronicNotice: z.optional(z.boolean()),
  reopened: z.optional(z.array(z.string())),
  answerBy: z.optional(date),
  notes: count,
  acted: z.array(deedDone),
  /** What the provider is heard on. */
  intended: z.optional(z.strictObject({ kind: z.enum(claimKinds), recognised: cents, note: count })),
  heard: z.optional(z.boolean()),
  claim: z.optional(claim),
  /** The document that somebody may approve, and may approve only on this day. */
  notice: z.optional(z.strictObject({ sha256, for: z.string(), on: date })),
  approved: z.optional(z.strictObject({ sha256, by: z.string(), at: instant })),
  /** The day on which the mail about the notice was accepted for delivery: the proof of notification. */
  notified: z.optional(date),
  announced: z.optional(announcement),
  /** Notices that an objection has overtaken, oldest first. */
  earlier: z.optional(z.array(z.strictObject({ sha256, announced: announcement }))),
  objectedOn: z.optional(date),
  waivedOn: z.optional(date),
  /** The booking of the finance system by which the money was found to be there, and its day. */
  repaid: z.optional(z.strictObject({ reference: z.string(), on: date })),
  /** How it ended: what was accepted of what was paid, and what came back. */
  result: z.optional(z.strictObject({ on: date, accepted: amounts, returned: amounts, released: amounts })),
  turns: z.array(
    z.strictObject({ side: z.enum(['office', 'applicant']), from: instant, to: z.optional(instant) }),
  ),
});
export type ProofAbout = z.infer<typeof proofAbout>;
