import { describe, expect, test } from 'vitest';
import county from '../../counties/alzey-worms/county.json' with { type: 'json' };
import { budgetSettings } from '../budget/settings.ts';
import { distributionRule } from './rule.ts';

const component = (change: object = {}) => ({
  code: 'all',
  name: 'Kinder',
  weight: 10_000,
  indicator: 'children',
  ...change,
});
const isRule = (components: object[]) => distributionRule.safeParse({ basic: 0, components }).success;

describe('a rule of distribution', () => {
  test('has components whose weights make up the whole', () => {
    expect(isRule([component()])).toBe(true);
    expect(isRule([component({ weight: 4_000 }), component({ code: 'rest', weight: 6_000 })])).toBe(true);
    expect(isRule([component({ weight: 9_999 })])).toBe(false);
    expect(isRule([component({ weight: 0 }), component({ code: 'rest' })])).toBe(false);
    expect(isRule([])).toBe(false);
  });

  test('tells its components apart', () => {
    expect(isRule([component({ weight: 4_000 }), component({ weight: 6_000 })])).toBe(false);
  });

  test('has points for values that rise from line to line', () => {
    const points = (...from: number[]) =>
      component({ points: from.map((one) => ({ from: one, points: 1 })) });
    expect(isRule([points(0, 1_000)])).toBe(true);
    expect(isRule([points(1_000, 1_000)])).toBe(false);
    expect(isRule([points()])).toBe(false);
  });
});

describe('a county’s settings', () => {
  const settings = (change: object) => budgetSettings.safeParse({ ...county.budget, ...change }).success;

  test('know every indicator that a concept distributes by', () => {
    expect(settings({})).toBe(true);
    expect(settings({ indicators: county.budget.indicators.slice(1) })).toBe(false);
  });

  test('tell indicators apart by code and name', () => {
    const [first] = county.budget.indicators;
    expect(settings({ indicators: [...county.budget.indicators, first] })).toBe(false);
  });
});
