import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountsOf, fitsInto, linesOf, minus, NOTHING, plus } from '../budget/amounts.ts';
import { anyAmounts, anyHolding } from '../budget/any-holding.test-data.ts';
import { grantedIn, targetOf } from '../budget/difference.ts';
import { type Holding, movementsBetween, NO_HOLDING } from '../budget/holding.ts';
import { aBudgetHead } from '../forms/budget-application/a-budget-head.test-data.ts';
import { aPaymentHead } from '../forms/payment-order/a-payment-head.test-data.ts';
import { afterBounce, afterPayment } from './booked.ts';
import { returnedOf } from './returned.ts';

const INSTALMENT = amountsOf(17_808_64);

describe('a payment that came back', () => {
  test('is paid again in full where the grant is what it was', () => {
    const money: Holding = { ...NO_HOLDING, committed: INSTALMENT, paid: INSTALMENT };
    const sum = plus(INSTALMENT, INSTALMENT);
    expect(afterBounce(money, INSTALMENT, { wasPaid: true, sum })).toMatchObject({
      money: { committed: sum, paid: NOTHING },
      again: INSTALMENT,
    });
    expect(afterBounce(money, INSTALMENT, { wasPaid: false, sum })).toMatchObject({
      money,
      again: INSTALMENT,
    });
  });

  test('is paid again only as far as the grant that has become less leaves room, or not at all', () => {
    const money: Holding = { ...NO_HOLDING, paid: plus(INSTALMENT, INSTALMENT) };
    const sum = amountsOf(20_000_00);
    const back = afterBounce(money, INSTALMENT, { wasPaid: true, sum });
    expect(back?.again).toEqual(minus(sum, INSTALMENT));
    expect(grantedIn(back?.money ?? NO_HOLDING)).toEqual(sum);
    const none = afterBounce(money, INSTALMENT, { wasPaid: true, sum: amountsOf(15_000_00) });
    expect(none).toMatchObject({ again: NOTHING, money: { committed: NOTHING, paid: INSTALMENT } });
  });

  test('leaves no more than the grant comes to, or than there was beside it, and goes by ways of the ledger', () => {
    const sums = fc.tuple(fc.nat(300_000_00), fc.nat(100_000_00)).map(([of, own]) => targetOf(of, own));
    fc.assert(
      fc.property(anyHolding, anyAmounts, sums, fc.boolean(), (money, amounts, sum, wasPaid) => {
        const back = afterBounce(money, amounts, { wasPaid, sum });
        expect(back !== undefined).toBe(fitsInto(amounts, wasPaid ? money.paid : money.committed));
        if (!back) return;
        expect(fitsInto(NOTHING, back.again) && fitsInto(back.again, amounts)).toBe(true);
        const rest = linesOf(minus(grantedIn(money), amounts));
        const [then, most] = [linesOf(grantedIn(back.money)), linesOf(sum)];
        for (const line of ['regular', 'voluntary'] as const)
          expect(then[line]).toBe(
            Math.max(rest[line], Math.min(most[line], rest[line] + linesOf(amounts)[line])),
          );
        expect(() => [
          ...movementsBetween(money, back.whole),
          ...movementsBetween(back.whole, back.money),
        ]).not.toThrow();
        const paid = afterPayment(back.whole, amounts);
        expect(paid?.paid).toEqual(wasPaid ? money.paid : plus(money.paid, amounts));
      }),
    );
  });

  test('is held against what the last amendment says, and against nothing while nobody has decided', () => {
    const order = aPaymentHead({ at: 'booked', about: { amount: 17_808_64, amounts: INSTALMENT } });
    const grant = (at: string, total?: number) =>
      aBudgetHead({
        at,
        about: {
          decision: { kind: 'grant', amount: 17_808_64, voluntary: 0, note: 1 },
          money: { ...NO_HOLDING, paid: INSTALMENT },
          ...(total !== undefined && {
            amended: [{ id: order.id, reason: 'other', at: order.createdAt, total, version: 1, note: 1 }],
          }),
        },
      });
    expect(returnedOf(grant('final'), order)?.again).toEqual(INSTALMENT);
    expect(returnedOf(grant('final', 10_000_00), order)?.again).toEqual(amountsOf(10_000_00));
    expect(returnedOf(grant('final', 0), order)?.again).toEqual(NOTHING);
    expect(returnedOf(grant('decision', 0), order)?.again).toEqual(INSTALMENT);
  });
});
