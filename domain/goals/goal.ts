import * as z from 'zod/mini';
import { choice, date, noneTwice, orRequired, text } from '../forms/field.ts';
import { groups } from '../survey/group.ts';
import { isAsked, type ResultOf, resultName } from '../survey/result-name.ts';

/** What a measure is about: one family's case, what several cases have in common, or the surroundings. */
export const dimensions = ['case', 'across', 'unrelated'] as const;
export type Dimension = (typeof dimensions)[number];

export const measureStates = ['planned', 'running', 'done', 'dropped'] as const;
export const reachedDegrees = ['yes', 'partly', 'no'] as const;

const FINE_GOALS = 20;
const MEASURES = 20;
const RESULTS = 20;

const strict = {
  error: ({ code }: { code?: string }) => (code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type'),
};
const uuid = z.uuid('wrong-type');
const listOf = <T extends { id: string }>(row: z.ZodMiniType<T>, most: number) =>
  z.array(row, 'wrong-type').check(
    z.maxLength(most, 'too-many'),
    noneTwice<T>(({ id }) => id, ['id']),
  );

/** A question of a round of the needs survey, asked of one group: its result is what a goal came from. */
const resultPointer = z
  .strictObject(
    { round: uuid, group: choice(groups).whole, question: z.string(orRequired('wrong-type')) },
    strict,
  )
  .check(
    z.refine(({ group, question }) => isAsked(group, question), {
      error: 'unknown-choice',
      path: ['question'],
    }),
  );

/** What is done for a fine goal. `responsible` names a function or a body, not a person: goals are read by many. */
const measure = z.strictObject(
  {
    id: uuid,
    text: text(500).whole,
    dimension: choice(dimensions).whole,
    responsible: text(200).whole,
    state: choice(measureStates).whole,
  },
  strict,
);
export type Measure = z.infer<typeof measure>;

/** What came of a fine goal. */
const evaluation = z.strictObject(
  { text: text(2_000).whole, reached: choice(reachedDegrees).whole, on: date.whole },
  strict,
);

const fineGoal = z.strictObject(
  {
    id: uuid,
    text: text(500).whole,
    targetGroup: text(200).whole,
    /** By what it is told that it was reached. */
    indicator: text(500).whole,
    /** Until when. */
    date: date.whole,
    measures: listOf(measure, MEASURES),
    evaluation: z.optional(evaluation),
  },
  strict,
);
export type FineGoal = z.infer<typeof fineGoal>;

/** A coarse goal of a year with everything that hangs on it. Planning texts: no person stands in them. */
export const goal = z.strictObject(
  {
    year: z.int('year').check(z.minimum(2021, 'year'), z.maximum(2100, 'year')),
    text: text(500).whole,
    /** It is no goal any more, and nothing is applied for with it. */
    dropped: z.optional(z.boolean('wrong-type')),
    /** The goal of an earlier year that it carries on. */
    carriedFrom: z.optional(uuid),
    results: z
      .array(resultPointer, 'wrong-type')
      .check(z.maxLength(RESULTS, 'too-many'), noneTwice<ResultOf>(resultName, ['question'])),
    fine: listOf(fineGoal, FINE_GOALS),
  },
  strict,
);
export type Goal = z.infer<typeof goal>;

/** A goal as it was saved the n-th time. Versions never change. */
export const savedGoal = z.strictObject({
  id: uuid,
  n: z.int().check(z.positive()),
  goal,
  by: z.string(),
  at: z.iso.datetime({ precision: 3 }),
});
export type SavedGoal = z.infer<typeof savedGoal>;
