import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountsOf } from '../budget/amounts.ts';
import { targetOf } from '../budget/difference.ts';
import { applications } from '../forms/budget-application/any-application.test-data.ts';
import { budgetApplicationExample as example } from '../forms/budget-application/example.ts';
import { totalsOf } from '../forms/budget-application/totals.ts';
import { risenGrant, tariffRise } from './bulk-rise.ts';

const rise = { year: 2027, from: '2027-07-01', rules: [{ payGroup: 'S 12', percent: 300 }] };

describe('a tariff rise of many grants', () => {
  test('says of each what it comes to, share by share and to the cent', () => {
    expect(risenGrant(example, amountsOf(71_234_56), rise, 3_900)).toEqual({
      before: 71_234_56,
      after: 71_996_60,
      difference: { state: 457_22, county: 304_82, voluntary: 0 },
    });
  });

  test('leaves voluntary money as it is, and takes what is more from the regular line', () => {
    const { difference } = risenGrant(example, targetOf(71_234_56, 5_000_00), rise, 3_900);
    expect(difference.voluntary).toBe(0);
    expect(difference.state + difference.county).toBe(762_04);
  });

  test('has a difference that is after − before, whatever was granted and rises', () => {
    const rules = fc.array(fc.record({ percent: fc.nat(2_000), amount: fc.nat(10_000_00) }), {
      minLength: 1,
      maxLength: 1,
    });
    fc.assert(
      fc.property(applications, rules, fc.nat(), (answers, given, part) => {
        const { total } = totalsOf(answers);
        const stands = targetOf(total, part % (total + 1));
        const of = { year: answers.year, from: `${answers.year}-04-01`, rules: given };
        expect(tariffRise.safeParse(of).success).toBe(true);
        const { before, after, difference } = risenGrant(answers, stands, of, 3_900);
        const { state, county, voluntary } = difference;
        expect([before, state + county + voluntary]).toEqual([total, after - before]);
      }),
    );
  });
});
