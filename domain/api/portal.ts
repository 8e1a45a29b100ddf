import * as z from 'zod/mini';
import { amendmentReason } from '../amendments/amends.ts';
import { grantedParts, queriedField } from '../forms/budget-application/note.ts';
import { purposes } from '../forms/budget-application/purposes.ts';
import { MOST_ITEMS } from '../forms/committee-session/answers.ts';
import { sessionKinds } from '../forms/committee-session/reasons.ts';
import { decidedBy, resolution } from '../forms/committee-session/resolution.ts';
import { contactRequestAnswers } from '../forms/contact-request/answers.ts';
import { holdEndReasons, outcomes, passReasons, releaseReasons } from '../forms/contact-request/reasons.ts';
import { visible } from '../languages/visible.ts';
import { cents } from '../money/cents.ts';
import { bookingReference } from '../payments/booking.ts';
import { role } from '../people/role.ts';
import { actor } from '../submission/log.ts';

/** `GET /api/me` */
export const meAnswer = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(role),
  kitas: z.array(z.object({ id: z.string(), name: z.string() })),
  provider: z.optional(z.string()),
  providerName: z.optional(z.string()),
  /** Of somebody who acts for a provider: its Kitas, each with the days on which it runs them (without `to`: until further notice). */
  provides: z.optional(
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        place: z.optional(z.string()),
        from: z.iso.date(),
        to: z.optional(z.iso.date()),
      }),
    ),
  ),
  /** For whom this person stands in today, and in which roles that would be. */
  deputyFor: z.array(z.object({ id: z.string(), name: z.string(), to: z.iso.date(), roles: z.array(role) })),
});
export type MeAnswer = z.infer<typeof meAnswer>;

/** A submission in a list or as a task: where it stands, never what is in it. */
export const submissionItem = z.object({
  id: z.string(),
  form: z.string(),
  /** The last characters of the id, to talk about it. */
  number: z.string(),
  at: z.string(),
  ended: z.boolean(),
  turn: z.optional(role),
  responsible: z.optional(z.object({ id: z.string(), name: z.string() })),
  kita: z.optional(z.object({ id: z.string(), name: z.string() })),
  municipality: z.optional(z.object({ id: z.string(), name: z.string() })),
  /** Of a budget application: who applies for which year and purpose, and how much was applied for (cents). */
  provider: z.optional(z.object({ id: z.string(), name: z.string() })),
  year: z.optional(z.int()),
  purpose: z.optional(z.enum(purposes)),
  applied: z.optional(z.int()),
  /** What was granted of it, once that was announced (cents). */
  granted: z.optional(z.int()),
  /** The last day for the applicant's answer, while it is awaited: `due` may be a reminder before it. */
  answerBy: z.optional(z.iso.date()),
  /** The grant that it amends, and why; whether the office filed it. */
  amends: z.optional(z.object({ application: z.string(), reason: amendmentReason, exOfficio: z.boolean() })),
  /** Of a proof of use: the application whose grant it is of. */
  application: z.optional(z.string()),
  /** Of a session of the committee: its day, what kind it is, and how many cases are on its agenda. */
  session: z.optional(
    z.object({ on: z.optional(z.iso.date()), kind: z.optional(z.enum(sessionKinds)), items: z.int() }),
  ),
  /** Of a payment order: which instalment it is, when it is due, how much (cents), and its number once it was exported. */
  payment: z.optional(
    z.object({ n: z.int(), due: z.iso.date(), amount: z.int(), number: z.optional(z.int()) }),
  ),
  /** Of a round of the needs survey: its first and last day; of an institution's answers to one: which round, and the last day. */
  survey: z.optional(z.object({ round: z.string(), from: z.optional(z.iso.date()), until: z.iso.date() })),
  createdAt: z.string(),
  since: z.string(),
  due: z.optional(z.string()),
  missed: z.int(),
});
export type SubmissionItem = z.infer<typeof submissionItem>;
export const submissionList = z.object({ items: z.array(submissionItem), cursor: z.optional(z.string()) });

const opened = z.extend(submissionItem, {
  /** The version of the process with which the submission began and will end. */
  processVersion: z.int(),
  version: z.int(),
  /** What the one who asks may do now. */
  actions: z.array(z.string()),
});

