import type { BudgetSettings } from '../../budget/settings.ts';
import { isPersonStep, ownEntry, type Process } from '../../process/process.ts';
import { type Apart, deedsAgainst, pairedWith } from '../deeds-against.ts';
import type { DeedDone } from './about.ts';

/**
 * Who drafts or checks does not approve: fixed, whatever a county configures (four eyes over the whole case; the roles'
 * table of the domain).
 */
const FIXED: readonly Apart[] = [
  ['completeness', 'approval'],
  ['continuation', 'approval'],
  ['decision', 'approval'],
  ['ex-officio', 'approval'],
];

type Separate = BudgetSettings['separate'];

/** § 16 SGB X: whoever acted for the applicant in this matter does not decide on it, wherever they work by then. */
const APPLICANTS = ['draft', 'queries', 'hearing'];

/** The steps that nobody may have done who does `step`: pairs work both ways, for a case can come back. */
const apartFrom = (step: string, separate: Separate): string[] => [
  ...pairedWith(step, [...FIXED, ...separate]),
  ...(APPLICANTS.includes(step) ? [] : APPLICANTS),
];

/** The deeds that exclude somebody from a step: own ones, and those of somebody for whom they stand in today. */
export const excludingDeeds = <Deed extends Pick<DeedDone, 'person' | 'for' | 'step'>>(
  who: { id: string; standsInFor: readonly string[] },
  step: string,
  acted: readonly Deed[],
  separate: Separate,
): Deed[] => deedsAgainst(who, apartFrom(step, separate), acted);

/** Whether somebody is excluded from a step. */
export const isExcluded = (...given: Parameters<typeof excludingDeeds>): boolean =>
  excludingDeeds(...given).length > 0;

/** Somebody of the office, with roles and those for whom they stand in. */
export interface Eligible {
  id: string;
  roles: readonly string[];
  standsInFor: readonly string[];
}

const assignable = (
  [step, ...later]: readonly string[],
  acted: readonly Pick<DeedDone, 'person' | 'step'>[],
  given: { process: Process; people: readonly Eligible[]; separate: Separate },
): string | undefined => {
  if (step === undefined) return undefined;
  const of = ownEntry(given.process.steps, step);
  if (!of || !isPersonStep(of)) return assignable(later, acted, given);
  const able = given.people.filter(
    (person) => person.roles.includes(of.by) && !isExcluded(person, step, acted, given.separate),
  );
  let furthest = step;
  for (const { id } of able) {
    const lacking = assignable(later, [...acted, { person: id, step }], given);
    if (lacking === undefined) return undefined;
    if (later.indexOf(lacking) > later.indexOf(furthest)) furthest = lacking;
  }
  return furthest;
};

/**
 * The first of the steps to come for which nobody would remain, however the ones before it are distributed among those who
 * may do them; undefined when the whole way can be gone. The head learns it at the submission, not at the end.
 */
export const unstaffedStep = (
  steps: readonly string[],
  acted: readonly DeedDone[],
  given: { process: Process; people: readonly Eligible[]; separate: Separate },
): string | undefined => assignable(steps, acted, given);
