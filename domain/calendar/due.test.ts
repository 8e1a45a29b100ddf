import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { days as anyDay, instants } from './any-day.test-data.ts';
import { dateOf, daysLater, dueAfter, endOf, lastDay, retentionEnds, startOf } from './due.ts';
import { days, months, type Period, weeks, workingDays } from './period.ts';
import { isWorkingDay } from './working-day.ts';

const periods: fc.Arbitrary<Period> = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map(workingDays),
  fc.integer({ min: 1, max: 90 }).map(days),
  fc.integer({ min: 1, max: 24 }).map(months),
);

describe('the calendar date in Berlin', () => {
  test.each([
    ['in winter, an hour before UTC', '2026-01-15T23:00:00.000Z', '2026-01-16'],
    ['in summer, two hours before UTC', '2026-07-15T22:00:00.000Z', '2026-07-16'],
    ['a millisecond before midnight', '2026-07-15T21:59:59.999Z', '2026-07-15'],
    ['at the turn of the year', '2025-12-31T23:00:00.000Z', '2026-01-01'],
  ] as const)('changes %s', (_when, at, date) => {
    expect(dateOf(at)).toBe(date);
  });

  test.each([
    ['2026-04-28', 14, '2026-05-12'],
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2025-12-31', 60, '2026-03-01'],
    ['2026-04-28', 0, '2026-04-28'],
  ] as const)('%s and %i days later is %s', (date, n, later) => {
    expect(daysLater(date, n)).toBe(later);
  });

  test.each([
    ['2026-03-28', '2026-03-27T23:00:00.000Z'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ] as const)('%s begins at %s, around both changes of the clock', (date, at) => {
    expect(startOf(date)).toBe(at);
  });

  test('begins at the first instant that has it, and instants read as text in time order', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const at = startOf(date);
        expect(dateOf(at)).toBe(date);
        expect(dateOf(new Date(Date.parse(endOf(date)) - 1).toISOString())).toBe(date);
        expect(dateOf(endOf(date)) > date).toBe(true);
        expect(dateOf(new Date(Date.parse(at) - 1).toISOString()) < date).toBe(true);
        expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      }),
    );
  });
});

describe('the last day of a period', () => {
  test.each([
    // The objections of domain.md, "Time": announced, one month, §§ 187–193 BGB.
    ['an objection', '2026-02-03', months(1), '2026-03-03'],
    ['an objection announced on a Sunday', '2026-05-03', months(1), '2026-06-03'],
    ['an objection to a mailbox notice', '2026-02-02', months(1), '2026-03-02'],
    // § 188 Abs. 3 BGB: a month without that day ends on its last one.
    ['a month from the 31st', '2026-03-31', months(1), '2026-04-30'],
    ['a month from the end of January', '2025-01-31', months(1), '2025-02-28'],
    ['a month from the end of January in a leap year', '2028-01-31', months(1), '2028-02-29'],
    ['a month from the end of February, which does not stretch', '2026-02-28', months(1), '2026-03-30'],
    ['six months over the turn of the year', '2026-08-31', months(6), '2027-03-01'],
    ['a year from a leap day', '2028-02-29', months(12), '2029-02-28'],
    // § 193 BGB: not on a Saturday, Sunday or holiday.
    ['a week that ends on a Saturday', '2026-01-24', days(7), '2026-02-02'],
    ['a week that ends on Good Friday', '2026-03-27', days(7), '2026-04-07'],
    ['a month that ends on the first of May', '2026-04-01', months(1), '2026-05-04'],
    ['four weeks', '2026-02-03', weeks(4), '2026-03-03'],
    ['three weeks that end on a holiday', '2026-04-10', weeks(3), '2026-05-04'],
    ['two working days over the first of May', '2026-04-29', workingDays(2), '2026-05-04'],
  ] as const)('of %s that begins on %s', (_what, from, period, to) => {
    expect(lastDay(from, period)).toBe(to);
  });

  test('is a working day after the first one, and no later one for who began earlier', () => {
    fc.assert(
      fc.property(anyDay, anyDay, periods, (one, other, period) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(isWorkingDay(lastDay(early, period))).toBe(true);
        expect(lastDay(early, period) > early).toBe(true);
        expect(lastDay(early, period) <= lastDay(late, period)).toBe(true);
      }),
    );
  });
});

describe('a due date', () => {
  test.each([
    [
      'at the midnight that ends the last day',
      '2026-01-30T10:15:00.000Z',
      workingDays(2),
      '2026-02-03T23:00:00.000Z',
    ],
    [
      'for who writes just before midnight',
      '2026-01-29T22:59:59.999Z',
      workingDays(1),
      '2026-01-30T23:00:00.000Z',
    ],
    [
      'for who writes just after midnight',
      '2026-01-29T23:00:00.000Z',
      workingDays(1),
      '2026-02-02T23:00:00.000Z',
    ],
    [
      'over the beginning of summer time',
      '2026-03-27T12:00:00.000Z',
      workingDays(1),
      '2026-03-30T22:00:00.000Z',
    ],
    ['over its end', '2026-10-23T12:00:00.000Z', workingDays(1), '2026-10-26T23:00:00.000Z'],
    [
      'on a day after the change that same night',
      '2026-03-29T00:30:00.000Z',
      days(1),
      '2026-03-30T22:00:00.000Z',
    ],
  ] as const)('lies %s', (_where, at, period, due) => {
    expect(dueAfter(at, period)).toBe(due);
  });

  test('is never before a whole day has passed, and is the midnight after the last day', () => {
    fc.assert(
      fc.property(instants, periods, (at, period) => {
        const due = dueAfter(at, period);
        const last = lastDay(dateOf(at), period);
        expect(Date.parse(due) - Date.parse(at)).toBeGreaterThan(23 * 60 * 60 * 1000);
        expect(dateOf(new Date(Date.parse(due) - 1).toISOString())).toBe(last);
        expect(dateOf(due) > last).toBe(true);
      }),
    );
  });

  test('is monotone: an event later in time is never due earlier', () => {
    fc.assert(
      fc.property(instants, instants, periods, (one, other, period) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(dueAfter(early, period) <= dueAfter(late, period)).toBe(true);
      }),
    );
  });
});

describe('a retention period', () => {
  test.each([
    ['six months', '2026-02-10T09:00:00.000Z', 6, '2026-08-10T22:00:00.000Z'],
    ['not moved off a Sunday', '2026-03-13T09:00:00.000Z', 6, '2026-09-13T22:00:00.000Z'],
    ['by the end of a shorter month', '2026-08-31T09:00:00.000Z', 6, '2027-02-28T23:00:00.000Z'],
    ['counted from the Berlin date', '2026-02-10T23:30:00.000Z', 6, '2026-08-11T22:00:00.000Z'],
  ] as const)('is over %s', (_how, at, n, ends) => {
    expect(retentionEnds(at, n)).toBe(ends);
  });

  test('is over no later than the same period would be due: nothing is kept longer than promised', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 120 }), (at, n) => {
        expect(retentionEnds(at, n) <= dueAfter(at, months(n))).toBe(true);
        expect(retentionEnds(at, n) > at).toBe(true);
      }),
    );
  });
});