const contactSubmission = z.extend(opened, {
  form: z.literal('contact-request'),
  /** Whether the one who asks may read answers and messages: all, only what was written to them, or nothing. */
  content: z.enum(['all', 'own', 'none']),
  language: z.string(),
  consentAsked: z.boolean(),
  blocked: z.boolean(),
  held: z.boolean(),
  outcome: z.optional(z.string()),
  deleteOn: z.optional(z.iso.date()),
});
export type ContactSubmission = z.infer<typeof contactSubmission>;

/** Who did which step when, and for whom they stood in, by name. */
export const deedShown = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  for: z.optional(z.object({ id: z.string(), name: z.string() })),
  step: z.string(),
  action: z.string(),
  at: z.string(),
});
export type DeedShown = z.infer<typeof deedShown>;

const budgetSubmission = z.extend(opened, {
  form: z.literal('budget-application'),
  /** What the step would let this person do, were they not excluded by what they did before (four eyes). */
  barred: z.array(z.string()),
  /** What they did before, or somebody for whom they stand in today: the reason why. */
  barredBy: z.array(deedShown),
  /** Milliseconds for which each side has had the turn: while it is the applicant's, the office's clock stands still. */
  used: z.object({ office: z.int(), applicant: z.int() }),
  deleteOn: z.optional(z.iso.date()),
});
export type BudgetSubmission = z.infer<typeof budgetSubmission>;

const sessionSubmission = z.extend(opened, {
  form: z.literal('committee-session'),
  deleteOn: z.optional(z.iso.date()),
});

const paymentSubmission = z.extend(opened, {
  form: z.literal('payment-order'),
  /** What the step would let this person do, were they not excluded by what they did before (four eyes). */
  barred: z.array(z.string()),
  barredBy: z.array(deedShown),
  deleteOn: z.optional(z.iso.date()),
});
export type PaymentSubmission = z.infer<typeof paymentSubmission>;
const proofSubmission = z.extend(opened, {
  form: z.literal('proof-of-use'),
  /** As of a budget application. */
  barred: z.array(z.string()),
  barredBy: z.array(deedShown),
  used: z.object({ office: z.int(), applicant: z.int() }),
  deleteOn: z.optional(z.iso.date()),
});
export type ProofSubmission = z.infer<typeof proofSubmission>;

const roundSubmission = z.extend(opened, {
  form: z.literal('survey-round'),
  deleteOn: z.optional(z.iso.date()),
});
const kitaSurveySubmission = z.extend(opened, {
  form: z.literal('kita-survey'),
  deleteOn: z.optional(z.iso.date()),
});
const providerSurveySubmission = z.extend(opened, {
  form: z.literal('provider-survey'),
  deleteOn: z.optional(z.iso.date()),
});

/** `GET /api/submissions/{id}` */
export const submissionAnswer = z.discriminatedUnion('form', [
  contactSubmission,
  budgetSubmission,
  sessionSubmission,
  paymentSubmission,
  proofSubmission,
  roundSubmission,
  kitaSurveySubmission,
  providerSurveySubmission,
]);
export type SubmissionAnswer = z.infer<typeof submissionAnswer>;

/** What a decision answers: the submission, or only where it went when it is no longer for the one who decided. */
export const decisionAnswer = z.union([
  submissionAnswer,
  z.object({ id: z.string(), at: z.string(), version: z.int() }),
]);

export const logItem = z.object({
  n: z.int(),
  at: z.string(),
  by: actor,
  byName: z.optional(z.string()),
  /** For whom they stood in. */
  forName: z.optional(z.string()),
  what: z.string(),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  ref: z.optional(z.string()),
  refName: z.optional(z.string()),
  reason: z.optional(z.string()),
});
/** `GET /api/submissions/{id}/log`; `whole` tells that every hash of the chain fits. */
export const logAnswer = z.object({ items: z.array(logItem), whole: z.boolean() });
export type LogAnswer = z.infer<typeof logAnswer>;

const strict = {
  error: (issue: { code?: string }) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type'),
};

