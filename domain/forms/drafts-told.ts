import type { Instant } from '../calendar/period.ts';

/**
 * Of the drafts of something, those that left the house: each time the last one that there was. What was thrown away before stays
 * inside (§ 25 Abs. 1 SGB X).
 * @param drafts oldest first
 * @param moments when one left the house
 */
export const draftsTold = <T extends { at: Instant }>(
  drafts: readonly T[],
  moments: readonly Instant[],
): ReadonlySet<T | undefined> => new Set(moments.map((moment) => drafts.findLast(({ at }) => at <= moment)));
