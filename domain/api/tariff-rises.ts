import * as z from 'zod/mini';
import { frame } from '../budget/frame.ts';
import { purposes } from '../forms/budget-application/purposes.ts';

/** How a grant stands to a rise: its amendment is to be made, was made, waits for another one, or none is needed. */
export const riseState = z.enum(['ready', 'made', 'amendment-open', 'unaffected']);

/** After − before, share by share; less is negative. */
const difference = z.object({ state: z.int(), county: z.int(), voluntary: z.int() });

/** `POST /api/tariff-rises/{id}/preview`: every grant of the year with its sum before and after (cents). */
export const risePreview = z.object({
  items: z.array(
    z.object({
      application: z.string(),
      fileNumber: z.string(),
      provider: z.object({ id: z.string(), name: z.string() }),
      purpose: z.optional(z.enum(purposes)),
      before: z.int(),
      after: z.int(),
      difference,
      state: riseState,
      /** Its amendment by this rise, once it is made. */
      amendment: z.optional(z.string()),
    }),
  ),
  /** Of all that are ready together. */
  difference,
  /** What is left of the year's money; less than nothing after a cut. */
  available: frame.shape.available,
});

/** `POST /api/tariff-rises/{id}/amendments`: how many were made now, how many in all, and for how many it is to be called again. */
export const riseProgress = z.object({
  now: z.int(),
  made: z.int(),
  left: z.int(),
  /** Grants with another amendment that is open: their turn comes when it is decided. */
  open: z.int(),
  unaffected: z.int(),
});