/** `POST /api/submissions/{id}/decisions` */
export const decision = z.strictObject(
  {
    step: z.string('required'),
    action: z.string('required'),
    version: z.int('required'),
    /** Required with `pass`. */
    reason: z.optional(z.enum(passReasons, 'unknown-choice')),
    /** Required with `assign`: the person who gets the case. */
    assignTo: z.optional(z.string('wrong-type')),
    /** Required with `close`. */
    outcome: z.optional(z.enum(outcomes, 'unknown-choice')),
    /** In whose name somebody decides who stands in for them today: "A for B". */
    for: z.optional(z.string('wrong-type')),
    /** Own words: a query's reason, an opinion, reasons of a decision, a statement. They become a note of the file. */
    comment: z.optional(
      z
        .string('wrong-type')
        .check(z.trim(), z.minLength(1, 'required'), z.maxLength(3_000, 'too-long'), visible),
    ),
    /** Required with `query`: the fields to open, each with its reason. */
    fields: z.optional(
      z.array(queriedField, 'wrong-type').check(z.minLength(1, 'required'), z.maxLength(50, 'too-many')),
    ),
    /** Required with `partial`: what is granted of each part; with claims on a proof of use, what is recognised of it. */
    granted: z.optional(grantedParts),
    /** Conditions of a grant, in the order of the notice. */
    conditions: z.optional(
      z
        .array(
          z
            .string('wrong-type')
            .check(z.trim(), z.minLength(1, 'required'), z.maxLength(3_000, 'too-long'), visible),
        )
        .check(z.maxLength(30, 'too-many')),
    ),
    /** How much of the sum comes from the county's voluntary line (cents). */
    voluntary: z.optional(cents),
    /** Required with `approve`: the SHA-256 of the document that was looked at. */
    document: z.optional(z.string('wrong-type').check(z.regex(/^[0-9a-f]{64}$/, 'wrong-type'))),
    /** Required with `post`: the day of posting. */
    sentOn: z.optional(z.iso.date('date')),
    /** Required with `object`, `waive` and `money-back`: the day on which it came in. */
    receivedOn: z.optional(z.iso.date('date')),
    /** Required with `book` and `bounce`: the finance system's own reference, and the day of the booking. */
    reference: z.optional(bookingReference),
    bookedOn: z.optional(z.iso.date('date')),
    /** Required with `extend`: the day by which a proof of use must be filed now. */
    fileBy: z.optional(z.iso.date('date')),
    /** With `claim`: the first day for which interest is claimed, and what is set off against another grant (cents). */
    interestFrom: z.optional(z.iso.date('date')),
    setOff: z.optional(z.strictObject({ amount: cents, against: z.uuid('wrong-type') }, strict)),
    /** Required with `convene` and, of a round, `open`: the saved state that is meant. */
    saved: z.optional(z.int('wrong-type')),
    /** Required with `record`: what was resolved on each case of the session. */
    resolutions: z.optional(z.array(resolution, 'wrong-type').check(z.maxLength(MOST_ITEMS, 'too-many'))),
    /** Required with `record` of an urgent decision: who decided in the committee's place. */
    decidedBy: z.optional(decidedBy),
  },
  strict,
);
export type Decision = z.infer<typeof decision>;

/** `GET /api/submissions/{id}/candidates`: to whom the coordinator may give the case. */
export const candidatesAnswer = z.object({
  items: z.array(
    z.object({ id: z.string(), name: z.string(), openCases: z.int(), responsible: z.boolean() }),
  ),
});

/** `GET /api/submissions/{id}/messages` and `…/answers` */
export const caseMessage = z.object({
  id: z.string(),
  from: z.enum(['family', 'worker']),
  at: z.string(),
  /** Absent when it was entrusted to somebody else and the family has not agreed. */
  text: z.optional(z.string()),
});
export const caseMessages = z.object({ items: z.array(caseMessage) });
export type CaseMessage = z.infer<typeof caseMessage>;

/** `POST /api/submissions/{id}/release`: § 8a SGB VIII; answers what is handed over. */
export const release = z.strictObject(
  {
    answers: z.boolean('required'),
    messages: z.array(z.string(), 'required'),
    reason: z.enum(releaseReasons, 'required'),
  },
  strict,
);
/** What is handed over to the general social service. */
export const released = z.object({
  answers: z.optional(contactRequestAnswers),
  messages: z.array(caseMessage),
});
/** `POST /api/submissions/{id}/hold-end`: what was released need not be kept any longer. */
export const holdEnd = z.strictObject({ reason: z.enum(holdEndReasons, 'required') }, strict);
export const blocking = z.strictObject({ blocked: z.boolean('required') }, strict);
