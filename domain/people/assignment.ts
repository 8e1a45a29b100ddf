import * as z from 'zod/mini';
import type { CalendarDate } from '../calendar/period.ts';
import type { Deputyship } from './person.ts';

/**
 * Who is responsible for a Kita, or for the families of a municipality whose Kita is not known, from one date to
 * another, both included; without `to` until further notice.
 */
export const assignment = z.strictObject({
  place: z.string(),
  person: z.string(),
  from: z.iso.date(),
  to: z.optional(z.iso.date()),
});
export type Assignment = z.infer<typeof assignment>;

export interface Responsible {
  person: string;
  /** Whom this person stands in for. */
  deputyFor?: string;
}

const covers = (of: { from: string; to?: string | undefined }, on: CalendarDate) =>
  of.from <= on && (of.to === undefined || on <= of.to);

/** The deputies who stand in for a person on a day. */
export const deputiesOf = (person: string, deputyships: readonly Deputyship[], on: CalendarDate): string[] =>
  deputyships.filter((one) => one.person === person && covers(one, on)).map((one) => one.deputy);

/** Those for whom a person stands in on a day. */
export const standsInFor = (deputy: string, deputyships: readonly Deputyship[], on: CalendarDate): string[] =>
  deputyships.filter((one) => one.deputy === deputy && covers(one, on)).map((one) => one.person);

/** Everybody who is or was responsible for one of these places until a day, and everybody who stood in for them. */
export const everResponsibleFor = (
  places: readonly string[],
  until: CalendarDate,
  { assignments, deputyships }: { assignments: readonly Assignment[]; deputyships: readonly Deputyship[] },
): string[] => {
  const assigned = assignments.filter((one) => places.includes(one.place) && one.from <= until);
  const persons = new Set(assigned.map(({ person }) => person));
  const stoodIn = deputyships.filter((one) => persons.has(one.person) && one.from <= until);
  return [...new Set([...persons, ...stoodIn.map(({ deputy }) => deputy)])];
};

/**
 * Place and date → assigned social worker → deputy → nobody, in which case the coordinator decides. Whoever is excluded
 * ("not to this person") is passed over, also as a deputy; a deputy inherits what the other was excluded from.
 */
export const responsibleFor = (
  places: readonly string[],
  on: CalendarDate,
  register: { assignments: readonly Assignment[]; deputyships: readonly Deputyship[] },
  excluded: readonly string[] = [],
): Responsible | undefined => {
  const allowed = (id: string) => !excluded.includes(id);
  for (const place of places) {
    const assigned = register.assignments
      .filter((one) => one.place === place && covers(one, on))
      .sort((a, b) => b.from.localeCompare(a.from) || a.person.localeCompare(b.person));
    for (const { person } of assigned.filter((one) => allowed(one.person))) {
      const deputies = deputiesOf(person, register.deputyships, on);
      if (deputies.length === 0) return { person };
      const deputy = deputies.find(
        (id) => allowed(id) && deputiesOf(id, register.deputyships, on).length === 0,
      );
      if (deputy) return { person: deputy, deputyFor: person };
    }
  }
  return undefined;
};
