import type { Person } from '../people/person.ts';
import { faultIn } from './check-references.ts';
import type { Entries, Entry } from './read-list.ts';
import type { RegisterFault } from './registers.ts';

interface Dated {
  from: string;
  to?: string | undefined;
}

const FOREVER = '9999-12-31';
const meet = (a: Dated, b: Dated) => a.from <= (b.to ?? FOREVER) && b.from <= (a.to ?? FOREVER);

/** Faults for periods that end before they begin, and for those of one pair of persons or places that overlap. */
const periodFaults = <T extends Dated>(
  list: 'assignments' | 'deputyships',
  entries: readonly Entry<T>[],
  pairOf: (value: T) => string,
): RegisterFault[] => {
  const fault = faultIn(list);
  return entries.flatMap(({ row, value }, index) => {
    if (value.to !== undefined && value.to < value.from) return [fault(row, 'to', 'This is before "from".')];
    const other = entries
      .slice(0, index)
      .find((one) => pairOf(one.value) === pairOf(value) && meet(one.value, value));
    return other ? [fault(row, 'from', `This overlaps with row ${other.row}, which says the same.`)] : [];
  });
};

const roleFaults = ({ people }: Entries): RegisterFault[] => {
  const fault = faultIn('people');
  return people.flatMap(({ row, value }) => [
    ...(value.roles.includes('kita') && value.kitas.length === 0
      ? [fault(row, 'kitas', 'Who has the role kita needs a Kita here.')]
      : []),
    ...(value.roles.includes('provider') && !value.provider
      ? [fault(row, 'provider', 'Who has the role provider needs a provider here.')]
      : []),
  ]);
};

/** The coordinator is the last resort of every contact request: without one, requests would reach nobody. */
const coordinatorFaults = ({ people }: Entries): RegisterFault[] =>
  people.length === 0 || people.some(({ value }) => value.roles.includes('coordinator'))
    ? []
    : [
        {
          file: 'people.csv',
          column: 'roles',
          sentence: 'Nobody is coordinator, the last resort of requests.',
        },
      ];

const assignmentFaults = ({ assignments }: Entries, byId: ReadonlyMap<string, Person>) =>
  assignments
    .filter(({ value }) => byId.get(value.person)?.roles.includes('social-worker') === false)
    .map(({ row }) => faultIn('assignments')(row, 'person', 'This person is no social-worker.'));

const deputyFaults = ({ deputyships }: Entries, byId: ReadonlyMap<string, Person>) =>
  deputyships.flatMap(({ row, value }) => {
    const fault = faultIn('deputyships');
    if (value.person === value.deputy) return [fault(row, 'deputy', 'Nobody is their own deputy.')];
    const person = byId.get(value.person);
    const deputy = byId.get(value.deputy);
    const shared = !person || !deputy || person.roles.some((role) => deputy.roles.includes(role));
    return shared ? [] : [fault(row, 'deputy', 'The two have no role in common.')];
  });

/** What persons, assignments and deputyships must keep among each other. */
export const peopleFaults = (entries: Entries): RegisterFault[] => {
  const byId = new Map(entries.people.map(({ value }) => [value.id, value]));
  return [
    ...roleFaults(entries),
    ...coordinatorFaults(entries),
    ...assignmentFaults(entries, byId),
    ...deputyFaults(entries, byId),
    ...periodFaults('assignments', entries.assignments, ({ place, person }) => `${place} ${person}`),
    ...periodFaults('deputyships', entries.deputyships, ({ person, deputy }) => `${person} ${deputy}`),
  ];
};
