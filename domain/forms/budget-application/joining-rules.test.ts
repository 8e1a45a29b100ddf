import { describe, expect, test } from 'vitest';
import { budgetApplicationAnswers, type Position } from './answers.ts';
import { budgetApplicationExample } from './example.ts';
import { faultsOf } from './faults.test-data.ts';

const example = budgetApplicationExample;
const faults = (body: unknown) => faultsOf(budgetApplicationAnswers, JSON.parse(JSON.stringify(body)));

/** The example's first position as the only one, at 100,000.00 € a year, changed. */
const alone = (change: Partial<Record<keyof Position, unknown>>) => ({
  positions: [{ ...example.positions[0], annualCost: 100_000_00, ...change }],
});

const shares = (first: unknown, second: unknown) => [
  { kita: 'biebelnheim', percent: first },
  { kita: 'albig-muster', percent: second },
];

describe('what joins fields is right', () => {
  test.each<[string, object]>([
    ['for a Kita that gets nothing', { shares: shares(10_000, 0) }],
    ['with shares to two places', { shares: shares(3_333, 6_667) }],
    [
      'for a single day',
      {
        ...alone({ from: '2027-12-31', to: '2027-12-31' }),
        training: 0,
        thirdParty: 0,
      },
    ],
    ['with training of exactly 1 %, rounded down', { ...alone({ annualCost: 71_234_56 }), training: 712_34 }],
    ['with third-party money for all of the costs', { ...alone({}), training: 0, thirdParty: 100_000_00 }],
    [
      'for a leap day',
      {
        year: 2028,
        period: { from: '2028-02-29', to: '2028-02-29' },
        ...alone({ from: '2028-02-29', to: '2028-02-29' }),
        training: 0,
        thirdParty: 0,
      },
    ],
  ])('%s', (_how, change) => {
    expect(faults({ ...example, ...change })).toEqual([]);
  });
});

describe('what joins fields is wrong, and the field named with a code,', () => {
  test.each<[string, object, string[]]>([
    [
      'for a period of another year',
      { year: 2028 },
      ['period.from: outside-year', 'period.to: outside-year'],
    ],
    [
      'for a period over the turn of the year',
      { period: { from: '2027-01-01', to: '2028-01-31' } },
      ['period.to: outside-year'],
    ],
    [
      'for a period that ends before it begins',
      { period: { from: '2027-12-31', to: '2027-01-01' } },
      ['period.to: before-start'],
    ],
    [
      'with a position that ends before it begins',
      alone({ from: '2027-05-02', to: '2027-05-01' }),
      ['positions.0.to: before-start'],
    ],
    [
      'with a position outside the period',
      { period: { from: '2027-02-01', to: '2027-11-30' }, ...alone({}) },
      ['positions.0.from: outside-period', 'positions.0.to: outside-period'],
    ],
    ['with 99.9 % of the shares', { shares: shares(6_250, 3_740) }, ['shares: hundred-percent']],
    [
      'with a hundredth of a per cent too much',
      { shares: shares(6_250, 3_751) },
      ['shares: hundred-percent'],
    ],
    [
      'with a Kita without a share',
      { shares: [{ kita: 'biebelnheim', percent: 10_000 }] },
      ['shares: kita-without-share'],
    ],
    [
      'with a share of a Kita that it is not about',
      { kitas: ['biebelnheim'] },
      ['shares.1.kita: kita-not-chosen'],
    ],
    [
      'with a cent of training over 1 %',
      { ...alone({ annualCost: 71_234_56 }), training: 712_35 },
      ['training: training-cap'],
    ],
    [
      'with third-party money above the costs',
      { ...alone({}), training: 0, thirdParty: 100_000_01 },
      ['thirdParty: exceeds-costs'],
    ],
  ])('%s', (_how, change, expected) => {
    expect(faults({ ...example, ...change })).toEqual(expected);
  });

  test.each<[string, object]>([
    ['a name', { accountHolder: '' }],
    ['a choice', { purpose: 'rent' }],
    ['a fraction of an hour', { positions: [{ ...example.positions[0], hours: 0.5 }, example.positions[1]] }],
    ['a date', { signature: { ...example.signature, on: '2026-02-30' } }],
    ['an unknown field', { total: 1 }],
    ['text for a row', { positions: [...example.positions, 'another'] }],
  ])('even when %s is wrong', (_what, change) => {
    const wrong = faults({ ...example, ...change, year: 2028, shares: shares(6_250, 3_740) });
    expect(wrong).toEqual(
      expect.arrayContaining([
        'period.from: outside-year',
        'period.to: outside-year',
        'shares: hundred-percent',
      ]),
    );
    expect(wrong.length).toBeGreaterThan(3);
  });

  test('in each row, even when another row is wrong', () => {
    const positions = [
      { ...example.positions[0], from: 'soon' },
      { ...example.positions[1], from: '2026-12-31' },
    ];
    expect(faults({ ...example, positions })).toEqual([
      'positions.0.from: date',
      'positions.1.from: outside-period',
    ]);
  });
});
