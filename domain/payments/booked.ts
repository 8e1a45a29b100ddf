import { type Amounts, fitsInto, minus, plus } from '../budget/amounts.ts';
import type { Holding } from '../budget/holding.ts';

/** What a grant holds after an instalment was paid; undefined when less is committed than it says. */
export const afterPayment = (money: Holding, amounts: Amounts): Holding | undefined =>
  fitsInto(amounts, money.committed)
    ? { ...money, committed: minus(money.committed, amounts), paid: plus(money.paid, amounts) }
    : undefined;

/** What it holds after a payment came back from the bank; undefined when less lies with what was paid. */
export const afterBounce = (money: Holding, amounts: Amounts): Holding | undefined =>
  fitsInto(amounts, money.paid)
    ? { ...money, paid: minus(money.paid, amounts), committed: plus(money.committed, amounts) }
    : undefined;
