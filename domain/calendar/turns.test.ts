import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instants } from './any-day.test-data.ts';
import { dateOf, dueAfter } from './due.ts';
import { workingDays } from './period.ts';
import { dueAgain, type Turn, timeUsed, turnsUntil, workingDaysUsed } from './turns.ts';
import { addWorkingDays, workingDaysBetween } from './working-day.ts';

const HOUR = 60 * 60 * 1000;
const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();

/** An application that is filed, comes back with queries twice, and lies with the office now. */
const turns: Turn[] = [
  { side: 'office', from: '2026-01-26T09:00:00.000Z', to: '2026-01-28T09:00:00.000Z' },
  { side: 'applicant', from: '2026-01-28T09:00:00.000Z', to: '2026-02-09T15:30:00.000Z' },
  { side: 'office', from: '2026-02-09T15:30:00.000Z', to: '2026-02-09T16:00:00.000Z' },
  { side: 'applicant', from: '2026-02-09T16:00:00.000Z', to: '2026-02-10T16:00:00.000Z' },
  { side: 'office', from: '2026-02-10T16:00:00.000Z' },
];

describe('the time that each side used', () => {
  test('counts to the millisecond, the open turn until now', () => {
    expect(timeUsed(turns, '2026-02-11T16:00:00.000Z')).toEqual({
      office: (2 * 24 + 0.5 + 24) * HOUR,
      applicant: (12 * 24 + 6.5 + 24) * HOUR,
    });
    expect(timeUsed([], '2026-02-11T16:00:00.000Z')).toEqual({ office: 0, applicant: 0 });
  });

  test('counts the office’s working days without those of the applicant', () => {
    expect(workingDaysUsed(turns, 'office', '2026-02-12T08:00:00.000Z')).toBe(2 + 0 + 2);
    expect(workingDaysUsed(turns, 'applicant', '2026-02-12T08:00:00.000Z')).toBe(8 + 1);
  });

  test('can be told as it stood at an earlier instant', () => {
    const until = '2026-02-01T12:00:00.000Z';
    expect(turnsUntil(turns, until)).toEqual([turns[0], { ...turns[1], to: until }]);
    expect(turnsUntil(turns, '2026-01-26T09:00:00.000Z')).toEqual([]);
    const now = '2026-02-11T16:00:00.000Z';
    expect(timeUsed(turnsUntil(turns, now), '2027-01-01T00:00:00.000Z')).toEqual(timeUsed(turns, now));
  });

  const stretches = fc.array(
    fc.record({
      side: fc.constantFrom('office' as const, 'applicant' as const),
      ms: fc.nat(30 * 24 * HOUR),
    }),
    { maxLength: 10 },
  );

  test('adds up to all the time that passed, in milliseconds and in working days', () => {
    fc.assert(
      fc.property(instants, stretches, (start, lengths) => {
        let now = start;
        const all = lengths.map(({ side, ms }): Turn => {
          const from = now;
          now = later(now, ms);
          return { side, from, to: now };
        });
        const { office, applicant } = timeUsed(all, now);
        expect(office + applicant).toBe(Date.parse(now) - Date.parse(start));
        expect(workingDaysUsed(all, 'office', now) + workingDaysUsed(all, 'applicant', now)).toBe(
          workingDaysBetween(dateOf(start), dateOf(now)),
        );
      }),
    );
  });
});

describe('an office’s step that was interrupted', () => {
  test.each([
    // Ten working days from Monday 26.01. would end on Monday 09.02.
    ['with what is left', '2026-02-10T10:00:00.000Z', 2, '2026-02-20T23:00:00.000Z'],
    ['after it comes back on a Saturday', '2026-02-07T10:00:00.000Z', 2, '2026-02-18T23:00:00.000Z'],
    ['with a day, if all were used', '2026-02-10T10:00:00.000Z', 10, '2026-02-11T23:00:00.000Z'],
    ['with a day, if it was late already', '2026-02-13T10:00:00.000Z', 14, '2026-02-16T23:00:00.000Z'],
    ['whole, if none was used', '2026-02-10T10:00:00.000Z', 0, '2026-02-24T23:00:00.000Z'],
  ] as const)('goes on %s', (_how, back, used, due) => {
    expect(dueAgain(back, { allowed: 10, used })).toBe(due);
  });

  const allowed = fc.integer({ min: 2, max: 30 });
  const upTo40Days = fc.nat(40 * 24 * HOUR);

  test('is due later by exactly the working days that the applicant had', () => {
    fc.assert(
      fc.property(instants, allowed, upTo40Days, upTo40Days, (since, n, first, second) => {
        const [asked, back] = [later(since, first), later(since, first + second)];
        const used = workingDaysUsed([{ side: 'office', from: since, to: asked }], 'office', asked);
        fc.pre(used < n);
        const without = addWorkingDays(dateOf(since), n);
        const had = workingDaysBetween(dateOf(asked), dateOf(back));
        const lastDay = dateOf(later(dueAgain(back, { allowed: n, used }), -1));
        expect(lastDay).toBe(addWorkingDays(without, had));
        if (dateOf(asked) === dateOf(back))
          expect(dueAgain(back, { allowed: n, used })).toBe(dueAfter(since, workingDays(n)));
      }),
    );
  });

  test('is due no earlier when it comes back later, and no later when more was used', () => {
    fc.assert(
      fc.property(instants, upTo40Days, allowed, fc.nat(40), (back, ms, n, used) => {
        const due = dueAgain(back, { allowed: n, used });
        expect(due <= dueAgain(later(back, ms), { allowed: n, used })).toBe(true);
        expect(due >= dueAgain(back, { allowed: n, used: used + 1 })).toBe(true);
        expect(due > later(back, 23 * HOUR)).toBe(true);
      }),
    );
  });
});
