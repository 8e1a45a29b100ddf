import { expect, test } from 'vitest';
import { goalExample } from '../../../../domain/goals/example.ts';
import type { Goal } from '../../../../domain/goals/goal.ts';
import { fieldsOf, goalOf, newFine } from './goal-fields.ts';

const [fine] = goalExample.fine;
const evaluated: Goal = {
  ...goalExample,
  dropped: true,
  carriedFrom: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b70',
  fine: fine ? [{ ...fine, evaluation: { reached: 'partly', text: 'Halb.', on: '2027-10-04' } }] : [],
};

test.each([goalExample, evaluated])('a goal goes through the form and comes out as it was', (goal) => {
  expect(goalOf(fieldsOf(goal, { id: 'a', saved: 3 }))).toEqual(goal);
});

test('what a new fine goal lacks is asked for, and no evaluation', () => {
  const fields = { ...fieldsOf(goalExample, { id: 'a', saved: 0 }), fine: [newFine('b')] };
  expect(goalOf(fields).fine).toEqual([
    { id: 'b', text: '', targetGroup: '', indicator: '', date: '', measures: [] },
  ]);
});
