import * as z from 'zod/mini';
import { addUp, type Cents, cents } from '../money/cents.ts';
import { sharesOf } from '../money/shares.ts';

/** Who bears a sum: the state's and the county's share of the Sozialraumbudget, and what the county adds of its own. */
export const amounts = z.strictObject({ state: cents, county: cents, voluntary: cents });
/** In cents. Differences and balances have the same shape and may be negative. */
export type Amounts = z.infer<typeof amounts>;

export const NOTHING: Amounts = { state: 0, county: 0, voluntary: 0 };

/** The two lines of a frame: voluntary county money is one of its own. In cents, may be negative. */
export interface Lines {
  regular: Cents;
  voluntary: Cents;
}

const exact = (sum: number) => {
  if (!Number.isSafeInteger(sum)) throw new RangeError('more than a number holds exactly');
  return sum;
};

/** Amounts, worked out share by share. */
export const eachShare = (of: (share: keyof Amounts) => Cents): Amounts => ({
  state: exact(of('state')),
  county: exact(of('county')),
  voluntary: exact(of('voluntary')),
});

export const plus = (a: Amounts, b: Amounts): Amounts => eachShare((share) => a[share] + b[share]);
export const minus = (a: Amounts, b: Amounts): Amounts => eachShare((share) => a[share] - b[share]);

export const isNothing = ({ state, county, voluntary }: Amounts): boolean =>
  state === 0 && county === 0 && voluntary === 0;

/** Whether every share of `part` fits into that of `whole`. */
export const fitsInto = (part: Amounts, whole: Amounts): boolean =>
  part.state <= whole.state && part.county <= whole.county && part.voluntary <= whole.voluntary;

export const linesOf = ({ state, county, voluntary }: Amounts): Lines => ({
  regular: exact(state + county),
  voluntary,
});

export const totalOf = ({ state, county, voluntary }: Amounts): Cents => addUp([state, county, voluntary]);

/** A sum of the budget in its shares, 60 % from the state, and voluntary money beside it. */
export const amountsOf = (regular: Cents, voluntary: Cents = 0): Amounts => ({
  ...sharesOf(regular),
  voluntary,
});
