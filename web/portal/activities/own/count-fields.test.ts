import { expect, test } from 'vitest';
import { countsOf, fieldsOf } from './count-fields.ts';

test('what was counted goes through the form and comes out as it was', () => {
  const counts = { advice: 14, network: 0 };
  expect(countsOf(fieldsOf(counts, 2))).toEqual({ counts, issues: [] });
  expect(countsOf(fieldsOf(undefined, 0))).toEqual({ counts: {}, issues: [] });
});

test.each([
  ['3,5', 'whole-number'],
  ['-1', 'whole-number'],
  ['viele', 'whole-number'],
  ['12345', 'count-too-high'],
])('%s is no number of times', (typed, message) => {
  const fields = fieldsOf({ group: 1 }, 0);
  const { issues } = countsOf({ ...fields, counts: { ...fields.counts, advice: typed } });
  expect(issues).toEqual([{ path: ['counts', 'advice'], message }]);
});
