import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amounts } from './any-amount.test-data.ts';
import { basisPoints, partDown, partHalfUp, plus, ratio, times } from './ratio.ts';

const ratios = fc
  .record({ numerator: fc.nat(1_000_000), more: fc.nat(1_000_000) })
  .map(({ numerator, more }) => ratio(numerator, numerator + more + 1));

describe('the distribution of domain.md', () => {
  // 40 % by children under 7 (2.5 % of them here), 60 % by children under 7 in SGB II (2.0 % of them here).
  const share = plus(
    times(basisPoints(4_000), basisPoints(250)),
    times(basisPoints(6_000), basisPoints(200)),
  );

  test('gives 2.2 % of 51,250,000.00: 1,127,500.00', () => {
    expect(partHalfUp(51_250_000_00, share)).toBe(1_127_500_00);
    expect(partDown(51_250_000_00, share)).toBe(1_127_500_00);
    expect(share.numerator * 1_000n).toBe(share.denominator * 22n);
  });

  test('is the same by the children themselves', () => {
    const counted = plus(
      times(basisPoints(4_000), ratio(25, 1_000)),
      times(basisPoints(6_000), ratio(6, 300)),
    );
    expect(partHalfUp(51_250_000_00, counted)).toBe(1_127_500_00);
  });
});

describe('a part of an amount', () => {
  test('is rounded at half a cent: up as a share, down as a cap', () => {
    expect(partHalfUp(1, ratio(1, 2))).toBe(1);
    expect(partDown(1, ratio(1, 2))).toBe(0);
    expect(partHalfUp(1, ratio(49, 100))).toBe(0);
  });

  test('is the nearest whole cent, and never more than a cent above the one that is rounded down', () => {
    fc.assert(
      fc.property(amounts, ratios, (amount, part) => {
        const [up, down] = [partHalfUp(amount, part), partDown(amount, part)];
        const error = 2n * (BigInt(up) * part.denominator - BigInt(amount) * part.numerator);
        expect(-part.denominator < error && error <= part.denominator).toBe(true);
        expect(up - down === 0 || up - down === 1).toBe(true);
        expect([up, down].every(Number.isSafeInteger)).toBe(true);
        expect(down).toBeGreaterThanOrEqual(0);
        expect(up).toBeLessThanOrEqual(amount);
      }),
    );
  });

  test('of one and a part of the rest make no more than a cent more than the part of both', () => {
    fc.assert(
      fc.property(amounts, amounts, ratios, (one, other, part) => {
        const apart = partDown(one, part) + partDown(other, part);
        expect(partDown(one + other, part) - apart).toBeOneOf([0, 1]);
      }),
    );
  });
});

test('what is no ratio is refused', () => {
  expect(() => ratio(1, 0)).toThrow(RangeError);
  expect(() => ratio(-1, 2)).toThrow(RangeError);
  expect(() => basisPoints(2.5)).toThrow(RangeError);
});
