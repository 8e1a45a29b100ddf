import { totalOf } from '../budget/amounts.ts';
import type { BudgetAbout } from '../forms/budget-application/about.ts';

/** Whether an amendment makes the grant less than it was before: in cents, whatever its lines. */
export const isLess = ({ amends, decision }: Pick<BudgetAbout, 'amends' | 'decision'>): boolean =>
  amends !== undefined && decision !== undefined && decision.amount < totalOf(amends.before);

/**
 * § 24 SGB X: before something that was granted is taken away, the provider is heard, whatever the county's settings say about
 * refusals. Who applies for less itself has said what it had to say.
 */
export const needsHearing = ({ amends, decision, heard }: BudgetAbout): boolean =>
  !heard && amends?.exOfficio === true && isLess({ amends, decision });
