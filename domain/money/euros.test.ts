import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amounts } from './any-amount.test-data.ts';
import { formatAmount, formatEuros, readEuros } from './euros.ts';

test.each([
  [0, '0,00'],
  [5, '0,05'],
  [100, '1,00'],
  [999_99, '999,99'],
  [1_234_56, '1.234,56'],
  [2_232_015_00, '2.232.015,00'],
  [-5, '-0,05'],
  [-1_234_56, '-1.234,56'],
])('%d cents are written %s', (amount, text) => {
  expect(formatAmount(amount)).toBe(text);
  expect(formatEuros(amount)).toBe(`${text}\u00a0€`);
});

test('fractions of a cent are never written', () => {
  expect(() => formatEuros(0.5)).toThrow(RangeError);
});

test.each([
  ['1.234,56 €', 1_234_56],
  ['1.234,56\u00a0€', 1_234_56],
  ['1.234,56€', 1_234_56],
  ['€ 1.234,56', 1_234_56],
  ['1234,56 EUR', 1_234_56],
  ['1234,56 Euro', 1_234_56],
  ['  1234,56 ', 1_234_56],
  ['1 234,56', 1_234_56],
  ['1\u202f234\u202f567,89', 1_234_567_89],
  ['2.232.015,00', 2_232_015_00],
  ['2.232.015', 2_232_015_00],
  ['1234,5', 1_234_50],
  ['1234', 1_234_00],
  ['0', 0],
  ['0,05', 5],
  ['10.000.000.000,00', 1_000_000_000_000],
])('%j is read as %d cents', (typed, amount) => {
  expect(readEuros(typed)).toBe(amount);
});

test.each([
  ['', 'nothing'],
  ['€', 'no digit'],
  ['1.234', 'a thousand in German, one and a bit in English'],
  ['1.234 €', 'the same with a currency'],
  ['1,234', 'the other way round'],
  ['1234.56', 'English'],
  ['1,234.56', 'English with thousands'],
  ['1.23', 'neither thousands nor decimals'],
  ['1.2345,00', 'thousands of four digits'],
  ['12.34.567,00', 'thousands of two digits'],
  ['1234.567,00', 'thousands set apart only once'],
  ['1.234 567,00', 'two ways to set thousands apart'],
  ['0.123,00', 'a zero before thousands'],
  ['1.234,567', 'three decimals'],
  ['1234,', 'a comma without decimals'],
  [',50', 'decimals without euros'],
  ['-5,00', 'a negative amount'],
  ['+5,00', 'a sign'],
  ['5,00 $', 'another currency'],
  ['5,00 € und mehr', 'words behind it'],
  ['1e3', 'a float'],
  ['٥,٠٠', 'digits of another script'],
  ['10.000.000.000,01', 'more than any budget'],
  [`${'0'.repeat(50)}1`, 'endless zeros'],
])('%j is no amount: %s', (typed) => {
  expect(readEuros(typed)).toBeUndefined();
});

describe('what is written', () => {
  test('is read as the same amount', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(readEuros(formatAmount(amount))).toBe(amount);
        expect(readEuros(formatEuros(amount))).toBe(amount);
      }),
    );
  });

  test('whatever is typed, is an amount that is written with the same digits, or none', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789.,  €-'), maxLength: 14 });
    fc.assert(
      fc.property(typed, (text) => {
        const amount = readEuros(text);
        if (amount === undefined) return;
        const digits = (of: string) => of.replaceAll(/\D/g, '').replace(/^0+/, '');
        expect(digits(formatAmount(amount)).startsWith(digits(text))).toBe(true);
        expect(Number.isSafeInteger(amount)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
