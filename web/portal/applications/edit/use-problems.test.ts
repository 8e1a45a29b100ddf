import { expect, it } from 'vitest';
import { budgetApplicationExample } from '../../../../domain/forms/budget-application/example.ts';
import { keyOfRow } from '../form/values.ts';
import { wrongIn } from './use-problems.ts';

it('what is wrong is told in the order of the page, everything of a row together', () => {
  const positions = budgetApplicationExample.positions.map(({ hours: _hours, ...row }) => ({
    ...row,
    from: row.to,
    to: row.from,
  }));
  const [first, second] = positions.map(({ id }) => `positions.${keyOfRow(id)}`);
  expect(wrongIn({ ...budgetApplicationExample, iban: '', positions }).map(({ name }) => name)).toEqual([
    'iban',
    `${first}.hours`,
    `${first}.to`,
    `${second}.hours`,
    `${second}.to`,
  ]);
});
