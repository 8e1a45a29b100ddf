import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amounts } from './any-amount.test-data.ts';
import { splitByWeights } from './split.ts';

const weights = fc
  .array(fc.nat(10_000), { minLength: 1, maxLength: 40 })
  .filter((list) => list.some((weight) => weight > 0));

describe('splitting an amount by weights', () => {
  test.each([
    ['thirds, the cent to the first', 100_00, [1, 1, 1], [33_34, 33_33, 33_33]],
    ['the cents to the largest remainders', 10, [35, 33, 32], [4, 3, 3]],
    ['equal remainders to those that come first', 2, [1, 1, 1, 1], [1, 1, 0, 0]],
    ['nothing to a weight of zero', 1, [0, 1], [0, 1]],
    ['basis points of two Kitas', 71_234_56, [6_250, 3_750], [44_521_60, 26_712_96]],
    ['nothing at all', 0, [3, 4], [0, 0]],
  ])('gives %s', (_what, amount, by, parts) => {
    expect(splitByWeights(amount, by)).toEqual(parts);
  });

  test('adds up to the cent, and each part is the exact share rounded down or up', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, by) => {
        const parts = splitByWeights(amount, by);
        const whole = BigInt(by.reduce((a, b) => a + b, 0));
        expect(parts.map(BigInt).reduce((a, b) => a + b, 0n)).toBe(BigInt(amount));
        for (const [n, part] of parts.entries()) {
          expect(Number.isSafeInteger(part)).toBe(true);
          const exact = BigInt(amount) * BigInt(by[n] ?? 0);
          const over = BigInt(part) * whole - exact;
          expect(-whole < over && over < whole).toBe(true);
          expect(part).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('never gives less to who has more, nor more to who comes later with the same', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, by) => {
        const parts = splitByWeights(amount, by);
        const order = by.map((_, n) => n).sort((a, b) => (by[b] ?? 0) - (by[a] ?? 0) || a - b);
        const sorted = order.map((n) => parts[n] ?? 0);
        expect(sorted).toEqual([...sorted].sort((a, b) => b - a));
      }),
    );
  });

  test('refuses weights that are none', () => {
    for (const by of [[], [0, 0], [-1, 2], [0.5, 0.5]])
      expect(() => splitByWeights(100, by), String(by)).toThrow(RangeError);
  });
});
