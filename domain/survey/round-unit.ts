import * as z from 'zod/mini';
import { readUnit, unitKinds } from './unit.ts';

/** A unit in one word, as somebody names it. */
export const unitWord = z
  .string('wrong-type')
  .check(z.refine((word) => readUnit(word) !== undefined, 'unknown-choice'));

const place = z.strictObject({ id: z.string(), name: z.string() });

/** A Kita, a social area or a provider as it was when the round was opened: results compare what was. */
export const roundUnit = z.strictObject({
  kind: z.enum(unitKinds),
  id: z.string(),
  name: z.string(),
  municipality: z.optional(place),
  socialArea: z.optional(place),
  /** How many children it may take: a rate is reckoned of so many families. */
  places: z.optional(z.int()),
  provider: z.optional(place),
  /** By which families, or the institutions of a social area, answer without a login. */
  link: z.optional(z.string()),
});
export type RoundUnit = z.infer<typeof roundUnit>;
