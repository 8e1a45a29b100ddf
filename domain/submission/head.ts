import * as z from 'zod/mini';
import { language } from '../languages/language-schema.ts';
import { mailName } from '../mails/mail.ts';
import { role } from '../people/role.ts';
import { actor } from './log.ts';

const instant = z.iso.datetime({ precision: 3 });
const count = z.int().check(z.nonnegative());

/** What follows a write and is still to be done: `dispatch` does it and takes it away. */
export const owed = z.discriminatedUnion('do', [
  /** Start the execution of this run. */
  z.strictObject({ do: z.literal('start'), run: count }),
  /** Answer the waiting task, so that the execution follows the head. */
  z.strictObject({ do: z.literal('answer') }),
  /** Send one mail to a person of the register, to everyone with a role, or to the family. */
  z.strictObject({
    do: z.literal('mail'),
    mail: mailName,
    to: z.union([
      z.strictObject({ person: z.string() }),
      z.strictObject({ role }),
      z.strictObject({ family: z.literal(true) }),
    ]),
    at: instant,
    /** Until when, in real time, somebody else is sending it. */
    claimedUntil: z.optional(instant),
    /** The mail service refused it: nobody tries again before. */
    retryAt: z.optional(instant),
  }),
]);
export type Owed = z.infer<typeof owed>;

/** What a contact request's head says in the clear: what routing needs, nothing of what was written. */
export const contactAbout = z.strictObject({
  kita: z.optional(z.string()),
  municipality: z.optional(z.string()),
  /** Language of the family's pages and mails. */
  language,
  /** Whether an address for "there is news" lies sealed beside the head. */
  hasMailAddress: z.boolean(),
  /** The person to whom what was written before an acceptance is entrusted (§ 65 SGB VIII). */
  entrustedTo: z.optional(z.string()),
  /** Who accepted it when, first to last: what was written to nobody by name is entrusted to who accepts next. */
  acceptances: z.optional(z.array(z.strictObject({ person: z.string(), at: instant }))),
  /** Persons of whom the family said that they may read what was entrusted to another before. */
  consents: z.array(z.string()),
  /** Who asks to read it, until the family answers in the mailbox. */
  consentAskedBy: z.optional(z.string()),
  /** The mailbox takes no more messages from the family (abuse). */
  blocked: z.boolean(),
  /** Released for a child's protection (§ 8a SGB VIII): withdrawal and deletion wait. */
  held: z.boolean(),
  outcome: z.optional(z.string()),
});
export type ContactAbout = z.infer<typeof contactAbout>;

/**
 * The head of a submission: where it stands, whose turn it is, what is owed. It is the truth; executions, indexes and
 * mails follow it. `version` counts decisions, `log.n` the log's entries: reading does not get in the way of deciding.
 */
export const head = z.strictObject({
  id: z.uuid(),
  form: z.enum(['contact-request']),
  process: z.strictObject({ name: z.string(), version: z.int() }),
  version: count,
  /** Counts every write of this item: the condition under which the next write is made from this reading. */
  rev: count,
  createdAt: instant,
  at: z.string(),
  visit: count,
  since: instant,
  due: z.optional(instant),
  missed: count,
  /** Which execution drives it, and since when. */
  run: count,
  runSince: instant,
  /** How many executions have failed in a row, each soon after its start. */
  failedRuns: z.optional(count),
  /** Who must act, if it is one person. */
  responsible: z.optional(z.string()),
  /** Who decided last, for those who come too late. */
  decidedBy: z.optional(actor),
  /** Persons who must never see it. */
  excluded: z.array(z.string()),
  /** Keyed hash of the canonical body: tells a repeat from another body without keeping a word of it. */
  bodyHash: z.string(),
  receipt: z.strictObject({
    counter: count,
    pepper: z.string(),
    pointer: z.string(),
    /** The code before this one, and who asked for the new one: whose answer was lost may ask the same again. */
    replaced: z.optional(z.strictObject({ pointer: z.string(), by: z.string() })),
  }),
  log: z.strictObject({ n: count, hash: z.string() }),
  owed: z.record(z.string(), owed),
  /** Since when something is owed. */
  pendingSince: z.optional(instant),
  endedAt: z.optional(instant),
  deleteAt: z.optional(instant),
  about: contactAbout,
});
export type Head = z.infer<typeof head>;
