import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amounts } from './any-amount.test-data.ts';
import { trainingCap } from './caps.ts';
import { repaymentOf, settleYear } from './settlement.ts';
import { budgetOf, sharesOf } from './shares.ts';

describe('the shares of a sum', () => {
  test.each([
    [71_234_56, 42_740_74, 28_493_82],
    [2_232_015_00, 1_339_209_00, 892_806_00],
    // 60 % of these are 0.6, 1.2, 1.8, 2.4 and 3 cents.
    [1, 1, 0],
    [2, 1, 1],
    [3, 2, 1],
    [4, 2, 2],
    [5, 3, 2],
    [0, 0, 0],
  ])('of %d cents are %d of the state and %d of the county', (total, state, county) => {
    expect(sharesOf(total)).toEqual({ state, county });
  });

  test('always add up to it, are whole cents and never negative', () => {
    fc.assert(
      fc.property(amounts, (total) => {
        const { state, county } = sharesOf(total);
        expect(state + county).toBe(total);
        expect([state, county].every((share) => Number.isSafeInteger(share) && share >= 0)).toBe(true);
      }),
    );
  });

  test('of no amount do not exist', () => {
    for (const none of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => sharesOf(none)).toThrow(RangeError);
  });
});

describe('a year’s budget by the state’s figure', () => {
  test.each([
    [1_339_209_00, 2_232_015_00, 892_806_00],
    [0, 0, 0],
    // A third of a cent is left over: 5/3 of these are 1.67, 3.33, 5 and 6.67 cents.
    [1, 2, 1],
    [2, 3, 1],
    [3, 5, 2],
    [4, 7, 3],
  ])('of %d cents is %d, %d of it from the county', (state, total, county) => {
    expect(budgetOf(state)).toEqual({ total, state, county });
  });

  test('has that figure as the state’s share again, whatever the figure', () => {
    fc.assert(
      fc.property(amounts, (figure) => {
        const { total, state, county } = budgetOf(figure);
        expect(sharesOf(total)).toEqual({ state: figure, county });
        expect(state).toBe(figure);
      }),
    );
  });
});

describe('the settlement of a year', () => {
  test('caps the state at its figure and leaves the rest to the county', () => {
    const proven = 2_350_000_00;
    const voluntary = 117_985_00;
    const figure = 1_339_209_00;
    expect(settleYear({ proven, figure })).toEqual({ state: figure, county: 1_010_791_00 });
    // The county bears its share of the budget and what it added of its own.
    expect(budgetOf(figure).county + voluntary).toBe(1_010_791_00);
  });

  test('of less than the budget is shared 60 to 40', () => {
    expect(settleYear({ proven: 71_234_56, figure: 1_339_209_00 })).toEqual(sharesOf(71_234_56));
  });

  test('adds up, and the state pays neither more than its figure nor more than 60 %', () => {
    fc.assert(
      fc.property(amounts, amounts, (proven, figure) => {
        const { state, county } = settleYear({ proven, figure });
        expect(state + county).toBe(proven);
        expect(state).toBe(Math.min(figure, sharesOf(proven).state));
        expect(county).toBeGreaterThanOrEqual(sharesOf(proven).county);
      }),
    );
  });

  test('by no figure does not exist', () => {
    expect(() => settleYear({ proven: 1, figure: -1 })).toThrow(RangeError);
  });
});

describe('a repayment', () => {
  test.each([
    [71_234_56, 47_489_71, 23_744_85],
    [71_234_56, 71_234_56, 0],
    [71_234_56, 80_000_00, 0],
    [71_234_56, 0, 71_234_56],
  ])('of %d paid and %d proven is %d', (paid, proven, back) => {
    expect(repaymentOf({ paid, proven })).toBe(back);
  });

  test('is never more than was paid', () => {
    fc.assert(
      fc.property(amounts, amounts, (paid, proven) => {
        const back = repaymentOf({ paid, proven });
        expect(back).toBeLessThanOrEqual(paid);
        expect(back).toBeGreaterThanOrEqual(0);
        expect(paid - back).toBeLessThanOrEqual(proven);
      }),
    );
  });
});

describe('the cap on training', () => {
  test('is 1 % of the rest, rounded down', () => {
    expect(trainingCap(71_234_56)).toBe(712_34);
    expect(trainingCap(99)).toBe(0);
    expect(trainingCap(100)).toBe(1);
    fc.assert(
      fc.property(amounts, (rest) => {
        const cap = BigInt(trainingCap(rest));
        expect(cap * 100n <= BigInt(rest) && BigInt(rest) < (cap + 1n) * 100n).toBe(true);
      }),
    );
  });
});
