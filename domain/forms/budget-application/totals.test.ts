import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amounts } from '../../money/any-amount.test-data.ts';
import { addUp } from '../../money/cents.ts';
import { applications } from './any-application.test-data.ts';
import type { BudgetApplicationDraft } from './draft.ts';
import { budgetApplicationExample } from './example.ts';
import { fteOf, segmentCost } from './position-cost.ts';
import { totalsOf } from './totals.ts';

const example = budgetApplicationExample;

describe('a position costs by the day', () => {
  test.each([
    ['a whole year', 36_500, '2027-01-01', '2027-12-31', 36_500],
    ['a whole leap year', 36_600, '2028-01-01', '2028-12-31', 36_600],
    ['one day', 36_500, '2027-07-01', '2027-07-01', 100],
    ['from the 15th of a month', 36_500, '2027-01-15', '2027-01-31', 1_700],
    ['a leap day', 36_600, '2028-02-29', '2028-02-29', 100],
    ['February of a leap year', 36_600, '2028-02-01', '2028-02-29', 2_900],
    ['half a cent, rounded up', 730, '2027-01-01', '2027-09-01', 488],
    ['half a cent exactly, rounded up', 5, '2028-01-01', '2028-03-18', 1],
    ['less than half a cent, rounded down', 182, '2027-01-01', '2027-01-01', 0],
  ])('%s', (_what, annualCost, from, to, cost) => {
    expect(segmentCost({ annualCost, from, to })).toBe(cost);
  });

  test.each([
    ['ends before it begins', '2027-02-01', '2027-01-31'],
    ['ends in another year', '2027-02-01', '2028-03-01'],
  ])('and has no cost when it %s', (_what, from, to) => {
    expect(segmentCost({ annualCost: 100, from, to })).toBeUndefined();
  });

  test('two parts of a year cost what the year costs, but for a cent that rounding twice makes', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2021, max: 2040 }), fc.nat(363), (annualCost, year, n) => {
        const dateAt = (days: number) => new Date(Date.UTC(year, 0, 1 + days)).toISOString().slice(0, 10);
        const first = segmentCost({ annualCost, from: `${year}-01-01`, to: dateAt(n) }) ?? 0;
        const second = segmentCost({ annualCost, from: dateAt(n + 1), to: `${year}-12-31` }) ?? 0;
        expect([annualCost, annualCost + 1]).toContain(first + second);
      }),
    );
  });
});

test.each([
  [3_900, 100],
  [1_950, 50],
  [3_000, 77],
  [1_300, 33],
  [20, 1],
  [19, 0],
  [0, 0],
])('%i hundredths of an hour a week are %i hundredths of a full-time equivalent', (hours, fte) => {
  expect(fteOf(hours)).toBe(fte);
});

test('a county may count 40 hours as full-time', () => {
  expect(fteOf(2_000, 4_000)).toBe(50);
  expect(totalsOf(example, 4_000)).toMatchObject({ fte: 124, positions: [{ fte: 75 }, { fte: 49 }] });
});

test('the example asks for 71,234.56 €', () => {
  expect(totalsOf(example)).toEqual({
    positions: [
      { id: 'kita-sozialarbeit', fte: 77, cost: 50_388_00 },
      { id: 'elterncafe', fte: 50, cost: 22_640_00 },
    ],
    hours: 4_950,
    fte: 127,
    personnel: 73_028_00,
    trainingCap: 730_28,
    training: 706_56,
    thirdParty: 2_500_00,
    total: 71_234_56,
    state: 42_740_74,
    county: 28_493_82,
    percent: 10_000,
    kitas: [
      { kita: 'biebelnheim', amount: 44_521_60 },
      { kita: 'albig-muster', amount: 26_712_96 },
    ],
  });
});

test('three thirds of a position are one position', () => {
  const positions = ['a', 'b', 'c'].map((id) => ({ id, hours: 1_300 }));
  expect(totalsOf({ positions })).toMatchObject({
    fte: 100,
    positions: [{ fte: 33 }, { fte: 33 }, { fte: 33 }],
  });
});

describe('of a half-filled draft', () => {
  const nothing = { hours: 0, fte: 0, personnel: 0, trainingCap: 0, total: 0, state: 0, county: 0 };

  test.each<[string, BudgetApplicationDraft, object]>([
    ['with nothing, nothing is asked for', {}, { ...nothing, positions: [], percent: 0, kitas: [] }],
    [
      'a position without dates has no cost yet',
      { positions: [{ id: 'a', annualCost: 100 }] },
      { ...nothing, positions: [{ id: 'a' }] },
    ],
    [
      'a position whose dates are turned round has none either',
      { positions: [{ id: 'a', annualCost: 100, from: '2027-02-01', to: '2027-01-01' }] },
      { ...nothing, positions: [{ id: 'a' }] },
    ],
    [
      'third-party money above the costs leaves nothing',
      { thirdParty: 5, training: 3 },
      { ...nothing, training: 3, thirdParty: 5 },
    ],
    [
      'what no Kita has yet is not given to the others',
      { training: 100_00, shares: [{ kita: 'b', percent: 2_500 }, { kita: 'a' }] },
      {
        total: 100_00,
        percent: 2_500,
        kitas: [
          { kita: 'b', amount: 25_00 },
          { kita: 'a', amount: 0 },
        ],
      },
    ],
    [
      'shares of more than all give no amounts',
      {
        training: 100_00,
        shares: [
          { kita: 'a', percent: 9_000 },
          { kita: 'b', percent: 1_001 },
        ],
      },
      { percent: 10_001, kitas: [] },
    ],
  ])('%s', (_what, draft, expected) => {
    expect(totalsOf(draft)).toMatchObject(expected);
  });
});

test('whatever is asked for, every sum holds to the cent', () => {
  fc.assert(
    fc.property(applications, (answers) => {
      const totals = totalsOf(answers);
      expect(totals.state + totals.county).toBe(totals.total);
      expect(addUp(totals.kitas.map(({ amount }) => amount))).toBe(totals.total);
      expect(addUp(totals.positions.map(({ cost = 0 }) => cost))).toBe(totals.personnel);
      expect(totals.total).toBe(totals.personnel + totals.training - totals.thirdParty);
      expect(totals.training).toBeLessThanOrEqual(totals.trainingCap);
      expect(totals.percent).toBe(10_000);
    }),
  );
});

test('each Kita gets its share but for a cent, in whatever order the Kitas are named', () => {
  fc.assert(
    fc.property(applications, (answers) => {
      const { total, kitas } = totalsOf(answers);
      const reversed = totalsOf({ ...answers, shares: answers.shares.toReversed() }).kitas;
      expect(reversed.toReversed()).toEqual(kitas);
      for (const { kita, amount } of kitas) {
        const { percent = 0 } = answers.shares.find((one) => one.kita === kita) ?? {};
        expect(Math.abs(amount * 10_000 - total * percent)).toBeLessThan(10_000);
      }
    }),
  );
});
