import { minus, NOTHING, plus } from '../budget/amounts.ts';
import type { BudgetHead } from '../forms/budget-application/particulars.ts';
import type { PaymentHead } from '../forms/payment-order/particulars.ts';

/** Whether the cash office has an order and has not booked it yet: nobody here stops it any more. */
export const isHandedOver = ({ at }: Pick<PaymentHead, 'at'>): boolean => at === 'booking';

/** What an application says when the cash office got an order of it, booked it, or told that it came back. */
export const withHandedOver = (
  about: BudgetHead['about'],
  before: PaymentHead,
  after: Pick<PaymentHead, 'at'>,
): BudgetHead['about'] => {
  if (isHandedOver(before) === isHandedOver(after)) return about;
  const change = isHandedOver(after) ? plus : minus;
  return { ...about, handedOver: change(about.handedOver ?? NOTHING, before.about.amounts) };
};
