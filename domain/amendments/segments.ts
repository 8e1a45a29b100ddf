import * as Day from 'temporal-polyfill/fns/PlainDate';
import { dayOf } from '../calendar/day-of.ts';
import type { CalendarDate } from '../calendar/period.ts';
import type { Position } from '../forms/budget-application/answers.ts';

export const dayBefore = (day: CalendarDate): CalendarDate => Day.toString(Day.subtractDays(dayOf(day), 1));
export const dayAfter = (day: CalendarDate): CalendarDate => Day.toString(Day.addDays(dayOf(day), 1));

/** As long as an id may be, less a hyphen and a number. */
const STEM = 56;

/** An id for another part of a position: the first one that is free, so that the same change makes the same ids. */
const partId = (id: string, taken: ReadonlySet<string>): string => {
  for (let n = 2; ; n += 1) {
    const candidate = `${id.slice(0, STEM)}-${n}`;
    if (!taken.has(candidate)) return candidate;
  }
};

/** The days from which and up to which something is otherwise, both included. */
export interface Span {
  from: CalendarDate;
  to: CalendarDate;
}

/** The parts of a position before, in and after some days; those that have no day are not there. */
const cut = (row: Position, { from, to }: Span): (Span & { inside: boolean })[] =>
  [
    { from: row.from, to: row.to < from ? row.to : dayBefore(from), inside: false },
    { from: row.from > from ? row.from : from, to: row.to < to ? row.to : to, inside: true },
    { from: row.from > to ? row.from : dayAfter(to), to: row.to, inside: false },
  ].filter((part) => part.from <= part.to);

/**
 * Positions of which something is otherwise on some days. A position that is cut becomes a row for each of its parts: the first
 * keeps its id. Days on which it is not there any more leave no row.
 * @param change what becomes of those days; undefined: the position is not there on them
 */
export const onDays = (
  rows: readonly Position[],
  span: Span,
  isMeant: (row: Position) => boolean,
  change: (row: Position) => Position | undefined,
): Position[] => {
  const taken = new Set(rows.map(({ id }) => id));
  return rows.flatMap((row) => {
    if (!isMeant(row)) return [row];
    const parts = cut(row, span).flatMap(({ inside, ...days }): Position[] => {
      const part = { ...row, ...days };
      const changed = inside ? change(part) : part;
      return changed ? [changed] : [];
    });
    return parts.map((part, n) => {
      if (n === 0) return part;
      const id = partId(row.id, taken);
      taken.add(id);
      return { ...part, id };
    });
  });
};
