import { type Cents, fromExact, toExact } from './cents.ts';

/** An exact fraction that is not negative: a percentage, a share, an indicator. BigInt, so that products stay exact. */
export interface Ratio {
  numerator: bigint;
  denominator: bigint;
}

/** @throws RangeError for a fraction in a fraction, a negative one, or one over zero. */
export const ratio = (numerator: number | bigint, denominator: number | bigint): Ratio => {
  const exact = { numerator: BigInt(numerator), denominator: BigInt(denominator) };
  if (exact.numerator < 0n || exact.denominator <= 0n) throw new RangeError('not a ratio');
  return exact;
};

/** Hundredths of a per cent: 2.5 % is 250. */
export const basisPoints = (n: number): Ratio => ratio(n, 10_000);

export const times = (a: Ratio, b: Ratio): Ratio => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});

export const plus = (a: Ratio, b: Ratio): Ratio => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});

/** A part of an amount, half a cent rounded up: shares are rounded like this. */
export const partHalfUp = (amount: Cents, { numerator, denominator }: Ratio): Cents =>
  fromExact((2n * toExact(amount) * numerator + denominator) / (2n * denominator));

/** A part of an amount, rounded down: caps are rounded like this. */
export const partDown = (amount: Cents, { numerator, denominator }: Ratio): Cents =>
  fromExact((toExact(amount) * numerator) / denominator);
