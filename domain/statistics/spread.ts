import * as z from 'zod/mini';

/** How values are spread: of how many, the middle one, and the one that nine of ten do not exceed. */
export const spread = z.object({
  count: z.int(),
  median: z.optional(z.number()),
  p90: z.optional(z.number()),
});
export type Spread = z.infer<typeof spread>;

/**
 * The median (of an even number of values the mean of the two in the middle) and the 90th percentile by nearest rank: the
 * smallest value that at least nine tenths of all do not exceed. Of no values there is neither.
 */
export const spreadOf = (values: readonly number[]): Spread => {
  const count = values.length;
  if (count === 0) return { count };
  const sorted = [...values].sort((a, b) => a - b);
  const at = (rank: number) => sorted[rank - 1] as number;
  const median = (at(Math.ceil(count / 2)) + at(Math.floor(count / 2) + 1)) / 2;
  // In tenths, for nine tenths of ten are nine, and 0.9 × 10 in floating point need not be.
  return { count, median, p90: at(Math.ceil((9 * count) / 10)) };
};
