import * as z from 'zod/mini';

/** An amount of money in euro cents: a whole number that is not negative. Fractions of a euro never exist as numbers. */
export type Cents = number;

/** Ten billion euros in cents: more than any budget here, and thousands of such amounts still add up exactly. */
export const MOST = 1_000_000_000_000;

const isMissing = (input: unknown) => input === undefined || input === null || input === '';

/** An amount that somebody states. Messages are keys of languages/<language>/problems.json. */
export const cents = z
  .int({ error: ({ input }) => (isMissing(input) ? 'required' : 'wrong-type') })
  .check(z.nonnegative('negative'), z.maximum(MOST, 'too-much'));

/**
 * The amount as a BigInt, in which no product overflows.
 * @throws RangeError for what is no amount: a fraction, less than nothing, more than a number holds exactly.
 */
export const toExact = (amount: Cents): bigint => {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError('not an amount in cents');
  return BigInt(amount);
};

/** @throws RangeError when the result of a calculation is no amount. */
export const fromExact = (exact: bigint): Cents => {
  const amount = Number(exact);
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError('not an amount in cents');
  return amount;
};

/** @throws RangeError when one of them, or their sum, is no amount. */
export const addUp = (amounts: readonly Cents[]): Cents =>
  fromExact(amounts.reduce((sum, amount) => sum + toExact(amount), 0n));
