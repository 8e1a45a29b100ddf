import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { days } from './any-day.test-data.ts';
import { addWorkingDays, isWorkingDay, workingDayFrom, workingDaysBetween } from './working-day.ts';

/** Every public holiday of Rheinland-Pfalz (LFtG § 2) in 2026; the calendar of the state's ministry of the interior. */
const holidays2026 = [
  ['Neujahr', '2026-01-01'],
  ['Karfreitag', '2026-04-03'],
  ['Ostermontag', '2026-04-06'],
  ['1. Mai', '2026-05-01'],
  ['Christi Himmelfahrt', '2026-05-14'],
  ['Pfingstmontag', '2026-05-25'],
  ['Fronleichnam', '2026-06-04'],
  ['Tag der Deutschen Einheit', '2026-10-03'],
  ['Allerheiligen', '2026-11-01'],
  ['1. Weihnachtstag', '2026-12-25'],
  ['2. Weihnachtstag', '2026-12-26'],
] as const;

/** Holidays elsewhere in Germany, or days people take for one; all on a weekday in the year given. */
const workingDays = [
  ['Heilige Drei Könige 2026', '2026-01-06'],
  ['Rosenmontag 2026', '2026-02-16'],
  ['Internationaler Frauentag 2027', '2027-03-08'],
  ['Gründonnerstag 2026', '2026-04-02'],
  ['80 Jahre Kriegsende (only in Berlin)', '2025-05-08'],
  ['Mariä Himmelfahrt 2025', '2025-08-15'],
  ['Weltkindertag 2027', '2027-09-20'],
  ['Reformationstag 2025', '2025-10-31'],
  ['Buß- und Bettag 2026', '2026-11-18'],
  ['Heiligabend 2026', '2026-12-24'],
  ['Silvester 2026', '2026-12-31'],
] as const;

const weekday = (date: string) => ![0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());

describe('a working day', () => {
  test.each(holidays2026)('is not %s', (_name, date) => {
    expect(isWorkingDay(date)).toBe(false);
  });

  test.each(workingDays)('is %s', (_name, date) => {
    expect(isWorkingDay(date)).toBe(true);
  });

  test('is none on Saturdays and Sundays', () => {
    expect(isWorkingDay('2026-01-30')).toBe(true);
    expect(isWorkingDay('2026-01-31')).toBe(false);
    expect(isWorkingDay('2026-02-01')).toBe(false);
    expect(isWorkingDay('2026-02-02')).toBe(true);
  });

  test('is none on Allerheiligen on a weekday, and on Reformationstag only in its 500th year', () => {
    expect(isWorkingDay('2027-11-01')).toBe(false);
    expect(isWorkingDay('2017-10-31')).toBe(false);
    expect(isWorkingDay('2016-10-31')).toBe(true);
  });

  test('moves with Easter, from its earliest to its latest date', () => {
    for (const date of ['2035-03-23', '2035-03-26', '2038-04-23', '2038-04-26', '2038-06-24'])
      expect(isWorkingDay(date), date).toBe(false);
  });

  test('is missed 7 to 11 times a year because of a holiday', () => {
    const year = (of: number) =>
      Array.from({ length: 366 }, (_, n) =>
        new Date(Date.UTC(of, 0, 1 + n)).toISOString().slice(0, 10),
      ).filter((date) => date.startsWith(String(of)));
    const free = (of: number) => year(of).filter((date) => weekday(date) && !isWorkingDay(date)).length;
    expect([2024, 2025, 2026, 2027, 2028].map(free)).toEqual([11, 10, 8, 7, 10]);
  });

  test('refuses what is no date', () => {
    expect(() => isWorkingDay('2026-02-30')).toThrow(RangeError);
    expect(() => isWorkingDay('morgen')).toThrow(RangeError);
  });
});

describe('adding working days', () => {
  test.each([
    ['over a weekend', '2026-01-30', 2, '2026-02-03'],
    ['over Easter', '2026-04-01', 2, '2026-04-07'],
    ['over the first of May', '2026-04-29', 2, '2026-05-04'],
    ['over Fronleichnam and a bridge day', '2026-06-03', 2, '2026-06-08'],
    ['over Christmas and the new year', '2026-12-23', 6, '2027-01-04'],
    ['from a Saturday', '2026-01-31', 1, '2026-02-02'],
    ['from a holiday', '2026-05-01', 1, '2026-05-04'],
    ['none at all', '2026-05-01', 0, '2026-05-01'],
  ] as const)('goes %s', (_how, from, n, to) => {
    expect(addWorkingDays(from, n)).toBe(to);
  });

  test('ends on a working day later than it began, however many are added', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const to = addWorkingDays(from, n);
        expect(isWorkingDay(to)).toBe(true);
        expect(to > from).toBe(true);
      }),
    );
  });

  test('adds up: a days and then b days are a + b days', () => {
    const few = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(days, few, few, (from, a, b) => {
        expect(addWorkingDays(addWorkingDays(from, a), b)).toBe(addWorkingDays(from, a + b));
      }),
    );
  });

  test('is monotone: who begins later does not end earlier', () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: 0, max: 30 }), (one, other, n) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(addWorkingDays(early, n) <= addWorkingDays(late, n)).toBe(true);
      }),
    );
  });
});

describe('counting working days', () => {
  test.each([
    ['over a weekend', '2026-01-30', '2026-02-03', 2],
    ['over Easter', '2026-04-01', '2026-04-07', 2],
    ['to a Saturday', '2026-01-30', '2026-01-31', 0],
    ['from a day to itself', '2026-02-03', '2026-02-03', 0],
    ['backwards', '2026-02-03', '2026-01-30', 0],
  ] as const)('goes %s', (_how, from, to, n) => {
    expect(workingDaysBetween(from, to)).toBe(n);
  });

  test('undoes adding them, and counts none twice', () => {
    fc.assert(
      fc.property(days, fc.nat(60), fc.nat(60), (from, a, b) => {
        const [middle, to] = [addWorkingDays(from, a), addWorkingDays(from, a + b)];
        expect(workingDaysBetween(from, to)).toBe(a + b);
        expect(workingDaysBetween(from, middle) + workingDaysBetween(middle, to)).toBe(a + b);
      }),
    );
  });
});

describe('an end that moves to a working day', () => {
  test('stays on a working day, and goes on from any other to the very next one', () => {
    expect(workingDayFrom('2026-02-03')).toBe('2026-02-03');
    expect(workingDayFrom('2026-04-03')).toBe('2026-04-07');
    fc.assert(
      fc.property(days, (date) => {
        const moved = workingDayFrom(date);
        expect(isWorkingDay(moved)).toBe(true);
        expect(addWorkingDays(date, 1) >= moved).toBe(true);
        expect(moved >= date).toBe(true);
        expect(workingDayFrom(moved)).toBe(moved);
      }),
    );
  });
});

const program = join(import.meta.dirname, 'any-zone.test-program.ts');
const run = (TZ: string) =>
  execFileSync(process.execPath, [program], { env: { ...process.env, TZ }, encoding: 'utf8' });
const inUtc = run('UTC');

test.each(['Pacific/Auckland', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Etc/GMT+12'])(
  'a process that runs in %s has the same working days and due dates',
  (zone) => {
    expect(run(zone)).toBe(inUtc);
  },
);

test('what is compared between the zones is the calendar of Rheinland-Pfalz', () => {
  const holidays: unknown = JSON.parse(inUtc).holidays;
  expect(holidays).toEqual(holidays2026.map(([, date]) => date).filter(weekday));
});
