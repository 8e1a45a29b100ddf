import * as z from 'zod/mini';
import { contactRequestAnswers } from '../forms/contact-request/answers.ts';
import { outcomes, passReasons, releaseReasons } from '../forms/contact-request/reasons.ts';
import { role } from '../people/role.ts';
import { actor } from '../submission/log.ts';

/** `GET /api/me` */
export const meAnswer = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(role),
  kitas: z.array(z.object({ id: z.string(), name: z.string() })),
  provider: z.optional(z.string()),
  /** For whom this person stands in today. */
  deputyFor: z.array(z.object({ id: z.string(), name: z.string(), to: z.iso.date() })),
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
  createdAt: z.string(),
  since: z.string(),
  due: z.optional(z.string()),
  missed: z.int(),
});
export type SubmissionItem = z.infer<typeof submissionItem>;
export const submissionList = z.object({ items: z.array(submissionItem), cursor: z.optional(z.string()) });

/** `GET /api/submissions/{id}` */
export const submissionAnswer = z.extend(submissionItem, {
  /** The version of the process with which the submission began and will end. */
  processVersion: z.int(),
  version: z.int(),
  /** What the one who asks may do now. */
  actions: z.array(z.string()),
  /** Whether the one who asks may read answers and messages: all, only what was written to them, or nothing. */
  content: z.enum(['all', 'own', 'none']),
  language: z.string(),
  consentAsked: z.boolean(),
  blocked: z.boolean(),
  held: z.boolean(),
  outcome: z.optional(z.string()),
  deleteOn: z.optional(z.iso.date()),
});
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
export const blocking = z.strictObject({ blocked: z.boolean('required') }, strict);
