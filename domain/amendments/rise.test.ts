import { describe, expect, test } from 'vitest';
import { risenCost, ruleFor } from './rise.ts';

describe('a tariff rise', () => {
  test('holds for its pay group however that is written, and else by the rule of all', () => {
    const rules = [{ percent: 300 }, { payGroup: 'S 12', percent: 500 }];
    expect(ruleFor({ payGroup: 's12' }, rules)).toEqual(rules[1]);
    expect(ruleFor({ payGroup: 'S 8b' }, rules)).toEqual(rules[0]);
    expect(ruleFor({ payGroup: 'S 8b' }, rules.slice(1))).toBeUndefined();
  });

  test('is a percentage of the annual cost, and an amount by the hours, each rounded half up', () => {
    expect(risenCost({ annualCost: 50_388_00, hours: 3_000 }, { percent: 280 })).toBe(51_798_86);
    expect(risenCost({ annualCost: 50_388_00, hours: 3_000 }, { amount: 1_320_00 })).toBe(51_403_38);
    expect(risenCost({ annualCost: 1, hours: 1_950 }, { percent: 5_000, amount: 1 })).toBe(3);
    expect(risenCost({ annualCost: 100_00, hours: 4_000 }, { amount: 100_00 }, 4_000)).toBe(200_00);
  });
});
