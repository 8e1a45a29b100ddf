import * as z from 'zod/mini';

const instant = z.iso.datetime({ precision: 3 });
const count = z.int().check(z.nonnegative());

/** What the head of an institution's answers to a round says: which round, until when, where it stands. What was answered lies beside it. */
export const institutionAbout = z.strictObject({
  round: z.uuid(),
  year: z.int(),
  /** The Kita, or the provider. */
  unit: z.string(),
  /** Version of the questionnaire. */
  questionnaire: z.int().check(z.positive()),
  /** The last day on which it can be sent. */
  until: z.iso.date(),
  /** What was accepted in the round before: the answers begin with it. */
  previous: z.optional(z.uuid()),
  /** Counts the saved states of what is being written; `sent` the versions that were submitted and never change. */
  saved: count,
  savedBy: z.optional(z.string()),
  savedAt: z.optional(instant),
  sent: count,
  notes: count,
  /** Codes of the questions that a return has opened. */
  reopened: z.optional(z.array(z.string())),
});
export type InstitutionAbout = z.infer<typeof institutionAbout>;
