import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Assignment,
  deputiesOf,
  everResponsibleFor,
  responsibleFor,
  standsInFor,
} from './assignment.ts';
import type { Deputyship } from './person.ts';

const assignments: Assignment[] = [
  { place: 'regenbogen', person: 'anna', from: '2024-01-01', to: '2026-06-30' },
  { place: 'regenbogen', person: 'berta', from: '2026-07-01' },
  { place: 'sonnenschein', person: 'anna', from: '2024-01-01' },
  { place: 'sonnenschein', person: 'clara', from: '2026-03-01' },
  { place: 'alzey-land', person: 'dora', from: '2025-01-01' },
];
const deputyships: Deputyship[] = [
  { person: 'anna', deputy: 'berta', from: '2026-02-02', to: '2026-02-13' },
  { person: 'berta', deputy: 'clara', from: '2026-02-09', to: '2026-02-20' },
  { person: 'dora', deputy: 'emil', from: '2026-02-01', to: '2026-02-28' },
  { person: 'dora', deputy: 'frida', from: '2026-02-01', to: '2026-02-28' },
];
const register = { assignments, deputyships };
const on = (places: string | string[], date: string, excluded: string[] = []) =>
  responsibleFor([places].flat(), date, register, excluded);

describe('who is responsible', () => {
  test.each([
    ['the assigned person', 'regenbogen', '2026-01-15', { person: 'anna' }],
    ['the old person on their last day', 'regenbogen', '2026-06-30', { person: 'anna' }],
    ['the new person on their first day', 'regenbogen', '2026-07-01', { person: 'berta' }],
    ['who was assigned last, of two', 'sonnenschein', '2026-03-01', { person: 'clara' }],
    ['nobody before the first assignment', 'regenbogen', '2023-12-31', undefined],
    ['nobody for an unknown place', 'wolkenkuckucksheim', '2026-01-15', undefined],
    ['the deputy on their first day', 'regenbogen', '2026-02-02', { person: 'berta', deputyFor: 'anna' }],
    ['nobody while the only deputy is away too', 'regenbogen', '2026-02-10', undefined],
    ['the assigned person on the day after the deputyship', 'regenbogen', '2026-02-14', { person: 'anna' }],
    ['the first of two deputies', 'alzey-land', '2026-02-10', { person: 'emil', deputyFor: 'dora' }],
  ] as const)('is %s', (_who, place, date, expected) => {
    expect(on(place, date)).toEqual(expected);
  });

  test('is found by the next place where the first has nobody', () => {
    expect(on(['regenbogen', 'alzey-land'], '2023-12-31')).toBeUndefined();
    expect(on(['regenbogen', 'alzey-land'], '2026-01-15')).toEqual({ person: 'anna' });
    expect(on(['neue-kita', 'alzey-land'], '2026-01-15')).toEqual({ person: 'dora' });
    expect(on(['regenbogen', 'alzey-land'], '2026-02-10')).toEqual({ person: 'emil', deputyFor: 'dora' });
  });

  test('is never somebody whom the family does not want, and then nobody in that one’s name', () => {
    expect(on('regenbogen', '2026-01-15', ['anna'])).toBeUndefined();
    expect(on('sonnenschein', '2026-03-15', ['clara'])).toEqual({ person: 'anna' });
    expect(on('alzey-land', '2026-02-10', ['emil'])).toEqual({ person: 'frida', deputyFor: 'dora' });
    expect(on('regenbogen', '2026-02-02', ['berta'])).toBeUndefined();
    // A deputy inherits what the other was excluded from.
    expect(on('alzey-land', '2026-02-10', ['dora'])).toBeUndefined();
  });

  test('is nobody where there is no place', () => {
    expect(on([], '2026-01-15')).toBeUndefined();
  });
});

