import { expect, it } from 'vitest';
import { budgetYear, yearsAround } from './budget-year.ts';

it('work is about this year until summer, then about the next one, for which providers apply in autumn', () => {
  expect(budgetYear('2026-06-30')).toBe(2026);
  expect(budgetYear('2026-07-01')).toBe(2027);
});

it('offers the years from the next one back, none before there was a budget', () => {
  expect(yearsAround('2026-04-21')).toEqual([2027, 2026, 2025, 2024, 2023]);
  expect(yearsAround('2021-12-31')).toEqual([2022, 2021]);
});
