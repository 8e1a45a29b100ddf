import { type Cents, fromExact, toExact } from './cents.ts';
import { basisPoints, partHalfUp, ratio } from './ratio.ts';

/** Who pays what of a sum: both add up to it. */
export interface Shares {
  state: Cents;
  county: Cents;
}

/** What the state pays of the Sozialraumbudget (§ 25 Abs. 5 KiTaG). */
const STATE = basisPoints(6_000);

/** The state pays 60 %, half a cent rounded up; the county pays the rest. */
export const sharesOf = (total: Cents): Shares => {
  const state = partHalfUp(total, STATE);
  return { state, county: fromExact(toExact(total) - toExact(state)) };
};

/**
 * A year's budget by the figure that the state announces: 60 % of a total. Where the total is no whole cent, the nearest
 * one is meant (it is never half a cent away); the state's share of that total is the figure again.
 */
export const budgetOf = (figure: Cents): Shares & { total: Cents } => {
  const total = partHalfUp(figure, ratio(STATE.denominator, STATE.numerator));
  return { total, state: figure, county: fromExact(toExact(total) - toExact(figure)) };
};
