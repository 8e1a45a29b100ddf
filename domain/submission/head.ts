import * as z from 'zod/mini';
import { budgetAbout } from '../forms/budget-application/about.ts';
import { sessionAbout } from '../forms/committee-session/about.ts';
import { contactAbout } from '../forms/contact-request/about.ts';
import { institutionAbout } from '../forms/institution-survey/about.ts';
import { paymentOrderAbout } from '../forms/payment-order/about.ts';
import { proofAbout } from '../forms/proof-of-use/about.ts';
import { roundAbout } from '../forms/survey-round/about.ts';
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
  /** Send one mail to a person of the register (and to whoever stands in for them), to everyone with a role, or to the family. */
  z.strictObject({
    do: z.literal('mail'),
    mail: mailName,
    to: z.union([
      z.strictObject({ person: z.string(), withDeputies: z.optional(z.literal(true)) }),
      z.strictObject({ role }),
      /** Everybody who acts for a provider, or for a Kita. */
      z.strictObject({ provider: z.string() }),
      z.strictObject({ kita: z.string() }),
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

/**
 * The head of a submission: where it stands, whose turn it is, what is owed. It is the truth; executions, indexes and
 * mails follow it. `version` counts decisions, `log.n` the log's entries: reading does not get in the way of deciding.
 */
const shared = {
  id: z.uuid(),
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
  log: z.strictObject({ n: count, hash: z.string() }),
  owed: z.record(z.string(), owed),
  /** Since when something is owed. */
  pendingSince: z.optional(instant),
  endedAt: z.optional(instant),
  deleteAt: z.optional(instant),
};

const contactHead = z.strictObject({
  ...shared,
  form: z.literal('contact-request'),
  /** Keyed hash of the canonical body: tells a repeat from another body without keeping a word of it. */
  bodyHash: z.string(),
  receipt: z.strictObject({
    counter: count,
    pepper: z.string(),
    pointer: z.string(),
    /** The code before this one, and who asked for the new one: whose answer was lost may ask the same again. */
    replaced: z.optional(z.strictObject({ pointer: z.string(), by: z.string() })),
  }),
  about: contactAbout,
});

const budgetHead = z.strictObject({ ...shared, form: z.literal('budget-application'), about: budgetAbout });

const sessionHead = z.strictObject({ ...shared, form: z.literal('committee-session'), about: sessionAbout });

const paymentHead = z.strictObject({
  ...shared,
  form: z.literal('payment-order'),
  about: paymentOrderAbout,
});

const proofHead = z.strictObject({ ...shared, form: z.literal('proof-of-use'), about: proofAbout });

const roundHead = z.strictObject({ ...shared, form: z.literal('survey-round'), about: roundAbout });

const kitaSurveyHead = z.strictObject({ ...shared, form: z.literal('kita-survey'), about: institutionAbout });

const providerSurveyHead = z.strictObject({
  ...shared,
  form: z.literal('provider-survey'),
  about: institutionAbout,
});

/** One shape a form: what all have in common, and what the form says in the clear. */
export const head = z.discriminatedUnion('form', [
  contactHead,
  budgetHead,
  sessionHead,
  paymentHead,
  proofHead,
  roundHead,
  kitaSurveyHead,
  providerSurveyHead,
]);
export type Head = z.infer<typeof head>;
export type FormName = Head['form'];
export type HeadOf<F extends FormName> = Extract<Head, { form: F }>;
export type ContactHead = HeadOf<'contact-request'>;

/** Whether its deletion waits, for a child's protection (§ 8a SGB VIII). */
export const isHeld = (of: Head): boolean => of.form === 'contact-request' && of.about.held;
