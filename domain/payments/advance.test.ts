import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountsOf, NOTHING, plus, totalOf } from '../budget/amounts.ts';
import { movementsBetween, NO_HOLDING } from '../budget/holding.ts';
import { advancesOf, lessAdvances, monthlyAdvance, sumOfPlanned, withAdvance } from './advance.ts';
import { planOf } from './plan.ts';

const settings = { months: 3, percent: 80 };
const of = { year: 2027, today: '2026-11-25', granted: 71_234_56, applied: 71_234_56 };

describe('monthly advances', () => {
  test('are a part of a twelfth of what was granted for the year before, rounded down', () => {
    // 80 % of 71,234.56 € are 56,987.648 €, a twelfth of it 4,748.970666 €.
    expect(monthlyAdvance(71_234_56, settings)).toBe(4_748_97);
  });

  test('are due on the first of each month, as many as are wanted and the county allows', () => {
    expect(advancesOf(of, 2, settings).map(({ due }) => due)).toEqual(['2027-01-01', '2027-02-01']);
    expect(advancesOf(of, 12, settings)).toHaveLength(3);
    expect(advancesOf(of, 3, settings).map(({ amounts }) => totalOf(amounts))).toEqual(
      Array(3).fill(4_748_97),
    );
  });

  test('begin with the month that is running, due at once, and are none of a year that is over', () => {
    const late = { ...of, today: '2027-02-10' };
    expect(advancesOf(late, 2, settings).map(({ due }) => due)).toEqual(['2027-02-10', '2027-03-01']);
    expect(advancesOf({ ...of, today: '2028-01-01' }, 2, settings)).toEqual([]);
  });

  test('are never more than what is applied for', () => {
    expect(advancesOf({ ...of, applied: 10_000_00 }, 3, settings)).toHaveLength(2);
    expect(advancesOf({ ...of, granted: 11 }, 3, settings)).toEqual([]);
  });

  test('commit what was reserved or asked for, and nothing that is not there comes out of it', () => {
    const sum = fc.nat(10_000_00);
    fc.assert(
      fc.property(sum, sum, sum, (requested, reserved, ahead) => {
        const before = { ...NO_HOLDING, requested: amountsOf(requested), reserved: amountsOf(reserved) };
        const after = withAdvance(before, amountsOf(ahead));
        expect(() => movementsBetween(before, after)).not.toThrow();
        expect(after.committed).toEqual(amountsOf(ahead));
        expect(Math.min(totalOf(after.requested), totalOf(after.reserved))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('are settled with the first instalments of the grant: with them its sum is paid to the cent', () => {
    const granted = amountsOf(71_234_56);
    const planned = planOf(granted, {
      period: { from: '2027-01-01', to: '2027-12-31' },
      days: ['02-15', '05-15', '08-15', '11-15'],
      today: '2027-01-10',
    });
    const ahead = sumOfPlanned(advancesOf(of, 3, settings));
    const left = lessAdvances(planned, ahead);
    // 17,808.64 € less three times 4,748.97 €.
    expect(left.map(({ due, amounts }) => [due, totalOf(amounts)])).toEqual([
      ['2027-02-15', 3_561_73],
      ['2027-05-15', 17_808_64],
      ['2027-08-15', 17_808_64],
      ['2027-11-15', 17_808_64],
    ]);
    expect(plus(sumOfPlanned(left), ahead)).toEqual(granted);
    expect(lessAdvances(planned, granted)).toEqual([]);
    expect(lessAdvances(planned, NOTHING)).toEqual(planned);
  });
});
