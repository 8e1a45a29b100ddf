import type { DeedShown } from '../../domain/api/portal.ts';
import type { DeedDone } from '../../domain/forms/budget-application/about.ts';
import type { Person } from '../../domain/people/person.ts';

/** Deeds with the names of those who did them, and of those for whom they were done. */
export const deedsShown = (deeds: readonly DeedDone[], people: readonly Person[]): DeedShown[] => {
  const named = (id: string) => ({ id, name: people.find((person) => person.id === id)?.name ?? id });
  return deeds.map(({ person, for: inFor, ...deed }) => ({
    ...deed,
    person: named(person),
    ...(inFor && { for: named(inFor) }),
  }));
};
