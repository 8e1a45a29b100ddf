import * as z from 'zod/mini';

/** How a county holds needs surveys (county.json). */
export const surveySettings = z.strictObject({
  /** Calendar months after a round's end until what people answered is deleted. Later than that it is evaluated by itself, if nobody has done it. */
  rawMonths: z.int().check(z.minimum(6), z.maximum(24)),
});
