import { expect, test } from 'vitest';
import type { ScenarioShown } from '../../../../domain/api/distribution.ts';
import { comparedKitas, differenceOf } from './rows.ts';

const scenario = (amounts: Record<string, number>) =>
  ({
    shares: Object.entries(amounts).map(([kita, amount]) => ({ kita, amount, basic: 0, parts: [] })),
  }) as unknown as ScenarioShown;

test('Kitas are compared by what the first scenario gives them, those that only another one has at the end', () => {
  const rows = comparedKitas([scenario({ a: 1, b: 5, c: 5 }), scenario({ a: 4, d: 9 })], {
    a: 'A',
    b: 'Z',
    c: 'Ä',
  });
  expect(rows).toEqual([
    { kita: 'c', name: 'Ä', amounts: [5, undefined] },
    { kita: 'b', name: 'Z', amounts: [5, undefined] },
    { kita: 'a', name: 'A', amounts: [1, 4] },
    { kita: 'd', name: 'd', amounts: [undefined, 9] },
  ]);
  expect(rows.map(differenceOf)).toEqual([-5, -5, 3, 9]);
  expect(differenceOf({ amounts: [3] })).toBeUndefined();
});
