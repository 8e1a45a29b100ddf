import * as z from 'zod/mini';
import { language } from '../../languages/language-schema.ts';

const count = z.int().check(z.nonnegative());

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
  acceptances: z.optional(
    z.array(z.strictObject({ person: z.string(), at: z.iso.datetime({ precision: 3 }) })),
  ),
  /** Persons of whom the family said that they may read what was entrusted to another before. */
  consents: z.array(z.string()),
  /** Who asks to read it, until the family answers in the mailbox. */
  consentAskedBy: z.optional(z.string()),
  /** The mailbox takes no more messages from the family (abuse). */
  blocked: z.boolean(),
  /** How many messages the family has written, and how many of them since the office last reacted. */
  written: z.optional(z.strictObject({ all: count, unanswered: count })),
  /** Released for a child's protection (§ 8a SGB VIII): withdrawal and deletion wait. */
  held: z.boolean(),
  outcome: z.optional(z.string()),
});
export type ContactAbout = z.infer<typeof contactAbout>;
