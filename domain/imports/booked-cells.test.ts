import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amounts } from '../money/any-amount.test-data.ts';
import { formatAmount } from '../money/euros.ts';
import type { AmountFormat } from '../payments/settings.ts';
import { bookedDay, signedAmount } from './booked-cells.ts';
import type { Cell } from './table.ts';

/** Cents with their sign, or what is wrong. */
const said = (cell: Cell, format?: AmountFormat) => {
  const read = signedAmount(format)(cell) as {
    value?: { cents: number; isNegative: boolean };
    code?: string;
  };
  return read.value ? (read.value.isNegative ? -read.value.cents : read.value.cents) : read.code;
};

describe('an amount', () => {
  test.each([
    ['1.234,56', 1_234_56],
    ['1.234,56 €', 1_234_56],
    ['EUR 1234,5', 1_234_50],
    ['1234.56', 1_234_56],
    ['1,234.56', 1_234_56],
    ['1 234,56', 1_234_56],
    ['1.234.567', 1_234_567_00],
    ['-17.808,64', -17_808_64],
    ['\u221217.808,64', -17_808_64],
    ['17.808,64-', -17_808_64],
    ['17808.64- EUR', -17_808_64],
    ['+5', 5_00],
    [1234.56, 1_234_56],
    [-17808.64, -17_808_64],
    [0.29, 29],
    // As Excel stores 0,29 now and then.
    [0.28999999999999998, 29],
    ['1.234', 'amount'],
    ['1,234', 'amount'],
    ['-1.234', 'amount'],
    ['0.125', 'amount'],
    ['1.23.456', 'amount'],
    ['1.234,567', 'amount'],
    ['1,234,56', 'amount'],
    ['-5,00-', 'amount'],
    ['--5,00', 'amount'],
    ['(5,00)', 'amount'],
    ['', 'amount'],
    ['-', 'amount'],
    ['1e3', 'amount'],
    [1.005, 'amount'],
    [1e21, 'amount'],
    [true, 'amount'],
  ])('%j of which nothing is agreed is read as %j', (cell, read) => {
    expect(said(cell)).toBe(read);
  });

  test.each<[AmountFormat, Cell, number | string]>([
    [{ decimal: ',', thousands: '.' }, '1.234', 1_234_00],
    [{ decimal: ',', thousands: '.' }, '1.234,56', 1_234_56],
    [{ decimal: ',', thousands: '.' }, '1234.56', 'amount'],
    [{ decimal: ',' }, '1234,56', 1_234_56],
    [{ decimal: ',' }, '1.234,56', 'amount'],
    [{ decimal: ',' }, '1.234', 'amount'],
    [{ decimal: '.' }, '1234.56', 1_234_56],
    [{ decimal: '.' }, '1.234', 'amount'],
    [{ decimal: '.' }, '1234,56', 'amount'],
    [{ decimal: '.', thousands: ',' }, '1,234', 1_234_00],
    [{ decimal: '.', thousands: "'" }, "1'234.56", 1_234_56],
    [{ decimal: ',', thousands: ' ' }, '1\u00a0234,56-', -1_234_56],
    [{ decimal: '.' }, 1234.56, 1_234_56],
  ])('agreed as %j: %j is read as %j', (format, cell, read) => {
    expect(said(cell, format)).toBe(read);
  });

  test('is the same typed in German or English, with a minus before or behind it, and as a workbook’s number', () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), (cents, isNegative) => {
        const german = formatAmount(cents);
        const english = german.replaceAll('.', '_').replace(',', '.').replaceAll('_', ',');
        const value = { cents, isNegative };
        for (const typed of [german, english, german.replaceAll('.', ''), english.replaceAll(',', '')])
          for (const cell of isNegative ? [`-${typed}`, `${typed}-`] : [typed, `${typed} €`])
            expect(signedAmount(undefined)(cell), cell).toEqual({ value });
        if (cents > 0)
          expect(signedAmount(undefined)((isNegative ? -cents : cents) / 100)).toEqual({ value });
      }),
    );
  });
});

test.each([
  ['31.01.2027', '2027-01-31'],
  ['2027-01-31', '2027-01-31'],
  ['20270131', '2027-01-31'],
  [20270131, '2027-01-31'],
  ['20270231', 'date'],
  // The German order of digits alone.
  ['20012027', 'date'],
  ['15022027', 'date'],
  ['31.02.2027', 'date'],
  [46_000, 'date'],
  [true, 'date'],
])('the day %j is read as %j', (cell, read) => {
  const found = bookedDay(cell);
  expect('code' in found ? found.code : found.value).toBe(read);
});
