import * as Day from 'temporal-polyfill/fns/PlainDate';
import { dayOf } from '../calendar/day-of.ts';
import type { CalendarDate } from '../calendar/period.ts';
import type { FineGoal, Goal, Measure } from './goal.ts';

const inYear = (date: CalendarDate, years: number): CalendarDate =>
  Day.toString(Day.addYears(dayOf(date), years));

const goesOn = ({ state }: Measure) => state === 'planned' || state === 'running';

/**
 * What a goal brings into a later year: fine goals that were not reached, with the measures that go on, by the same day of that
 * year. What was evaluated stays where it was. Everything gets an id of its own, for both years may be pointed to.
 */
export const carriedOver = (
  of: Goal & { id: string },
  { year, newId }: { year: number; newId: () => string },
): Goal => ({
  year,
  text: of.text,
  carriedFrom: of.id,
  results: of.results,
  fine: of.fine
    .filter(({ evaluation }) => evaluation?.reached !== 'yes')
    .map(
      ({ evaluation: _past, ...fine }): FineGoal => ({
        ...fine,
        id: newId(),
        date: inYear(fine.date, year - of.year),
        measures: fine.measures.filter(goesOn).map((measure) => ({ ...measure, id: newId() })),
      }),
    ),
});
