import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Amounts, amountsOf, eachShare, fitsInto, linesOf, NOTHING, plus, totalOf } from './amounts.ts';
import { anyHolding } from './any-holding.test-data.ts';
import { amendedHolding, beyond, differenceOf, grantedIn, overpaidBy, targetOf } from './difference.ts';
import { type Holding, movementsBetween, NO_HOLDING, paidOutOf } from './holding.ts';

const sums = fc.nat(50_000_000_00);
const targets = fc.tuple(sums, sums).map(([sum, voluntary]) => targetOf(sum, voluntary));
const committing = (committed: Amounts): Holding => ({ ...NO_HOLDING, committed });

describe('the difference of an amendment', () => {
  test('is amended − granted, share by share', () => {
    const [before, after] = [targetOf(71_234_56, 0), targetOf(73_000_00, 0)];
    expect(before).toEqual({ state: 42_740_74, county: 28_493_82, voluntary: 0 });
    expect(differenceOf(before, after)).toEqual({ state: 1_059_26, county: 706_18, voluntary: 0 });
    expect(differenceOf(after, before)).toEqual({ state: -1_059_26, county: -706_18, voluntary: 0 });
    expect(beyond(after, before)).toEqual({ state: 1_059_26, county: 706_18, voluntary: 0 });
    expect(beyond(before, after)).toEqual(NOTHING);
  });

  test('is reserved to the cent: of a rise all of it, of a cut nothing', () => {
    fc.assert(
      fc.property(targets, targets, (before, after) => {
        const more = linesOf(beyond(after, before));
        const [from, to] = [linesOf(before), linesOf(after)];
        expect(more).toEqual({
          regular: Math.max(0, to.regular - from.regular),
          voluntary: Math.max(0, to.voluntary - from.voluntary),
        });
      }),
    );
  });

  test('adds up to the last sum, whatever the order of rises and cuts, as long as less is paid', () => {
    fc.assert(
      fc.property(fc.array(targets, { minLength: 1, maxLength: 8 }), (sequence) => {
        let money = committing(sequence[0] ?? NOTHING);
        let added = money.committed;
        for (const next of sequence) {
          const stands = grantedIn(money);
          added = plus(added, differenceOf(stands, next));
          money = amendedHolding(money, next);
          expect(grantedIn(money)).toEqual(next);
        }
        expect(added).toEqual(sequence.at(-1));
      }),
    );
  });
});

describe('a grant that is amended', () => {
  test('keeps what was paid, commits the rest of the new sum, and never less than nothing', () => {
    fc.assert(
      fc.property(anyHolding, targets, (money, sum) => {
        const after = amendedHolding(money, sum);
        expect({ ...after, committed: money.committed }).toEqual(money);
        for (const share of ['state', 'county', 'voluntary'] as const)
          expect(after.committed[share]).toBeGreaterThanOrEqual(0);
        const [paid, all, then] = [paidOutOf(money), sum, grantedIn(after)].map(linesOf) as [
          ReturnType<typeof linesOf>,
          ReturnType<typeof linesOf>,
          ReturnType<typeof linesOf>,
        ];
        expect(then).toEqual({
          regular: Math.max(paid.regular, all.regular),
          voluntary: Math.max(paid.voluntary, all.voluntary),
        });
        // The ledger can say how it came about.
        expect(() => movementsBetween(money, after)).not.toThrow();
      }),
    );
  });

  test('stays committed for what the cash office has already, share by share, however much less it is to be', () => {
    const part = fc.integer({ min: 0, max: 1_000 }).map((thousandths) => thousandths / 1_000);
    fc.assert(
      fc.property(anyHolding, part, targets, (money, share, sum) => {
        const handedOver = eachShare((one) => Math.floor(money.committed[one] * share));
        const after = amendedHolding(money, sum, handedOver);
        expect(fitsInto(handedOver, after.committed)).toBe(true);
        const [then, all, bound] = [grantedIn(after), sum, plus(paidOutOf(money), handedOver)].map((one) =>
          linesOf(one),
        );
        expect(then?.regular).toBe(Math.max(bound?.regular ?? 0, all?.regular ?? 0));
        expect(then?.voluntary).toBe(Math.max(bound?.voluntary ?? 0, all?.voluntary ?? 0));
        expect(() => movementsBetween(money, after)).not.toThrow();
      }),
    );
    const money = committing(amountsOf(80_00));
    expect(amendedHolding(money, targetOf(10_00, 0), amountsOf(40_00)).committed).toEqual(amountsOf(40_00));
    expect(amendedHolding(money, targetOf(50_00, 0), amountsOf(40_00)).committed).toEqual(amountsOf(50_00));
  });

  test('may have been paid more than it comes to by now', () => {
    const money: Holding = { ...NO_HOLDING, committed: amountsOf(20_00), paid: amountsOf(80_00) };
    const sum = targetOf(50_00, 0);
    expect(amendedHolding(money, sum)).toEqual({ ...money, committed: NOTHING });
    expect(overpaidBy(money, sum)).toBe(30_00);
    expect(overpaidBy(money, targetOf(100_00, 0))).toBe(0);
    expect(totalOf(amendedHolding(money, targetOf(90_00, 0)).committed)).toBe(10_00);
  });

  test('gets shares that are those of the whole, as far as what was paid allows it', () => {
    const money: Holding = { ...NO_HOLDING, paid: { state: 50_00, county: 41_00, voluntary: 0 } };
    expect(amendedHolding(money, targetOf(100_00, 0)).committed).toEqual({
      state: 9_00,
      county: 0,
      voluntary: 0,
    });
  });
});
