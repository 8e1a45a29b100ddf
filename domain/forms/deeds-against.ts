import type { DeedDone } from './budget-application/about.ts';

/** Two steps that one person never does both of, in whichever order. */
export type Apart = readonly [string, string];

/** The steps that are kept apart from one: pairs work both ways, for a case can come back. */
export const pairedWith = (step: string, pairs: readonly Apart[]): string[] =>
  pairs.flatMap(([a, b]) => (a === step ? [b] : b === step ? [a] : []));

/**
 * The deeds in those steps that are somebody's: own ones, and those of somebody for whom they stand in today. A deputy inherits
 * what the other was excluded from, also when they act in their own name: else a deputyship would be a way round.
 */
export const deedsAgainst = <Deed extends Pick<DeedDone, 'person' | 'for' | 'step'>>(
  who: { id: string; standsInFor: readonly string[] },
  apart: readonly string[],
  acted: readonly Deed[],
): Deed[] => {
  const persons = [who.id, ...who.standsInFor];
  return acted.filter(
    (one) =>
      apart.includes(one.step) &&
      [one.person, one.for].some((id) => id !== undefined && persons.includes(id)),
  );
};