test.each([
  ['whoever is assigned, and the deputies so far', '2026-02-10', ['anna', 'berta']],
  ['nobody who begins later', '2026-01-31', ['anna']],
  ['whoever was, and is no more', '2027-01-01', ['anna', 'berta', 'clara']],
  ['nobody before the first assignment', '2023-12-31', []],
])('who is or was responsible: %s', (_who, until, expected) => {
  expect(everResponsibleFor(['regenbogen'], until, register)).toEqual(expected);
});

test('whoever is responsible on a day is among those who ever were', () => {
  fc.assert(
    fc.property(anyRegister, fc.array(place), day, day, (all, places, one, other) => {
      const [date = '', until = ''] = [one, other].sort();
      const found = responsibleFor(places, date, all);
      if (found) expect(everResponsibleFor(places, until, all)).toContain(found.person);
    }),
  );
});

test('a deputyship counts on its first and its last day, and is seen from both sides', () => {
  expect(deputiesOf('anna', deputyships, '2026-02-01')).toEqual([]);
  expect(deputiesOf('anna', deputyships, '2026-02-02')).toEqual(['berta']);
  expect(deputiesOf('anna', deputyships, '2026-02-13')).toEqual(['berta']);
  expect(deputiesOf('anna', deputyships, '2026-02-14')).toEqual([]);
  expect(standsInFor('berta', deputyships, '2026-02-13')).toEqual(['anna']);
  expect(standsInFor('berta', deputyships, '2026-02-14')).toEqual([]);
});

const person = fc.constantFrom('anna', 'berta', 'clara', 'dora', 'emil');
const place = fc.constantFrom('regenbogen', 'sonnenschein', 'alzey-land');
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
const anyAssignment = fc.record({ place, person, from: day, to: fc.option(day, { nil: undefined }) });
const anyDeputyship = fc.record({ person, deputy: person, from: day, to: day });
const anyRegister = fc.record({
  assignments: fc.array(anyAssignment, { maxLength: 8 }),
  deputyships: fc.array(anyDeputyship, { maxLength: 6 }),
});
const valid = (of: { from: string; to?: string | undefined }, date: string) =>
  of.from <= date && date <= (of.to ?? '9999');

test('nobody is ever responsible who is excluded, away, or neither assigned nor a deputy on that day', () => {
  fc.assert(
    fc.property(
      anyRegister,
      fc.array(place),
      day,
      fc.subarray(['anna', 'berta', 'clara', 'dora', 'emil']),
      (all, places, date, excluded) => {
        const found = responsibleFor(places, date, all, excluded);
        if (!found) return;
        const { person, deputyFor } = found;
        const assigned = deputyFor ?? person;
        expect(excluded).not.toContain(person);
        expect(excluded).not.toContain(assigned);
        expect(all.deputyships.some((one) => one.person === person && valid(one, date))).toBe(false);
        expect(
          all.assignments.some(
            (one) => places.includes(one.place) && one.person === assigned && valid(one, date),
          ),
        ).toBe(true);
        const standsIn = all.deputyships.some(
          (one) => one.person === deputyFor && one.deputy === person && valid(one, date),
        );
        expect(standsIn).toBe(deputyFor !== undefined);
      },
    ),
    { numRuns: 1000 },
  );
});

test('somebody is responsible whenever one who is assigned and not excluded is there', () => {
  fc.assert(
    fc.property(anyRegister, place, day, fc.subarray(['anna', 'berta']), (all, at, date, excluded) => {
      const there = all.assignments.some(
        (one) =>
          one.place === at &&
          valid(one, date) &&
          !excluded.includes(one.person) &&
          !all.deputyships.some((away) => away.person === one.person && valid(away, date)),
      );
      if (there) expect(responsibleFor([at], date, all, excluded)).toBeDefined();
    }),
  );
});

test('the order in which the register lists its assignments does not matter', () => {
  const shuffled = anyRegister.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all.assignments, { minLength: all.assignments.length })),
  );
  fc.assert(
    fc.property(shuffled, place, day, ([all, assignments], at, date) => {
      expect(responsibleFor([at], date, { ...all, assignments })).toEqual(responsibleFor([at], date, all));
    }),
  );
});
