import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Amounts, amountsOf, fitsInto, minus, NOTHING, plus, totalOf } from '../../budget/amounts.ts';
import { type Holding, movementsBetween, NO_HOLDING, paidOutOf } from '../../budget/holding.ts';
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

describe('a closed grant', () => {
  type Event = { do: 'pay' | 'bounce' | 'approve' | 'reopen' | 'accept' | 'back'; part: number };
  const events: fc.Arbitrary<Event> = fc.record({
    do: fc.constantFrom('pay', 'bounce', 'approve', 'reopen', 'accept', 'back'),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const partOf = (amounts: Amounts, part: number) => partOfPaid(Math.floor(totalOf(amounts) * part), amounts);

  /** What each event makes of the money, where the process allows it. */
  const apply = (
    money: Holding,
    claimed: number | undefined,
    event: Event,
  ): [Holding, number | undefined] => {
    if (event.do === 'pay' && claimed === undefined) {
      const amounts = partOf(money.committed, event.part);
      return [
        { ...money, committed: minus(money.committed, amounts), paid: plus(money.paid, amounts) },
        undefined,
      ];
    }
    if (event.do === 'bounce' && claimed === undefined) {
      const amounts = partOf(money.paid, event.part);
      return [
        { ...money, committed: plus(money.committed, amounts), paid: minus(money.paid, amounts) },
        undefined,
      ];
    }
    if (event.do === 'approve' && claimed === undefined) {
      const repayment = Math.floor(paidOf(money) * event.part);
      return [moneyAfterProof(money, act('approve'), { claim: { repayment } }), repayment];
    }
    if (event.do === 'reopen' && claimed !== undefined)
      return [moneyAfterProof(money, act('remedy'), {}), undefined];
    return [money, claimed];
  };

  test('has paid = accepted + returned after whatever happened, and committed was never less than paid', () => {
    fc.assert(
      fc.property(
        fc.nat(50_000_000),
        fc.nat(5_000_000),
        fc.array(events, { maxLength: 30 }),
        (sum, voluntary, all) => {
          const granted = amountsOf(sum, voluntary);
          let money: Holding = { ...NO_HOLDING, committed: granted };
          let claimed: number | undefined;
          const step = (then: Holding) => {
            // Every change is one that the ledger knows ways for.
            movementsBetween(money, then);
            money = then;
          };
          for (const event of all) {
            const [then, next] = apply(money, claimed, event);
            step(then);
            claimed = next;
            expect(fitsInto(paidOutOf(money), granted)).toBe(true);
            expect(plus(money.committed, paidOutOf(money))).toEqual(granted);
          }
          const everPaid = paidOutOf(money);
          step(moneyAfterProof(money, act(claimed === undefined ? 'accept-proof' : 'money-back'), {}));
          expect(isSettled(money)).toBe(true);
          expect(plus(money.accepted, money.returned)).toEqual(everPaid);
          if (claimed !== undefined) expect(totalOf(money.returned)).toBe(claimed);
        },
      ),
    );
  });
});
