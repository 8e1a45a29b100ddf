import * as z from 'zod/mini';
import { groups } from '../../survey/group.ts';
import { unitWord } from '../../survey/round-unit.ts';

const instant = z.iso.datetime({ precision: 3 });
const date = z.iso.date();
const count = z.int().check(z.nonnegative());

/** What a round's head says: when it is, whom it asks with which questionnaires, and where it stands. */
export const roundAbout = z.strictObject({
  year: z.int(),
  /** First and last day, both included. */
  from: date,
  to: date,
  /** Whom it asks, each with the version of the questionnaire that it was opened with. */
  groups: z.partialRecord(z.enum(groups), z.int().check(z.positive())),
  /** The round that its results are compared with, and whose answers the institutions begin with. */
  previous: z.optional(z.uuid()),
  /** Counts the saved states of what is being prepared. */
  saved: count,
  savedBy: z.string(),
  savedAt: instant,
  /** How many Kitas, social areas and providers it asks; 0 before it is opened. */
  units: count,
  /** The last day of a unit that has more time, by `kita:biebelnheim`. */
  extensions: z.record(unitWord, date),
  openedAt: z.optional(instant),
  /** When nobody could answer any more, and since when it can be read. */
  endedAt: z.optional(instant),
  publishedAt: z.optional(instant),
});
export type RoundAbout = z.infer<typeof roundAbout>;
