import { totalOf } from '../budget/amounts.ts';
import type { Frame } from '../budget/frame.ts';
import type { Holding } from '../budget/holding.ts';
import type { Cents } from '../money/cents.ts';

/** Why money of a year cannot be settled yet, in the order in which it goes its way. */
export const unsettledReasons = [
  /** Applied for or reserved, and not decided. */
  'undecided',
  /** Committed, and neither paid nor released. */
  'unpaid',
  /** Paid, and its proof is not there. */
  'proof-awaited',
  /** Paid, and its proof is being checked, or the provider asked. */
  'proof-in-check',
  /** What was not proven is being claimed back, or the claim is objected to. */
  'claim-open',
  /** Claimed back, and not there yet. */
  'repayment-awaited',
] as const;
export type UnsettledReason = (typeof unsettledReasons)[number];

/** Money of one grant that cannot be settled yet (cents). */
export interface Unsettled {
  application: string;
  reason: UnsettledReason;
  amount: Cents;
}

const IN_CHECK = ['check', 'queries'];
const AWAITED = ['filing', 'missing'];

/** Why what was paid is not settled, by where its proof stands. */
const reasonOfPaid = (proofAt: string | undefined): UnsettledReason => {
  if (proofAt === undefined || AWAITED.includes(proofAt)) return 'proof-awaited';
  if (IN_CHECK.includes(proofAt)) return 'proof-in-check';
  return proofAt === 'repayment' ? 'repayment-awaited' : 'claim-open';
};

const listed = (application: string, reason: UnsettledReason, amount: Cents): Unsettled[] =>
  amount > 0 ? [{ application, reason, amount }] : [];

/**
 * What of a grant is not settled.
 * @param proofAt the step at which its proof stands; undefined where there is none
 */
export const unsettledOf = (
  { id, money }: { id: string; money: Holding },
  proofAt: string | undefined,
): Unsettled[] => [
  ...listed(id, 'undecided', totalOf(money.requested) + totalOf(money.reserved)),
  ...listed(id, 'unpaid', totalOf(money.committed)),
  ...listed(id, reasonOfPaid(proofAt), totalOf(money.paid)),
];

/**
 * Whether a list of what is not settled holds all that the frame says is requested, reserved, committed or paid. The list is made
 * of heads that an index names, which may lag behind by a moment; the frame never does.
 */
export const isWhole = (unsettled: readonly Unsettled[], { sums }: Pick<Frame, 'sums'>): boolean => {
  const listedFor = (isOf: (reason: UnsettledReason) => boolean) =>
    unsettled.reduce((sum, { reason, amount }) => sum + (isOf(reason) ? amount : 0), 0);
  return (
    listedFor((reason) => reason === 'undecided') === totalOf(sums.requested) + totalOf(sums.reserved) &&
    listedFor((reason) => reason === 'unpaid') === totalOf(sums.committed) &&
    listedFor((reason) => reason !== 'undecided' && reason !== 'unpaid') === totalOf(sums.paid)
  );
};
