import { addUp, type Cents, fromExact, toExact } from './cents.ts';

/**
 * Splits an amount by weights so that the parts add up to the cent: each gets its exact share rounded down, and the cents
 * that remain go to the largest remainders, of equal ones to those that come first. Who calls it puts the weights into an
 * order that does not change, by id.
 * @param weights whole numbers, not negative: basis points, points of a distribution, children
 * @throws RangeError for other weights, and when all of them are zero
 */
export const splitByWeights = (amount: Cents, weights: readonly number[]): Cents[] => {
  const whole = toExact(addUp(weights));
  if (whole === 0n) throw new RangeError('nothing to split by');
  const exact = weights.map((weight) => toExact(amount) * toExact(weight));
  const down = exact.map((share) => fromExact(share / whole));
  const rest = fromExact(toExact(amount) - toExact(addUp(down)));
  const remainders = exact.map((share) => share % whole);
  const remainderOf = (n: number) => remainders[n] ?? 0n;
  // Sorting leaves equal ones in their order.
  const byRemainder = weights
    .map((_, n) => n)
    .sort((a, b) => Number(remainderOf(a) < remainderOf(b)) - Number(remainderOf(a) > remainderOf(b)));
  const raised = new Set(byRemainder.slice(0, rest));
  return down.map((share, n) => (raised.has(n) ? share + 1 : share));
};
