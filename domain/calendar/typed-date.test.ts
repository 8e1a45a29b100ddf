import fc from 'fast-check';
import { expect, test } from 'vitest';
import { days } from './any-day.test-data.ts';
import { formatDate, readDate } from './typed-date.ts';

test.each([
  ['31.12.2027', '2027-12-31'],
  ['1.3.2027', '2027-03-01'],
  ['01.03.27', '2027-03-01'],
  ['1. 3. 2027', '2027-03-01'],
  [' 29.02.2028 ', '2028-02-29'],
  ['2027-03-01', '2027-03-01'],
])('%j is read as %s', (typed, date) => {
  expect(readDate(typed)).toBe(date);
});

test.each([
  ['', 'nothing'],
  ['31.2.2027', 'a day that February never has'],
  ['29.02.2027', 'a leap day of another year'],
  ['12/31/2027', 'American'],
  ['31.12.', 'no year'],
  ['31.12.027', 'a year of three digits'],
  ['31.13.2027', 'a thirteenth month'],
  ['2027-3-1', 'half ISO'],
  ['morgen', 'a word'],
])('%j is no date: %s', (typed) => {
  expect(readDate(typed)).toBeUndefined();
});

test('every date that is written is read as the same', () => {
  fc.assert(
    fc.property(days, (date) => {
      expect(readDate(formatDate(date))).toBe(date);
    }),
  );
});
