import { expect, it } from 'vitest';
import { budgetApplicationExample } from '../../../domain/forms/budget-application/example.ts';
import { isNamable } from '../../../domain/forms/budget-application/reopened.ts';
import { queryChoices } from './query-choices.ts';

const of = { answers: budgetApplicationExample, kitas: [] };

it('a query is offered nothing that the rules would refuse, each under words of its own', () => {
  const choices = queryChoices(of).flatMap(({ options }) => options);
  expect(choices.filter(({ value }) => !isNamable(value, budgetApplicationExample))).toEqual([]);
  expect(choices.filter(({ value, label }) => value === label)).toEqual([]);
  expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length);
});
