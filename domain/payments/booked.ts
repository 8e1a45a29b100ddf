import { type Amounts, eachShare, fitsInto, minus, plus } from '../budget/amounts.ts';
import { beyond } from '../budget/difference.ts';
import { type Holding, paidOutOf } from '../budget/holding.ts';

/** What a grant holds after an instalment was paid; undefined when less is committed than it says. */
export const afterPayment = (money: Holding, amounts: Amounts): Holding | undefined =>
  fitsInto(amounts, money.committed)
    ? { ...money, committed: minus(money.committed, amounts), paid: plus(money.paid, amounts) }
    : undefined;

/** What is paid again of what came back: as much as there is room for, never more of a share than came back of it. */
const within = (room: Amounts, amounts: Amounts): Amounts => {
  const regular = Math.min(room.state + room.county, amounts.state + amounts.county);
  const state = Math.min(amounts.state, Math.max(room.state, regular - amounts.county));
  const voluntary = Math.min(room.voluntary, amounts.voluntary);
  return eachShare((share) => ({ state, county: regular - state, voluntary })[share]);
};

/** A payment that came back. */
export interface Returned {
  /** What the grant holds when all of it is committed again: from there what is not to be paid again is released. */
  whole: Holding;
  /** What it holds then. */
  money: Holding;
  /** What is paid again: nothing where the grant has become less by as much. */
  again: Amounts;
}

/**
 * What a grant holds after the bank, or the cash office, sent an instalment back. It is paid again as far as the grant's sum of
 * today leaves room for it beside what was paid and is committed; the rest is not committed any more.
 * @param of.wasPaid whether it had been booked: if not, it is committed still
 * @param of.sum what the grant comes to by now; undefined while nothing is decided, then all of it is paid again
 * @returns undefined when the grant does not hold what came back
 */
export const afterBounce = (
  money: Holding,
  amounts: Amounts,
  { wasPaid, sum }: { wasPaid: boolean; sum?: Amounts | undefined },
): Returned | undefined => {
  if (!fitsInto(amounts, wasPaid ? money.paid : money.committed)) return undefined;
  const whole = wasPaid
    ? { ...money, paid: minus(money.paid, amounts), committed: plus(money.committed, amounts) }
    : money;
  const rest = minus(whole.committed, amounts);
  const again = sum ? within(beyond(sum, plus(paidOutOf(whole), rest)), amounts) : amounts;
  return { whole, money: { ...whole, committed: plus(rest, again) }, again };
};
