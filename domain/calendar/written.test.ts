import { expect, test } from 'vitest';
import { writtenDate, writtenMoment } from './written.ts';

test('a date is written as in German letters', () => {
  expect(writtenDate('2027-01-31')).toBe('31.01.2027');
});

test('a moment is written in the time of Berlin, in summer and in winter, on the day that it is there', () => {
  expect(writtenMoment('2026-10-12T08:15:07.123Z')).toBe('12.10.2026, 10:15:07 Uhr');
  expect(writtenMoment('2026-12-31T23:30:00.000Z')).toBe('01.01.2027, 00:30:00 Uhr');
});
