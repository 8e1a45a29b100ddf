import type { BudgetSettings } from '../../budget/settings.ts';
import type { Payee } from '../../payments/payee.ts';
import type { DeedDone } from '../budget-application/about.ts';
import { type Apart, deedsAgainst, pairedWith } from '../deeds-against.ts';
import type { PaymentHead } from './particulars.ts';

/** The change of the account is no step of the order, and counts like one. */
const PAYEE = 'payee';

/**
 * Who certifies never orders; who orders never hands over or books (GemHVO § 25: who orders does not pay); who changed the
 * account neither certifies nor orders nor releases a payment to it.
 */
const FIXED: readonly Apart[] = [
  ['certify', 'order'],
  ['order', 'export'],
  ['order', 'booking'],
  ['order', 'booked'],
  [PAYEE, 'certify'],
  [PAYEE, 'order'],
  [PAYEE, 'export'],
];

/** What was done about an order and about the account that it goes to. */
const deedsOf = ({ about }: PaymentHead, payee: Payee | undefined): DeedDone[] => [
  ...about.acted,
  ...(payee?.changedBy ? [{ ...payee.changedBy, step: PAYEE, action: 'change-payee', at: payee.since }] : []),
];

/**
 * The deeds that exclude somebody from acting on an order where it stands: own ones, and those of somebody for whom they stand
 * in today.
 * @param payee whom the grant is paid to now
 */
export const paymentDeedsAgainst = (
  who: { id: string; standsInFor: readonly string[] },
  head: PaymentHead,
  payee: Payee | undefined,
  separate: BudgetSettings['separate'],
): DeedDone[] => deedsAgainst(who, pairedWith(head.at, [...FIXED, ...separate]), deedsOf(head, payee));
