import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatHundredths, readHundredths } from './hundredths.ts';

test.each([
  ['39', 3_900],
  ['19,5', 1_950],
  ['19.5', 1_950],
  [' 33,33 ', 3_333],
  ['0,01', 1],
  ['007', 700],
])('%j is %i hundredths', (typed, hundredths) => {
  expect(readHundredths(typed)).toBe(hundredths);
});

test.each(['', '-1', '+1', '19,555', '1.000,5', ',5', '5,', '1e2', '19,5 h', 'NaN', '٣', '9'.repeat(10)])(
  '%j is none',
  (typed) => {
    expect(readHundredths(typed)).toBeUndefined();
  },
);

test('what is written is read as the same', () => {
  fc.assert(
    fc.property(fc.nat(99_999_999_999), (hundredths) => {
      expect(readHundredths(formatHundredths(hundredths))).toBe(hundredths);
    }),
  );
});
