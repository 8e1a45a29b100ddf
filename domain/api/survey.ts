import * as z from 'zod/mini';
import { anonymousGroups, linkedGroups } from '../survey/group.ts';
import { unitKinds } from '../survey/unit.ts';

/**
 * Answers by question: which ones there are and what they may say depends on the round's questionnaire, so the handlers parse
 * them once more (domain/survey/answers.ts).
 */
const answers = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string())], { error: 'wrong-type' }),
  'wrong-type',
);
const strictly = {
  error: (issue: { code?: string }) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type'),
};

/** `GET /api/surveys/{survey}`: what a link leads to. */
export const surveyAnswer = z.object({
  group: z.enum(linkedGroups),
  /** The unit's name, as people know it. */
  unit: z.string(),
  /** Version of the group's questionnaire. */
  questionnaire: z.int(),
  /** The first and the last day on which it can be answered. */
  from: z.iso.date(),
  until: z.iso.date(),
  state: z.enum(['not-yet', 'open', 'ended']),
  /** With it one answer can be sent. It is kept nowhere here until then; a page keeps it for the link. */
  token: z.string(),
});
export type SurveyAnswer = z.infer<typeof surveyAnswer>;

/** `PUT /api/surveys/{survey}/answers/{answer}` */
export const sentAnswers = z.strictObject(
  { token: z.string('required').check(z.regex(/^[\w-]{22}$/, 'wrong-type')), answers },
  strictly,
);
export type SentAnswers = z.infer<typeof sentAnswers>;

/** `PUT /api/survey-rounds/{id}/answers/{answer}`: on paper by the coordinator, a child's by its Kita. */
export const enteredAnswers = z.strictObject(
  { group: z.enum(anonymousGroups, 'unknown-choice'), unit: z.string('required'), answers },
  strictly,
);
export type EnteredAnswers = z.infer<typeof enteredAnswers>;

/** The answer is counted: 201, or 200 on a repeat with the same body. */
export const keptAnswers = z.object({ id: z.string() });

const unit = z.object({ kind: z.enum(unitKinds), id: z.string(), name: z.string() });

/** `GET /api/survey-rounds/{id}/returns?cursor=`: units of the round in pages, as far as the one who asks may see them. */
export const returnsAnswer = z.object({
  items: z.array(
    z.object({
      unit,
      group: z.enum(anonymousGroups),
      /** Whether five or more have answered; how many, the results say. */
      enough: z.boolean(),
      /** Of whom so many could: the places of a Kita, where the register knows them. */
      places: z.optional(z.int()),
      /** Last day. */
      until: z.iso.date(),
    }),
  ),
  cursor: z.optional(z.string()),
});
export type ReturnsAnswer = z.infer<typeof returnsAnswer>;

/** `GET /api/survey-rounds/{id}/recount?cursor=`: whether the counters are what the answers come to, and never a figure. */
export const recountAnswer = z.object({
  items: z.array(z.object({ unit, group: z.enum(anonymousGroups), agrees: z.boolean() })),
  cursor: z.optional(z.string()),
});
export type RecountAnswer = z.infer<typeof recountAnswer>;
