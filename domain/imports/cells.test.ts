import { expect, test } from 'vitest';
import { type CellRead, count, percent } from './cells.ts';

const said = (read: CellRead) => ('code' in read ? read.code : read.value);

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
