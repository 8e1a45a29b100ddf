import { type Cents, fromExact, toExact } from './cents.ts';
import { type Shares, sharesOf } from './shares.ts';

/**
 * What state and county bear of a year in the end. Shares on notices are provisional: the state settles the year on all
 * proven costs, those paid from voluntary county money included, up to its figure.
 * @param proven all proven costs of the year
 * @param figure what the state announced; it is entered, never computed
 */
export const settleYear = ({ proven, figure }: { proven: Cents; figure: Cents }): Shares => {
  const state = Math.min(sharesOf(proven).state, fromExact(toExact(figure)));
  return { state, county: fromExact(toExact(proven) - toExact(state)) };
};

/** What a provider pays back: paid − proven; nothing when more was proven than paid. */
export const repaymentOf = ({ paid, proven }: { paid: Cents; proven: Cents }): Cents =>
  toExact(paid) > toExact(proven) ? fromExact(toExact(paid) - toExact(proven)) : 0;
