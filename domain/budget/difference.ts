import type { Cents } from '../money/cents.ts';
import { type Amounts, amountsOf, minus, NOTHING, plus, totalOf } from './amounts.ts';
import { type Holding, paidOutOf } from './holding.ts';

/** What a grant came to in the end: what is committed still, and what was paid of it, wherever that lies by now. */
export const grantedIn = (money: Holding): Amounts => plus(money.committed, paidOutOf(money));

/** What a grant is to come to: a sum, and how much of it comes from the voluntary line. */
export const targetOf = (sum: Cents, voluntary: Cents): Amounts =>
  amountsOf(sum - Math.min(voluntary, sum), Math.min(voluntary, sum));

/**
 * What is missing to a sum beyond what is there already, line by line, and nothing where more is there. Within the regular line
 * only the sum counts: shares are those of the whole, as far as the ones that are there allow it.
 */
export const beyond = (sum: Amounts, there: Amounts): Amounts => {
  const regular = Math.max(0, sum.state + sum.county - there.state - there.county);
  const state = Math.min(regular, Math.max(0, sum.state - there.state));
  return { state, county: regular - state, voluntary: Math.max(0, sum.voluntary - there.voluntary) };
};

/** Amended − granted, share by share; less is negative. */
export const differenceOf = (before: Amounts, after: Amounts): Amounts => minus(after, before);

/**
 * What a grant holds when its sum is another: what was paid stays paid, what the cash office has the orders for stays committed, for
 * it is paid all the same, and so is the rest of the new sum. Of a sum that is less than that nothing more is committed; what is too
 * much then comes back after the proof of use.
 * @param handedOver the sum of the orders that the cash office has and has not booked yet
 */
export const amendedHolding = (money: Holding, sum: Amounts, handedOver: Amounts = NOTHING): Holding => ({
  ...money,
  committed: plus(handedOver, beyond(sum, plus(paidOutOf(money), handedOver))),
});

/** How much more was paid than the sum is: what the proof of use, or a repayment, must settle. In cents. */
export const overpaidBy = (money: Holding, sum: Amounts): Cents => totalOf(beyond(paidOutOf(money), sum));
