import type { Amounts } from '../budget/amounts.ts';
import { targetOf } from '../budget/difference.ts';
import type { BudgetHead } from '../forms/budget-application/particulars.ts';
import type { PaymentHead } from '../forms/payment-order/particulars.ts';
import { afterBounce, type Returned } from './booked.ts';

/**
 * What a grant is to come to by now, with all amendments that hold, whatever was paid of it. Undefined while nobody has decided for
 * good: what was paid ahead until then is no part of a sum yet.
 */
const sumOfGrant = ({ at, about }: Pick<BudgetHead, 'at' | 'about'>): Amounts | undefined => {
  const { decision, amended = [] } = about;
  if (at !== 'final' || !decision) return undefined;
  const last = amended.at(-1);
  return last ? targetOf(last.total, last.voluntary ?? 0) : targetOf(decision.amount, decision.voluntary);
};

/** What becomes of an application's money when this order of it comes back; undefined when it does not hold what came back. */
export const returnedOf = (application: BudgetHead, order: PaymentHead): Returned | undefined =>
  afterBounce(application.about.money, order.about.amounts, {
    wasPaid: order.at === 'booked',
    sum: sumOfGrant(application),
  });
