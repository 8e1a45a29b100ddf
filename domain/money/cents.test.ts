import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amounts } from './any-amount.test-data.ts';
import { addUp, cents, fromExact, MOST, toExact } from './cents.ts';

const codeOf = (value: unknown) => cents.safeParse(value).error?.issues.map(({ message }) => message);

describe('an amount in cents', () => {
  test.each([0, 1, 71_234_56, MOST])('may be %d', (value) => {
    expect(cents.parse(value)).toBe(value);
  });

  test.each([
    [undefined, 'required'],
    [null, 'required'],
    ['', 'required'],
    ['71.234,56', 'wrong-type'],
    [0.5, 'wrong-type'],
    [Number.NaN, 'wrong-type'],
    [Number.POSITIVE_INFINITY, 'wrong-type'],
    [-1, 'negative'],
    [MOST + 1, 'too-much'],
  ])('is not %j: %s', (value, code) => {
    expect(codeOf(value)).toEqual([code]);
  });

  test('beyond what a number holds exactly is refused', () => {
    expect(cents.safeParse(2 ** 53).success).toBe(false);
  });
});

describe('adding up', () => {
  test('is exact, in any order', () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 50 }), (list) => {
        const sum = addUp(list);
        expect(Number.isSafeInteger(sum)).toBe(true);
        expect(BigInt(sum)).toBe(list.map(BigInt).reduce((a, b) => a + b, 0n));
        expect(addUp([...list].reverse())).toBe(sum);
      }),
    );
  });

  test('refuses a float, a negative amount, and a sum that a number no longer holds exactly', () => {
    expect(() => addUp([0.1, 0.2])).toThrow(RangeError);
    expect(() => addUp([10, -1])).toThrow(RangeError);
    expect(() => addUp([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(() => fromExact(toExact(1) - toExact(2))).toThrow(RangeError);
  });
});
