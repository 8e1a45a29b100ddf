import * as z from 'zod/mini';
import { amendedBy, amends } from '../../amendments/amends.ts';
import { amounts } from '../../budget/amounts.ts';
import { holding } from '../../budget/holding.ts';
import { attachment } from '../../files/attachment.ts';
import { cents } from '../../money/cents.ts';
import { grant } from '../../payments/grant.ts';
import { purposes } from './purposes.ts';

const instant = z.iso.datetime({ precision: 3 });
const date = z.iso.date();
const count = z.int().check(z.nonnegative());
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Who did which step when, and for whom they stood in: four eyes are told by it. */
export const deedDone = z.strictObject({
  person: z.string(),
  for: z.optional(z.string()),
  step: z.string(),
  action: z.string(),
  at: instant,
});
export type DeedDone = z.infer<typeof deedDone>;

/** The draft of the decision, or the decision: what of the sum applied for, from which line, and where its words stand. */
export const decisionDraft = z.strictObject({
  kind: z.enum(['grant', 'partial', 'refuse']),
  /** Granted in all, and how much of it from the county's voluntary line; 0 when refused. */
  amount: cents,
  voluntary: cents,
  /** Number of the note with reasons, conditions and the amounts of single positions. */
  note: count,
});
export type DecisionDraft = z.infer<typeof decisionDraft>;

/** How and when the notice left the house, and until when one may object. */
const announcement = z.strictObject({
  by: z.enum(['post', 'electronic']),
  sentOn: date,
  announcedOn: date,
  objectionEnds: date,
});

/** What a budget application's head says: where it stands, for whom, how much. What was written lies beside it. */
export const budgetAbout = z.strictObject({
  provider: z.string(),
  kitas: z.array(z.string()),
  year: z.int(),
  purpose: z.optional(z.enum(purposes)),
  /** Counts the saved states of what is being written; `sent` the versions that were submitted and never change. */
  saved: count,
  savedBy: z.string(),
  savedAt: instant,
  sent: count,
  /** What each Kita has of it, in hundredths of a per cent: of the version that was sent last, of a grant of what is granted. */
  shares: z.optional(z.array(z.strictObject({ kita: z.string(), percent: count }))),
  /** Total of the version that was sent last (cents). */
  applied: z.optional(cents),
  /** How much of it is to be taken from the county's voluntary line, when the regular one does not suffice. */
  fromVoluntary: z.optional(cents),
  /** Who sent it last: notices announced through the mailbox are for this person. */
  sentBy: z.optional(z.string()),
  /** Whether the provider agreed to that (with the version that was sent). */
  electronicNotice: z.boolean(),
  /** Last year's application that it goes on from. */
  continues: z.optional(z.uuid()),
  /** The grant that it is to amend, if it is an amendment. */
  amends: z.optional(amends),
  /** The amendment of this grant that was begun last: there is one at a time. */
  amendment: z.optional(z.uuid()),
  /** The amendments that hold, oldest first: what is granted is what the last one says. */
  amended: z.optional(z.array(amendedBy)),
  /** The fields that a query opened; nothing else may be changed. */
  reopened: z.optional(z.array(z.string())),
  /** The day by which the applicant must answer: the head's date may be a reminder before it. */
  answerBy: z.optional(date),
  notes: count,
  acted: z.array(deedDone),
  money: holding,
  decision: z.optional(decisionDraft),
  /** When a refusal was announced to the provider for its statement, and whether the time for it is over. */
  heard: z.optional(z.boolean()),
  /** The committee's session that deals with it now: no other session takes it meanwhile. */
  session: z.optional(z.uuid()),
  /** The resolution that answered it. */
  resolution: z.optional(
    z.strictObject({
      session: z.uuid(),
      outcome: z.enum(['approved', 'changed', 'rejected']),
      /** The most that may be granted by it: the sum resolved on, 0 when it was rejected. */
      amount: cents,
      /** Number of the note with votes, conditions and words. */
      note: count,
      /** The application was examined anew, or is decided anew: the committee resolves again. */
      overtaken: z.optional(z.literal(true)),
    }),
  ),
  /** The document that somebody may approve, and may approve only on this day. Drafts stand nowhere. */
  notice: z.optional(z.strictObject({ sha256, for: z.string(), on: date })),
  /** What was approved: only this document leaves the house. */
  approved: z.optional(z.strictObject({ sha256, by: z.string(), at: instant })),
  /** The day on which the mail about the notice was accepted for delivery: the proof of notification. */
  notified: z.optional(date),
  announced: z.optional(announcement),
  /** Notices that an objection has overtaken, oldest first. */
  earlier: z.optional(z.array(z.strictObject({ sha256, announced: announcement }))),
  objectedOn: z.optional(date),
  waivedOn: z.optional(date),
  /** Whose turn it was from when to when: while it is the applicant's, the office's clock stands still. */
  turns: z.array(
    z.strictObject({ side: z.enum(['office', 'applicant']), from: instant, to: z.optional(instant) }),
  ),
  /** Every visit of a step that a person had, from its beginning to its end: what the statistics count. */
  passed: z.optional(z.array(z.strictObject({ step: z.string(), from: instant, to: instant }))),
  /** The office's step that a query interrupted, and how many of its working days were used. */
  interrupted: z.optional(z.strictObject({ step: z.string(), used: count })),
  cosigned: z.array(
    z.strictObject({
      kita: z.string(),
      person: z.string(),
      agrees: z.boolean(),
      at: instant,
      note: z.optional(count),
    }),
  ),
  attachments: z.array(attachment),
  /** What became of it when its notice was final. */
  grant: z.optional(grant),
  /** The sum of its orders that the cash office has and has not booked yet: of what is committed, so much is bound. */
  handedOver: z.optional(amounts),
  /** Its proof of use was accepted, a claim on it approved, or its notice withdrawn: what was paid is fixed by it (ADR 50, 55). */
  claimed: z.optional(z.literal(true)),
  /** Later steps for which nobody would remain by four eyes: the head was told. */
  unstaffed: z.array(z.string()),
});
export type BudgetAbout = z.infer<typeof budgetAbout>;
