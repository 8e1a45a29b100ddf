import type { CalendarDate } from '../calendar/period.ts';
import type { Assignment } from '../people/assignment.ts';
import type { Deputyship } from '../people/person.ts';
import type { SavedCounts } from './counts.ts';

/** An assignment's month in a Kita: who may count it, the assigned person first and then who stood in on one of its days. */
export interface OwedMonth {
  kita: string;
  /** YYYY-MM */
  month: string;
  people: string[];
}

interface Span {
  from: CalendarDate;
  to?: CalendarDate | undefined;
}

/** The days that both have, or undefined. Dates compare as text. */
const both = (one: Span, other: Span): Span | undefined => {
  const from = one.from > other.from ? one.from : other.from;
  const to = [one.to, other.to].filter((end) => end !== undefined).sort()[0];
  return to !== undefined && to < from ? undefined : { from, to };
};

export const monthsOfYear = (year: number): string[] =>
  Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`);

/** No month has a day after its 31st, and none is before its first: only compared with real days. */
const daysOf = (month: string): Span => ({ from: `${month}-01`, to: `${month}-31` });

/** Everything that is to be counted in a year: each assignment to a Kita once a month, by whoever had it on a day of that month. */
export const owedMonths = (
  year: number,
  { assignments, deputyships }: { assignments: readonly Assignment[]; deputyships: readonly Deputyship[] },
  isKita: (place: string) => boolean,
): OwedMonth[] =>
  assignments
    .filter(({ place }) => isKita(place))
    .flatMap((assignment) =>
      monthsOfYear(year).flatMap((month) => {
        const days = both(assignment, daysOf(month));
        if (!days) return [];
        const deputies = deputyships.filter((one) => one.person === assignment.person && both(one, days));
        const people = [assignment.person, ...deputies.map(({ deputy }) => deputy)];
        return [{ kita: assignment.place, month, people: [...new Set(people)] }];
      }),
    );

/** Whether a month is over on a day. */
export const isOver = (month: string, today: CalendarDate) => month < today.slice(0, 7);

/** The months that are over and that nobody of those who could has counted. */
export const missingMonths = (
  owed: readonly OwedMonth[],
  counted: readonly Pick<SavedCounts, 'kita' | 'month' | 'person'>[],
  today: CalendarDate,
): OwedMonth[] => {
  const keyOf = (kita: string, month: string, person: string) => `${month}.${kita}.${person}`;
  const there = new Set(counted.map(({ kita, month, person }) => keyOf(kita, month, person)));
  return owed.filter(
    ({ kita, month, people }) =>
      isOver(month, today) && !people.some((person) => there.has(keyOf(kita, month, person))),
  );
};
