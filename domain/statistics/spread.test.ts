import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadOf } from './spread.ts';

test.each([
  [[], { count: 0 }],
  [[4], { count: 1, median: 4, p90: 4 }],
  [[3, 1], { count: 2, median: 2, p90: 3 }],
  [[5, 1, 3], { count: 3, median: 3, p90: 5 }],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { count: 10, median: 5.5, p90: 9 }],
  [[0, 0, 0, 0, 0, 0, 0, 0, 0, 30, 40], { count: 11, median: 0, p90: 30 }],
])('%j is spread like %j', (values, expected) => {
  expect(spreadOf(values)).toEqual(expected);
});

test('half of all are no more than the median and half no less, and nine of ten no more than the percentile', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { minLength: 1 }), (values) => {
      const { count, median = Number.NaN, p90 = Number.NaN } = spreadOf(values);
      const share = (holds: (value: number) => boolean) => values.filter(holds).length / count;
      expect(share((value) => value <= median)).toBeGreaterThanOrEqual(0.5);
      expect(share((value) => value >= median)).toBeGreaterThanOrEqual(0.5);
      expect(values).toContain(p90);
      expect(share((value) => value <= p90)).toBeGreaterThanOrEqual(0.9);
      expect(share((value) => value < p90)).toBeLessThan(0.9);
    }),
  );
});
