import { lists } from './lists.ts';
import type { Entries, Entry } from './read-list.ts';
import type { ListName, RegisterFault } from './registers.ts';

type Fault = (row: number, column: string, sentence: string) => RegisterFault;
type Check = (entries: Entries, fault: (list: ListName) => Fault) => RegisterFault[];

const idsOf = (entries: readonly Entry<{ id: string }>[]) => new Set(entries.map(({ value }) => value.id));

/** Faults for every entry whose key another one above it has. */
const repeated = <T>(
  entries: readonly Entry<T>[],
  keyOf: (value: T) => string,
  say: (row: number, first: number) => RegisterFault,
) => {
  const first = new Map<string, number>();
  return entries.flatMap(({ row, value }) => {
    const before = first.get(keyOf(value));
    if (before === undefined) first.set(keyOf(value), row);
    return before === undefined ? [] : [say(row, before)];
  });
};

const uniqueIds: Check = (entries, fault) =>
  (['municipalities', 'providers', 'kitas', 'people'] as const).flatMap((list) =>
    repeated<{ id: string }>(
      entries[list],
      ({ id }) => id,
      (row, first) => fault(list)(row, 'id', `Row ${first} already has this id.`),
    ),
  );

/** Assignments name a Kita or a municipality in one column, so the two must not share an id. */
const placesApart: Check = ({ municipalities, kitas }, fault) => {
  const taken = idsOf(municipalities);
  return kitas
    .filter(({ value }) => taken.has(value.id))
    .map(({ row }) => fault('kitas')(row, 'id', 'A municipality already has this id.'));
};

const knownIds: Check = (entries, fault) => {
  const known = {
    municipality: idsOf(entries.municipalities),
    provider: idsOf(entries.providers),
    kita: idsOf(entries.kitas),
    person: idsOf(entries.people),
  };
  const places = new Set([...known.kita, ...known.municipality]);
  const check = <L extends ListName>(
    list: L,
    column: string,
    ids: ReadonlySet<string>,
    kind: string,
    of: (value: Entries[L][number]['value']) => string | readonly string[] | undefined,
  ) =>
    (entries[list] as Entry<Entries[L][number]['value']>[]).flatMap(({ row, value }) =>
      [of(value) ?? []]
        .flat()
        .filter((id) => !ids.has(id))
        .map((id) => fault(list)(row, column, `There is no ${kind} "${id}".`)),
    );
  return [
    ...check('kitas', 'municipality', known.municipality, 'municipality', (one) => one.municipality),
    ...check('provisions', 'kita', known.kita, 'Kita', (one) => one.kita),
    ...check('provisions', 'provider', known.provider, 'provider', (one) => one.provider),
    ...check('people', 'kitas', known.kita, 'Kita', (one) => one.kitas),
    ...check('people', 'provider', known.provider, 'provider', (one) => one.provider),
    ...check('assignments', 'place', places, 'Kita or municipality', (one) => one.place),
    ...check('assignments', 'person', known.person, 'person', (one) => one.person),
    ...check('deputyships', 'person', known.person, 'person', (one) => one.person),
    ...check('deputyships', 'deputy', known.person, 'person', (one) => one.deputy),
  ];
};

/** Two provisions of one Kita that begin on one day would leave open who runs it. */
const oneProviderADay: Check = ({ provisions }, fault) =>
  repeated(
    provisions,
    ({ kita, from }) => `${kita} ${from}`,
    (row, first) =>
      fault('provisions')(row, 'from', `Row ${first} already says who runs this Kita from then on.`),
  );

export const referenceChecks: readonly Check[] = [uniqueIds, placesApart, knownIds, oneProviderADay];

export const faultIn =
  (list: ListName): Fault =>
  (row, column, sentence) => ({ file: lists[list].file, row, column, sentence });
