import * as z from 'zod/mini';
import { type Amounts, eachShare, NOTHING, plus } from './amounts.ts';

/**
 * How far an application's money has come: a wish, an assurance inside the office, a decision that was made, what was paid
 * of it, what of that was proven and accepted, and what came back.
 */
export const stages = ['requested', 'reserved', 'committed', 'paid', 'accepted', 'returned'] as const;
export type Stage = (typeof stages)[number];

/** Where money of a year's ledger can lie: with the applications, as the frame's figures, or not in it at all. */
export const account = z.enum(['outside', 'frame', ...stages]);
export type Account = z.infer<typeof account>;

/** An amount goes from one account to another; every entry of the ledger is one. */
export interface Movement {
  from: Account;
  to: Account;
  amounts: Amounts;
}

/** In cents. Money that comes into the ledger makes `outside` negative, so that all accounts add up to nothing. */
export type Balances = Record<Account, Amounts>;

/** Something for each stage. */
export const eachStage = <T>(of: (stage: Stage) => T): Record<Stage, T> => ({
  requested: of('requested'),
  reserved: of('reserved'),
  committed: of('committed'),
  paid: of('paid'),
  accepted: of('accepted'),
  returned: of('returned'),
});

const EMPTY: Balances = { outside: NOTHING, frame: NOTHING, ...eachStage(() => NOTHING) };

/** Recomputes every account from all entries of a year; from those of one application, what it holds. */
export const balanceOf = (movements: Iterable<Movement>): Balances => {
  const balances = { ...EMPTY };
  for (const { from, to, amounts } of movements) {
    balances[from] = eachShare((share) => balances[from][share] - amounts[share]);
    balances[to] = plus(balances[to], amounts);
  }
  return balances;
};
