import type { BudgetSettings } from '../../budget/settings.ts';
import type { Asker } from '../../people/asker.ts';
import type { DeedDone } from '../budget-application/about.ts';
import { type Apart, deedsAgainst, pairedWith } from '../deeds-against.ts';
import type { ProofHead } from './particulars.ts';

/**
 * Who checks, decides what becomes of a missing proof, or drafts the claim never approves it; who approves it, which orders
 * the money in, does not book it (GemHVO § 25).
 */
const FIXED: readonly Apart[] = [
  ['check', 'approval'],
  ['missing', 'approval'],
  ['claim', 'approval'],
  // Where a withdrawal may be intended too.
  ['filing', 'approval'],
  ['queries', 'approval'],
  ['approval', 'repayment'],
];

/** § 16 SGB X: whoever acted for the provider in this matter does not decide on it, wherever they work by then. */
const PROVIDERS = ['filing', 'queries', 'hearing'];
/** Of the office, whoever's turn it is. */
const isOfOffice = ({ action }: DeedDone): boolean => action === 'intend-withdrawal';

/**
 * The deeds that exclude somebody from acting on a proof where it stands: own ones, and those of somebody for whom they stand in
 * today.
 */
export const proofDeedsAgainst = (
  who: Pick<Asker, 'id' | 'standsInFor' | 'roles' | 'provider'>,
  { at, about }: ProofHead,
  separate: BudgetSettings['separate'],
): DeedDone[] => {
  const apart = pairedWith(at, [...FIXED, ...separate]);
  // The office acts in steps of the provider, too.
  const isTheirs = who.roles.includes('provider') && who.provider === about.provider;
  const providers = isTheirs ? [] : PROVIDERS.filter((step) => !apart.includes(step));
  const forProvider = about.acted.filter((deed) => !isOfOffice(deed));
  return [...deedsAgainst(who, apart, about.acted), ...deedsAgainst(who, providers, forProvider)];
};
