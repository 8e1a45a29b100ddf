import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Assignment } from '../people/assignment.ts';
import type { Deputyship } from '../people/person.ts';
import { activityCounts, addUpCounts, perDimension } from './counts.ts';
import { allKinds } from './kinds.ts';
import { missingMonths, monthsOfYear, owedMonths } from './owed.ts';

const anyCounts = fc.record(Object.fromEntries(allKinds.map((kind) => [kind, fc.nat(9_999)])), {
  requiredKeys: [],
});

describe('counts', () => {
  test.each<[string, object, string[]]>([
    ['what was not done', {}, []],
    ['a number for each kind', { advice: 3, network: 0 }, []],
    ['half a thing', { advice: 1.5 }, ['advice: whole-number']],
    ['less than nothing', { advice: -1 }, ['advice: whole-number']],
    ['more than a month has', { advice: 10_000 }, ['advice: count-too-high']],
    ['a word', { advice: 'viel' }, ['advice: whole-number']],
    ['what is not on the list', { note: 'Familie M.' }, [': unknown-field']],
  ])('take, or refuse, %s', (_what, counts, expected) => {
    const issues = activityCounts.safeParse(counts).error?.issues ?? [];
    expect(issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual(expected);
  });

  it('add up alike in whatever parts and order', () => {
    fc.assert(
      fc.property(fc.array(anyCounts, { maxLength: 12 }), fc.nat(12), (all, at) => {
        const whole = addUpCounts(all);
        const parts = addUpCounts([addUpCounts(all.slice(at).toReversed()), addUpCounts(all.slice(0, at))]);
        expect(parts).toEqual(whole);
        const things = Object.values(whole).reduce((sum, n) => sum + n, 0);
        expect(Object.values(perDimension(whole)).reduce((sum, n) => sum + n, 0)).toBe(things);
        for (const kind of allKinds)
          expect(whole[kind]).toBe(all.reduce((sum, one) => sum + (one[kind] ?? 0), 0));
      }),
    );
  });
});

const assignments: Assignment[] = [
  { place: 'regenbogen', person: 'anna', from: '2025-01-01', to: '2026-03-10' },
  { place: 'regenbogen', person: 'berta', from: '2026-03-11' },
  { place: 'alzey-land', person: 'anna', from: '2025-01-01' },
];
const deputyships: Deputyship[] = [{ person: 'anna', deputy: 'clara', from: '2026-02-28', to: '2026-04-30' }];
const isKita = (place: string) => place === 'regenbogen';
const owed = owedMonths(2026, { assignments, deputyships }, isKita);
const of = (person: string) => owed.filter(({ people }) => people.includes(person)).map(({ month }) => month);

describe('months', () => {
  it('belong to whoever was assigned to a Kita on one of their days, or stood in then', () => {
    expect(of('anna')).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(of('berta')).toEqual(monthsOfYear(2026).slice(2));
    // The deputyship outlasts the assignment: in April there is nobody to stand in for.
    expect(of('clara')).toEqual(['2026-02', '2026-03']);
    expect(of('dora')).toEqual([]);
  });

  it('are missing once they are over and none of those who could has counted', () => {
    const count = (month: string, person: string) => ({ kita: 'regenbogen', month, person });
    const late = (all: ReturnType<typeof count>[], today: string) =>
      missingMonths(owed, all, today).map(({ month, people }) => `${month} ${people[0]}`);
    expect(late([], '2026-01-31')).toEqual([]);
    expect(late([], '2026-02-01')).toEqual(['2026-01 anna']);
    expect(late([count('2026-01', 'anna'), count('2026-02', 'clara')], '2026-04-01')).toEqual([
      '2026-03 anna',
      '2026-03 berta',
    ]);
    // Who took over in the month has counted their part, and not the other's.
    const part = [count('2026-01', 'anna'), count('2026-02', 'clara'), count('2026-03', 'berta')];
    expect(late(part, '2026-04-01')).toEqual(['2026-03 anna']);
  });

  it('are owed by nobody who had no day in them, however registers look', () => {
    const day = fc
      .integer({ min: 0, max: 700 })
      .map((n) => new Date(Date.UTC(2025, 6, 1) + n * 86_400_000).toISOString().slice(0, 10));
    const person = fc.constantFrom('anna', 'berta', 'clara');
    const span = fc.tuple(day, day).map((pair) => pair.sort() as [string, string]);
    const register = fc.record({
      assignments: fc.array(
        fc
          .record({ person, span })
          .map(({ person: who, span: [from, to] }) => ({ place: 'regenbogen', person: who, from, to })),
        { maxLength: 4 },
      ),
      deputyships: fc.array(
        fc
          .record({ person, deputy: person, span })
          .map(({ span: [from, to], ...one }) => ({ ...one, from, to })),
        { maxLength: 4 },
      ),
    });
    const days = (month: string) =>
      Array.from({ length: 31 }, (_, n) => `${month}-${String(n + 1).padStart(2, '0')}`);
    const covers = ({ from, to }: { from: string; to: string }, on: string) => from <= on && on <= to;
    fc.assert(
      fc.property(register, (all) => {
        const wanted = new Set(
          monthsOfYear(2026).flatMap((month) =>
            days(month).flatMap((on) =>
              all.assignments
                .filter((one) => covers(one, on))
                .flatMap((one) => [
                  `${month} ${one.person}`,
                  ...all.deputyships
                    .filter((stands) => stands.person === one.person && covers(stands, on))
                    .map(({ deputy }) => `${month} ${deputy}`),
                ]),
            ),
          ),
        );
        const found = owedMonths(2026, all, isKita).flatMap(({ month, people }) =>
          people.map((one) => `${month} ${one}`),
        );
        expect(new Set(found)).toEqual(wanted);
      }),
    );
  });
});
