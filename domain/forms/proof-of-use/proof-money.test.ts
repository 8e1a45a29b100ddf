import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Amounts,
  amountsOf,
  fitsInto,
  linesOf,
  minus,
  NOTHING,
  plus,
  totalOf,
} from '../../budget/amounts.ts';
import { amendedHolding, grantedIn, targetOf } from '../../budget/difference.ts';
import { type Holding, movementsBetween, NO_HOLDING, paidOutOf } from '../../budget/holding.ts';
import { afterBounce, afterPayment } from '../../payments/booked.ts';
import type { Act } from '../../process/apply-act.ts';
import { isSettled, moneyAfterProof, paidOf, partOfPaid } from './proof-money.ts';

const act = (action: string): Act => ({ kind: 'action', step: 'check', action, as: 'clerk' });
const granted = amountsOf(71_234_56);
const paid: Holding = { ...NO_HOLDING, paid: granted };

describe('the money of a grant after its proof', () => {
  test('of the example: 47,489.71 € are accepted when the claim is approved, 23,744.85 € returned when they are back', () => {
    const claim = { repayment: 23_744_85 };
    const approved = moneyAfterProof(paid, act('approve'), { claim });
    expect(approved).toMatchObject({
      paid: { state: 14_246_91, county: 9_497_94, voluntary: 0 },
      accepted: { state: 28_493_83, county: 18_995_88, voluntary: 0 },
    });
    const back = moneyAfterProof(approved, act('money-back'), { claim });
    expect(back).toMatchObject({ paid: NOTHING, returned: approved.paid, accepted: approved.accepted });
    expect(isSettled(back)).toBe(true);
  });

  test('is all accepted when all is proven, and what was never paid is released', () => {
    const some: Holding = {
      ...NO_HOLDING,
      committed: amountsOf(20_000_00),
      paid: amountsOf(50_000_00, 1_00),
    };
    const after = moneyAfterProof(some, act('accept-proof'), {});
    expect(after).toEqual({ ...NO_HOLDING, accepted: some.paid });
    expect(movementsBetween(some, after)).toHaveLength(2);
  });

  test('goes back to what was paid when an objection has opened the claim again', () => {
    const approved = moneyAfterProof(paid, act('approve'), { claim: { repayment: 1_00 } });
    expect(moneyAfterProof(approved, act('remedy'), {})).toEqual(paid);
    expect(moneyAfterProof(approved, act('overturn'), {})).toEqual(paid);
  });

  test('comes back as it was paid, never more of a share than was paid of it, to the cent', () => {
    const amounts = fc.nat(100_000_000);
    fc.assert(
      fc.property(
        amounts,
        amounts,
        amounts,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (state, county, voluntary, share) => {
          const all = { state, county, voluntary };
          const part = Math.floor(totalOf(all) * share);
          const split = partOfPaid(part, all);
          expect(totalOf(split)).toBe(part);
          expect(fitsInto(split, all)).toBe(true);
        },
      ),
    );
    expect(() => partOfPaid(2, { state: 1, county: 0, voluntary: 0 })).toThrow(RangeError);
  });
});

/** A grant on its way: its money, what it comes to, its orders at the cash office and those that were booked, and a claim. */
interface Paying {
  money: Holding;
  sum: Amounts;
  handedOver: readonly Amounts[];
  booked: readonly Amounts[];
  claimed?: number | undefined;
}
type Event = {
  do: 'hand-over' | 'book' | 'bounce' | 'bounce-booked' | 'settle' | 'amend' | 'approve' | 'reopen';
  part: number;
};

const partOf = (amounts: Amounts, part: number) => partOfPaid(Math.floor(totalOf(amounts) * part), amounts);
const all = (orders: readonly Amounts[]) => orders.reduce(plus, NOTHING);

/** The ways of the ledger that lead there; a payment that is not to be paid again goes back by what is committed. */
const requireWay = (before: Holding, ...then: Holding[]) => {
  let from = before;
  for (const to of then) {
    movementsBetween(from, to);
    from = to;
  }
};

const bounced = (now: Paying, amounts: Amounts, wasPaid: boolean): Paying => {
  const back = afterBounce(now.money, amounts, { wasPaid, sum: now.sum });
  if (!back) throw new Error('a return was not taken');
  requireWay(now.money, back.whole, back.money);
  return { ...now, money: back.money };
};

