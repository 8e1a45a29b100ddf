import type { BudgetSettings } from '../../budget/settings.ts';
import type { Instant } from '../../calendar/period.ts';
import { broughtBy, type Payee, type Someone } from '../../payments/payee.ts';
import type { DeedDone } from '../budget-application/about.ts';
import { type Apart, deedsAgainst, pairedWith } from '../deeds-against.ts';
import type { PaymentHead } from './particulars.ts';

/** The change of the account is no step of the order, and counts like one. */
const PAYEE = 'payee';

/**
 * Who certifies never orders; who orders never hands over or books (GemHVO § 25: who orders does not pay); who brought or
 * changed the account neither certifies nor orders nor releases a payment to it.
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

const changed = (by: Someone, at: Instant): DeedDone => ({ ...by, step: PAYEE, action: 'change-payee', at });

/** Who brought the account that money goes to now: everybody who entered its IBAN, and who changed it, or its holder, last. */
const payeeDeeds = (payee: Payee): DeedDone[] => {
  const deeds = broughtBy(payee, payee.iban).map(({ by, at }) => changed(by, at));
  const { changedBy, since } = payee;
  const isNamed = deeds.some((one) => one.person === changedBy?.person && one.for === changedBy.for);
  return [...deeds, ...(changedBy && !isNamed ? [changed(changedBy, since)] : [])];
};

/** What was done about an order and about the account that it goes to. */
const deedsOf = ({ about }: PaymentHead, payee: Payee | undefined): DeedDone[] => [
  ...about.acted,
  ...(payee ? payeeDeeds(payee) : []),
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
