import { expect, test } from 'vitest';
import { RESULT_NAME, readResultName, resultName } from './result-name.ts';

const ROUND = '0190a3c2-0000-7000-8000-000000000001';

test('the name of a result says which question of whom it is', () => {
  const of = { round: ROUND, group: 'parents', question: 'need-mobility' } as const;
  expect(resultName(of)).toMatch(RESULT_NAME);
  expect(readResultName(resultName(of))).toEqual(of);
});

test.each([
  ['a group that there is not', `${ROUND} neighbours need-mobility`],
  ['a question that this group is not asked', `${ROUND} parents nothing`],
  ['own words', `${ROUND} parents more`],
])('%s names no result', (_, name) => {
  expect(readResultName(name)).toBeUndefined();
});
