import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asGranted } from '../../amendments/as-granted.ts';
import { budgetApplicationExample } from '../budget-application/example.ts';
import type { ProofBasis, ProofParts } from './basis.ts';
import { basisOf } from './basis-of.ts';
import { proofBasisExample as basis, proofOfUseExample as proof } from './example.ts';
import { monthsOf } from './months.ts';
import { netOf, partsStated, reconcile } from './proven.ts';

const sums = fc.integer({ min: 0, max: 50_000_000 });
const bases: fc.Arbitrary<ProofBasis> = fc
  .record({ positions: fc.array(sums, { minLength: 1, maxLength: 6 }), training: sums, third: sums })
  .map(({ positions, training, third }) => {
    const all = positions.reduce((sum, one) => sum + one, training);
    const thirdParty = Math.min(third, all);
    return {
      ...basis,
      positions: positions.map((granted, n) => ({
        ...basis.positions[0],
        id: `p${n}`,
        granted,
      })) as ProofBasis['positions'],
      training,
      thirdParty,
      granted: all - thirdParty,
    };
  });
const column = (rows: ReturnType<typeof reconcile>, of: 'granted' | 'paid' | 'stated') =>
  rows.slice(0, -1).reduce((sum, row) => sum + row[of], 0);

describe('what a proof states', () => {
  test('of the example is 47,489.71 €: positions and training less third-party money', () => {
    expect(netOf(partsStated(proof))).toBe(47_489_71);
  });

  test('is never less than nothing', () => {
    expect(netOf({ positions: [{ id: 'a', amount: 10_00 }], training: 0, thirdParty: 10_01 })).toBe(0);
  });
});

describe('what was granted', () => {
  test('of the example is what was applied for, position by position', () => {
    expect(basisOf(budgetApplicationExample, { amount: 71_234_56, fullWeek: 3_900 })).toEqual(basis);
  });

  test('of a partial grant is what its parts say', () => {
    const granted = {
      positions: [
        { id: 'kita-sozialarbeit', amount: 50_388_00 },
        { id: 'elterncafe', amount: 11_500_00 },
      ],
      training: 612_00,
      thirdParty: 2_500_00,
    };
    const of = basisOf(asGranted(budgetApplicationExample, granted), {
      amount: 60_000_00,
      fullWeek: 3_900,
    });
    expect(of).toMatchObject({ training: 612_00, granted: 60_000_00 });
    expect(of.positions.map((one) => one.granted)).toEqual([50_388_00, 11_500_00]);
  });
});

describe('the reconciliation', () => {
  const stated = partsStated(proof);

  test('sets granted, paid and stated of the example side by side', () => {
    const rows = reconcile(basis, { paid: 71_234_56, stated }).map(({ id, part, ...row }) => ({
      of: id ?? part,
      ...row,
    }));
    expect(rows).toEqual([
      { of: 'kita-sozialarbeit', granted: 50_388_00, paid: 50_388_00, stated: 45_120_35 },
      { of: 'elterncafe', granted: 22_640_00, paid: 22_640_00, stated: 4_310_86 },
      { of: 'training', granted: 706_56, paid: 706_56, stated: 558_50 },
      { of: 'third-party', granted: -2_500_00, paid: -2_500_00, stated: -2_500_00 },
      { of: 'total', granted: 71_234_56, paid: 71_234_56, stated: 47_489_71 },
    ]);
  });

  test('shows what is recognised where the office has looked', () => {
    const recognised: ProofParts = { ...stated, training: 0 };
    expect(reconcile(basis, { paid: 71_234_56, stated, recognised }).at(-1)).toMatchObject({
      recognised: 46_931_21,
    });
  });

  test('splits what was paid as it was granted, so that every column adds up to the cent', () => {
    fc.assert(
      fc.property(bases, sums, (of, some) => {
        const paid = Math.min(some, of.granted);
        const rows = reconcile(of, { paid, stated });
        expect(column(rows, 'granted')).toBe(of.granted);
        expect(column(rows, 'paid')).toBe(paid);
        for (const row of rows) expect(Math.abs(row.paid)).toBeLessThanOrEqual(Math.abs(row.granted) + 1);
      }),
    );
  });

  test('of what was paid in full is what was granted, part by part', () => {
    fc.assert(
      fc.property(bases, (of) => {
        for (const row of reconcile(of, { paid: of.granted, stated }))
          if (of.granted > 0) expect(row.paid).toBe(row.granted);
      }),
    );
  });
});

describe('months', () => {
  test.each([
    ['2027-01-01', '2027-12-31', 1_200],
    ['2027-03-15', '2027-12-31', 955],
    ['2027-02-01', '2027-02-14', 50],
    ['2027-06-30', '2027-07-01', 7],
    ['2028-02-29', '2028-02-29', 3],
  ])('from %s to %s are %i hundredths', (from, to, months) => {
    expect(monthsOf({ from, to })).toBe(months);
  });
});
