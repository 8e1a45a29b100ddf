import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysLater } from '../calendar/due.ts';
import { amounts } from './any-amount.test-data.ts';
import { type InterestRule, interestOf } from './interest.ts';

const rule: InterestRule = {
  points: 500,
  baseRates: [
    { from: '2016-07-01', rate: -88 },
    { from: '2027-01-01', rate: 127 },
    { from: '2027-07-01', rate: 150 },
  ],
};

describe('interest on a repayment', () => {
  test('is by the day: a hundred days of 23,744.85 € at 6.27 % are 407.89 €', () => {
    // 2,374,485 × 627 × 100 / (10,000 × 365) = 40,788.82… cents
    const of = { from: '2027-02-01', to: '2027-05-11' };
    expect(interestOf(23_744_85, of, rule)).toBe(407_89);
  });

  test('follows the base rate on the day on which it changes', () => {
    const [before, after] = [
      { from: '2027-06-21', to: '2027-06-30' },
      { from: '2027-07-01', to: '2027-07-10' },
    ];
    // 1,000,000 cents: 627 × 10 / 3,650,000 = 17.178…, 650 × 10 / 3,650,000 = 17.808…
    expect(interestOf(10_000_00, before, rule)).toBe(17_18);
    expect(interestOf(10_000_00, after, rule)).toBe(17_81);
    expect(interestOf(10_000_00, { from: before.from, to: after.to }, rule)).toBe(34_99);
  });

  test('counts with 366 days in a leap year, also over the turn of the year', () => {
    expect(interestOf(36_500_00, { from: '2027-12-31', to: '2027-12-31' }, rule)).toBe(6_50);
    expect(interestOf(36_600_00, { from: '2028-01-01', to: '2028-01-01' }, rule)).toBe(6_50);
    expect(interestOf(36_500_00, { from: '2027-12-31', to: '2028-01-01' }, rule)).toBe(12_98);
  });

  test('is what the points leave of a negative base rate, and never less than nothing', () => {
    expect(interestOf(36_500_00, { from: '2017-01-01', to: '2017-01-01' }, rule)).toBe(4_12);
    expect(interestOf(36_500_00, { from: '2017-01-01', to: '2017-12-31' }, { ...rule, points: 50 })).toBe(0);
  });

  test('cannot be worked out before the first base rate that is known', () => {
    expect(() => interestOf(1_00, { from: '2016-06-30', to: '2016-07-01' }, rule)).toThrow(RangeError);
  });

  test('of no days is nothing', () => {
    expect(interestOf(1_000_00, { from: '2027-02-02', to: '2027-02-01' }, rule)).toBe(0);
  });

  test('never falls with another day, nor with more money', () => {
    fc.assert(
      fc.property(amounts, amounts, fc.nat(500), fc.nat(1_000), (a, b, start, days) => {
        const from = daysLater('2026-10-01', start);
        const of = (n: number) => ({ from, to: daysLater(from, n) });
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(interestOf(less, of(days), rule)).toBeLessThanOrEqual(interestOf(less, of(days + 1), rule));
        expect(interestOf(less, of(days), rule)).toBeLessThanOrEqual(interestOf(more, of(days), rule));
      }),
      { numRuns: 50 },
    );
  });
});