/** What is done by the cash office, the bank and the office, where the process allows it. */
const EVENTS: Readonly<Record<Event['do'], (now: Paying, part: number) => Paying>> = {
  // What is ordered fits beside what is handed over already.
  'hand-over': (now, part) => {
    const free = minus(now.money.committed, all(now.handedOver));
    return { ...now, handedOver: [...now.handedOver, partOf(free, part)] };
  },
  book: (now) => {
    const [first, ...others] = now.handedOver;
    if (!first) return now;
    const money = afterPayment(now.money, first);
    if (!money) throw new Error('a booking was not taken');
    requireWay(now.money, money);
    return { ...now, money, handedOver: others, booked: [...now.booked, first] };
  },
  bounce: (now) => {
    const [first, ...others] = now.handedOver;
    return first ? bounced({ ...now, handedOver: others }, first, false) : now;
  },
  'bounce-booked': (now) => {
    const [first, ...others] = now.booked;
    return first ? bounced({ ...now, booked: others }, first, true) : now;
  },
  // The bank does not send it back any more.
  settle: (now) => ({ ...now, booked: now.booked.slice(1) }),
  amend: (now, part) => {
    const { regular, voluntary } = linesOf(now.sum);
    const factor = 1.5 * part;
    const of = Math.floor((regular + voluntary) * factor);
    const sum = targetOf(of, Math.floor(voluntary * factor));
    const money = amendedHolding(now.money, sum, all(now.handedOver));
    requireWay(now.money, money);
    return { ...now, sum, money };
  },
  // Everything that was ordered has ended (ADR 50).
  approve: (now, part) => {
    if (now.handedOver.length + now.booked.length > 0) return now;
    const claimed = Math.floor(paidOf(now.money) * part);
    const money = moneyAfterProof(now.money, act('approve'), { claim: { repayment: claimed } });
    requireWay(now.money, money);
    return { ...now, money, claimed };
  },
  reopen: (now) => now,
};

const next = (now: Paying, { do: what, part }: Event): Paying => {
  if (now.claimed === undefined) return EVENTS[what](now, part);
  // While a claim stands nothing is amended or paid (ADR 55).
  if (what !== 'reopen') return now;
  const money = moneyAfterProof(now.money, act('remedy'), {});
  requireWay(now.money, money);
  return { ...now, money, claimed: undefined };
};

const expectRight = ({ money, sum, handedOver }: Paying) => {
  const bound = all(handedOver);
  expect(fitsInto(NOTHING, bound) && fitsInto(bound, money.committed)).toBe(true);
  expect(fitsInto(NOTHING, money.paid)).toBe(true);
  // It comes to its sum, or to what nobody can take back any more.
  const [stands, most, least] = [grantedIn(money), sum, plus(paidOutOf(money), bound)].map(linesOf);
  for (const line of ['regular', 'voluntary'] as const)
    expect(stands?.[line]).toBe(Math.max(most?.[line] ?? 0, least?.[line] ?? 0));
};

const OFTEN = ['hand-over', 'book', 'amend', 'bounce-booked', 'hand-over', 'book', 'reopen'] as const;
/** In thousandths: most doubles between 0 and 1 are as good as 0. */
const events: fc.Arbitrary<Event> = fc.record({
  do: fc.constantFrom(...(Object.keys(EVENTS) as Event['do'][]), ...OFTEN),
  part: fc.integer({ min: 0, max: 1_000 }).map((part) => part / 1_000),
});

describe('a closed grant', () => {
  test('has paid = accepted + returned after whatever was paid, sent back, amended and claimed, and every booking was taken', () => {
    fc.assert(
      fc.property(
        fc.nat(50_000_000),
        fc.nat(5_000_000),
        fc.array(events, { maxLength: 40 }),
        (sum, voluntary, happened) => {
          const granted = targetOf(sum, voluntary);
          let now: Paying = {
            money: { ...NO_HOLDING, committed: granted },
            sum: granted,
            handedOver: [],
            booked: [],
          };
          for (const event of happened) {
            const before = now;
            now = next(before, event);
            expectRight(now);
            const out = minus(paidOutOf(now.money), paidOutOf(before.money));
            const came = minus(all(now.booked), all(before.booked));
            // Paid is what the cash office booked and nobody sent back.
            if (event.do !== 'settle') expect(out).toEqual(came);
          }
          // What the cash office has is booked in the end, and nothing comes back any more.
          while (now.claimed === undefined && now.handedOver.length > 0) now = EVENTS.book(now, 0);
          const everPaid = paidOutOf(now.money);
          const closing = now.claimed === undefined ? 'accept-proof' : 'money-back';
          const closed = moneyAfterProof(now.money, act(closing), {});
          requireWay(now.money, closed);
          expect(isSettled(closed)).toBe(true);
          expect(plus(closed.accepted, closed.returned)).toEqual(everPaid);
          expect(totalOf(closed.returned)).toBe(now.claimed ?? 0);
        },
      ),
      // It takes a payment, a cut and a return in this order.
      { numRuns: 1_000 },
    );
  });
});
