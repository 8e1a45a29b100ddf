import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountsOf, NOTHING, plus, totalOf } from '../budget/amounts.ts';
import { anyAmounts } from '../budget/any-holding.test-data.ts';
import { inParts, planOf } from './plan.ts';

const quarters = ['02-15', '05-15', '08-15', '11-15'];
const year = { from: '2026-01-01', to: '2026-12-31' };
const sumOf = (all: readonly { amounts: typeof NOTHING }[]) =>
  all.reduce((sum, { amounts }) => plus(sum, amounts), NOTHING);

describe('what was granted', () => {
  test('is paid in equal instalments on the configured days', () => {
    const plan = planOf(amountsOf(71_234_56), { period: year, days: quarters, today: '2026-01-10' });
    expect(plan.map(({ due, amounts }) => [due, totalOf(amounts)])).toEqual([
      ['2026-02-15', 17_808_64],
      ['2026-05-15', 17_808_64],
      ['2026-08-15', 17_808_64],
      ['2026-11-15', 17_808_64],
    ]);
    expect(sumOf(plan)).toEqual({ state: 42_740_74, county: 28_493_82, voluntary: 0 });
  });

  test('and is past by now, is due at once, in one instalment', () => {
    const plan = planOf(amountsOf(100_00), { period: year, days: quarters, today: '2026-05-15' });
    expect(plan.map(({ due, amounts }) => [due, totalOf(amounts)])).toEqual([
      ['2026-05-15', 50_00],
      ['2026-08-15', 25_00],
      ['2026-11-15', 25_00],
    ]);
    const over = planOf(amountsOf(100_00), { period: year, days: quarters, today: '2027-01-02' });
    expect(over).toEqual([{ due: '2027-01-02', amounts: amountsOf(100_00) }]);
  });

  test.each([
    ['from March', { from: '2026-03-01', to: '2026-12-31' }, ['2026-05-15', '2026-08-15', '2026-11-15']],
    ['until June', { from: '2026-01-01', to: '2026-06-30' }, ['2026-02-15', '2026-05-15']],
    ['between two days', { from: '2026-06-01', to: '2026-07-31' }, ['2026-06-01']],
    ['of a single day', { from: '2026-08-15', to: '2026-08-15' }, ['2026-08-15']],
    ['over the turn of the year', { from: '2026-11-01', to: '2027-02-28' }, ['2026-11-15', '2027-02-15']],
  ])('%s is paid on the days that lie in it', (_what, period, days) => {
    const plan = planOf(amountsOf(900_00), { period, days: quarters, today: '2026-01-01' });
    expect(plan.map(({ due }) => due)).toEqual(days);
  });

  test('and is nothing, has no instalment, and a few cents have only as many as there are cents', () => {
    const given = { period: year, days: quarters, today: '2026-01-01' };
    expect(planOf(NOTHING, given)).toEqual([]);
    expect(planOf({ ...NOTHING, county: 2 }, given)).toHaveLength(2);
  });

  test('adds up to the cent, share by share, in parts that differ by a cent at most', () => {
    fc.assert(
      fc.property(anyAmounts, fc.integer({ min: 1, max: 12 }), (amounts, count) => {
        const parts = inParts(amounts, count);
        expect(parts).toHaveLength(count);
        expect(parts.reduce(plus, NOTHING)).toEqual(amounts);
        const totals = parts.map(totalOf);
        expect(Math.max(...totals) - Math.min(...totals)).toBeLessThanOrEqual(1);
        for (const part of parts)
          for (const share of Object.values(part)) expect(share).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('is due in order, never before today, whatever the day', () => {
    const day = fc
      .integer({ min: 0, max: 800 })
      .map((n) => new Date(Date.UTC(2025, 11, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(anyAmounts, day, day, day, (amounts, a, b, today) => {
        const [from = a, to = b] = [a, b].sort();
        const plan = planOf(amounts, { period: { from, to }, days: quarters, today });
        expect(sumOf(plan)).toEqual(amounts);
        const due = plan.map((one) => one.due);
        expect(due).toEqual([...new Set(due)].sort());
        for (const one of due) expect(one >= today).toBe(true);
      }),
    );
  });
});
