import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amounts } from '../money/any-amount.test-data.ts';
import { formatAmount } from '../money/euros.ts';
import { amount, type CellRead, count, date, percent } from './cells.ts';

const said = (read: CellRead) => ('code' in read ? read.code : read.value);

test.each([
  ['1.234,56', 1_234_56],
  ['1.234,56 €', 1_234_56],
  ['1234,5', 1_234_50],
  [1234.56, 1_234_56],
  [0.29, 29],
  // As Excel stores 0,29 now and then.
  [0.28999999999999998, 29],
  ['1.234', 'amount'],
  ['1,234.56', 'amount'],
  ['-5,00', 'amount'],
  [-5, 'amount'],
  [1.005, 'amount'],
  [1e21, 'amount'],
  [true, 'amount'],
])('an amount %j is read as %j', (cell, read) => {
  expect(said(amount(cell))).toBe(read);
});

test('an amount is the same typed and as a workbook’s number', () => {
  fc.assert(
    fc.property(amounts, (cents) => {
      expect(amount(formatAmount(cents))).toEqual({ value: cents });
      expect(amount(cents / 100)).toEqual({ value: cents });
    }),
  );
});

test.each([
  ['75', 75],
  [75, 75],
  ['1 234', 1234],
  ['1\u202f234', 1234],
  ['1.234', 'whole-number'],
  ['1,5', 'whole-number'],
  [1.5, 'whole-number'],
  [-1, 'whole-number'],
  ['1e3', 'whole-number'],
  ['viele', 'whole-number'],
  [true, 'whole-number'],
  ['9999999', 'whole-number'],
])('a count %j is read as %j', (cell, read) => {
  expect(said(count(cell))).toBe(read);
});

test.each([
  ['12,5', 1_250],
  ['12,5 %', 1_250],
  ['0,13', 13],
  ['100', 10_000],
  [12.5, 1_250],
  [0, 0],
  [1, 100],
  [0.125, 'percent-fraction'],
  ['12.5', 'percent'],
  ['100,01', 'percent'],
  [101, 'percent'],
  ['-1', 'percent'],
])('a per cent %j is read as %j hundredths', (cell, read) => {
  expect(said(percent(cell))).toBe(read);
});

describe('a day', () => {
  test.each([
    ['31.01.2027', '2027-01-31'],
    ['2027-01-31', '2027-01-31'],
    ['31.02.2027', 'date'],
    [46_000, 'date'],
  ])('%j is read as %j', (cell, read) => {
    expect(said(date(cell))).toBe(read);
  });
});
