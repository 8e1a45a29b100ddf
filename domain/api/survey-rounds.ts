import * as z from 'zod/mini';
import { institutionAnswers } from '../forms/institution-survey/answers.ts';
import { groups } from '../survey/group.ts';
import { roundUnit, unitWord } from '../survey/round-unit.ts';

const date = z.iso.date();
const strict = {
  error: (issue: { code?: string }) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type'),
};

/** Whom a round asks, each with the version of the questionnaire. */
const asked = z.partialRecord(z.enum(groups), z.int());
const unitState = z.enum(['not-yet', 'open', 'ended']);
/** The form of a Kita or a provider, and where it stands. */
const form = z.object({ id: z.string(), at: z.string(), due: z.optional(z.string()) });

/** `GET /api/survey-rounds/{id}` */
export const roundFile = z.object({
  id: z.string(),
  version: z.int(),
  at: z.string(),
  year: z.int(),
  from: date,
  to: date,
  groups: asked,
  previous: z.optional(z.object({ id: z.string(), year: z.int() })),
  saved: z.int(),
  savedAt: z.string(),
  savedBy: z.string(),
  openedAt: z.optional(z.string()),
  endedAt: z.optional(z.string()),
  publishedAt: z.optional(z.string()),
  /** The last day on which what people answered is kept. */
  eraseOn: z.optional(date),
  /** What the one who asks may do now. */
  actions: z.array(z.string()),
  /** Whom it asks, as they were when it was opened, with their last day. */
  units: z.array(
    z.extend(roundUnit, {
      unit: z.string(),
      until: date,
      extended: z.boolean(),
      state: unitState,
      form: z.optional(form),
    }),
  ),
});
export type RoundFile = z.infer<typeof roundFile>;

/** `POST /api/survey-rounds/{id}/extensions`: more time for one unit. */
export const extension = z.strictObject({ unit: unitWord, to: z.iso.date('date') }, strict);

/** `GET /api/survey-rounds`: what a Kita or a provider is asked, and for the office every round, without units. */
export const myRounds = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      year: z.int(),
      from: date,
      to: date,
      at: z.string(),
      groups: asked,
      units: z.array(
        z.object({
          unit: z.string(),
          name: z.string(),
          until: date,
          state: unitState,
          link: z.optional(z.string()),
          form: z.optional(form),
        }),
      ),
    }),
  ),
});
export type MyRounds = z.infer<typeof myRounds>;

/** `GET /api/kita-surveys/{id}` and `GET /api/provider-surveys/{id}` */
export const institutionFile = z.object({
  id: z.string(),
  form: z.enum(['kita-survey', 'provider-survey']),
  at: z.string(),
  version: z.int(),
  view: z.enum(['own', 'office']),
  round: z.string(),
  year: z.int(),
  unit: z.object({ id: z.string(), name: z.string() }),
  questionnaire: z.int(),
  until: date,
  saved: z.int(),
  savedAt: z.optional(z.string()),
  savedBy: z.optional(z.string()),
  sent: z.int(),
  /** Own answers as they are being written, or what was sent. */
  answers: z.optional(institutionAnswers),
  /** What was accepted in the round before, as far as it is still asked. */
  earlier: z.optional(z.object({ year: z.int(), answers: institutionAnswers.shape.answers })),
  /** Questions that were returned, with the reasons of all returns, last first. */
  reopened: z.optional(z.array(z.string())),
  returns: z.array(
    z.object({
      at: z.string(),
      byName: z.optional(z.string()),
      text: z.optional(z.string()),
      fields: z.array(z.object({ path: z.string(), reason: z.string() })),
    }),
  ),
  actions: z.array(z.string()),
});
export type InstitutionFile = z.infer<typeof institutionFile>;
