import * as z from 'zod/mini';
import { eachStage } from './account.ts';
import { amounts, NOTHING } from './amounts.ts';
import { NO_HOLDING } from './holding.ts';

/** Applications of the autumn meet a provisional frame; what is closed takes no entry any more. */
export const frameState = z.enum(['provisional', 'in-force', 'closed'], 'unknown-choice');
export type FrameState = z.infer<typeof frameState>;

const sum = z.int().check(z.nonnegative());
const shares = z.strictObject({ state: sum, county: sum, voluntary: sum });
/** A cut of the frame may leave less than nothing. */
const lines = z.strictObject({ regular: z.int(), voluntary: z.int() });

/**
 * A year's frame with its running sums: what `balanceOf` finds in all entries, kept beside them so that a write can be
 * made under a condition. All in cents.
 */
export const frame = z.strictObject({
  /** The Sozialraumbudget exists since July 2021. */
  year: z.int().check(z.minimum(2021), z.maximum(9999)),
  state: frameState,
  /** Counts how often the frame was set or its figures were corrected: the condition under which it is set anew. */
  version: z.int().check(z.nonnegative()),
  /** What may be spent: the state's figure as it was entered, the county's share beside it, and voluntary money. */
  figures: amounts,
  /** What all applications hold together. */
  sums: z.strictObject(eachStage(() => shares)),
  /** Figures − reserved − what is bound (committed, paid or accepted): a write that reserves needs as much here. */
  available: lines,
  /** Figures − what is bound: a write that commits, or cuts the frame, needs as much here. */
  uncommitted: lines,
});
export type Frame = z.infer<typeof frame>;

/** The frame of a year of which nothing is known yet: requests are welcome, there is nothing to reserve. */
export const emptyFrame = (year: number): Frame => ({
  year,
  state: 'provisional',
  version: 0,
  figures: NOTHING,
  sums: NO_HOLDING,
  available: { regular: 0, voluntary: 0 },
  uncommitted: { regular: 0, voluntary: 0 },
});
