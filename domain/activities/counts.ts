import * as z from 'zod/mini';
import { type Dimension, dimensions } from '../goals/goal.ts';
import { type ActivityKind, activityKinds, allKinds } from './kinds.ts';

/** More than anybody does in a month. */
const MOST = 9_999;

const strict = {
  error: ({ code }: { code?: string }) => (code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type'),
};
const count = z
  .number('whole-number')
  .check(
    z.multipleOf(1, 'whole-number'),
    z.minimum(0, 'whole-number'),
    z.maximum(MOST, 'count-too-high'),
    z.meta({ type: 'integer' }),
  );

/** How often something was done; a kind that is left out was not. No word, no person: only how often. */
export const activityCounts = z.strictObject(
  Object.fromEntries(allKinds.map((kind) => [kind, z.optional(count)])) as Record<
    ActivityKind,
    z.ZodMiniOptional<typeof count>
  >,
  strict,
);

/** Sums of them may be larger than one month's. */
export const activitySums = z.record(z.enum(allKinds as [ActivityKind, ...ActivityKind[]]), z.int());
export type ActivitySums = Record<ActivityKind, number>;

export const addUpCounts = (all: readonly Partial<ActivitySums>[]): ActivitySums =>
  Object.fromEntries(
    allKinds.map((kind) => [kind, all.reduce((sum, one) => sum + (one[kind] ?? 0), 0)]),
  ) as ActivitySums;

export const perDimension = (of: Partial<ActivitySums>): Record<Dimension, number> =>
  Object.fromEntries(
    dimensions.map((dimension) => [
      dimension,
      activityKinds[dimension].reduce((sum, kind) => sum + (of[kind] ?? 0), 0),
    ]),
  ) as Record<Dimension, number>;

const month = z.string().check(z.regex(/^20[2-9]\d-(0[1-9]|1[0-2])$/));

/** What somebody counted in a Kita in a month. The Kita's municipality is kept as it was then. */
export const savedCounts = z.strictObject({
  kita: z.string(),
  municipality: z.string(),
  month,
  person: z.string(),
  version: z.int().check(z.positive()),
  counts: activityCounts,
  at: z.iso.datetime({ precision: 3 }),
});
export type SavedCounts = z.infer<typeof savedCounts>;
