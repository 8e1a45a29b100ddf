import { isNothing, plus } from '../budget/amounts.ts';
import type { BudgetHead } from '../forms/budget-application/particulars.ts';

/** Why a grant cannot be amended now. */
export type AmendmentRefusal = 'not-granted' | 'amendment-open';

/**
 * Whether what was paid of a grant was proven, in whole or in part, or is claimed back as a whole, so that nothing of it can become
 * otherwise any more: a claim says for good what was paid (ADR 50), also where nothing was recognised, and so does an acceptance,
 * also where nothing was paid.
 */
export const isProven = ({ about: { money, claimed } }: Pick<BudgetHead, 'about'>): boolean =>
  claimed === true || !isNothing(plus(money.accepted, money.returned));

/**
 * Whether a grant can be amended: its notice is final, it is not proven yet, and no other amendment of it is open. Whether its year
 * still takes entries is asked of the frame.
 * @param open the amendment that its head names last, as it stands; undefined where there is none
 */
export const amendmentRefusal = (
  { at, about }: BudgetHead,
  open: Pick<BudgetHead, 'endedAt'> | undefined,
): AmendmentRefusal | undefined => {
  // An amendment becomes part of the grant: the next one amends the grant again.
  const isGrant = at === 'final' && about.amends === undefined && about.approved !== undefined;
  if (!isGrant || !about.decision || about.decision.kind === 'refuse') return 'not-granted';
  if (isProven({ about })) return 'not-granted';
  return open && !open.endedAt ? 'amendment-open' : undefined;
};
