import { canonicalText } from '../submission/canonical.ts';
import { balanceOf, eachStage } from './account.ts';
import { linesOf, minus, plus } from './amounts.ts';
import type { Entry } from './entry.ts';
import type { Frame } from './frame.ts';
import { boundOf, type Holding, holdingAfter, NO_HOLDING } from './holding.ts';

const same = (a: unknown, b: unknown) => canonicalText(a) === canonicalText(b);

/** Whether the running sums of a frame are those of all entries of its year: recomputed, not believed. */
export const agrees = (
  { figures, sums, available, uncommitted }: Frame,
  entries: readonly Entry[],
): boolean => {
  const { frame, ...balances } = balanceOf(entries);
  const bound = boundOf(balances);
  return same(
    { figures, sums, available, uncommitted },
    {
      figures: frame,
      sums: eachStage((stage) => balances[stage]),
      available: linesOf(minus(frame, plus(balances.reserved, bound))),
      uncommitted: linesOf(minus(frame, bound)),
    },
  );
};

/** What each application holds by the entries of its year. */
export const holdingsOf = (entries: readonly Entry[]): Map<string, Holding> => {
  const holdings = new Map<string, Holding>();
  for (const one of entries)
    if (one.submission)
      holdings.set(one.submission, holdingAfter(holdings.get(one.submission) ?? NO_HOLDING, [one]));
  return holdings;
};

/**
 * The applications whose head says something else than the ledger of their year.
 * @param held by the ledger, @param stated by the heads, of all that either of them knows
 */
export const differing = (
  held: ReadonlyMap<string, Holding>,
  stated: ReadonlyMap<string, Holding>,
): string[] =>
  [...new Set([...held.keys(), ...stated.keys()])].filter(
    (id) => !same(held.get(id) ?? NO_HOLDING, stated.get(id) ?? NO_HOLDING),
  );
