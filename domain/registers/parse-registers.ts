import { county } from '../places/county.ts';
import { peopleFaults } from './check-people.ts';
import { faultIn, referenceChecks } from './check-references.ts';
import { lists } from './lists.ts';
import { readJson } from './read-json.ts';
import { type Entries, readList } from './read-list.ts';
import { NOTICES, readNotices } from './read-notices.ts';
import { type ListName, type RegisterFault, type Registers, RegistersError } from './registers.ts';

/** The names of the files that `parseRegisters` wants. */
export const registerFiles = ['county.json', NOTICES, ...Object.values(lists).map(({ file }) => file)];

const listNames = Object.keys(lists) as ListName[];

const readCounty = (text: string | undefined): { county?: Registers['county']; faults: RegisterFault[] } => {
  const file = 'county.json';
  if (text === undefined) return { faults: [{ file, sentence: 'This file is missing.' }] };
  const json = readJson(text);
  if (!json) return { faults: [{ file, sentence: 'This is not JSON.' }] };
  const parsed = county.safeParse(json.value);
  if (parsed.success) return { county: parsed.data, faults: [] };
  const faults = parsed.error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? `: ${issue.keys.join(', ')} is not known` : '';
    return {
      file,
      column: issue.path.join('.'),
      sentence: `This does not have the expected form${unknown}.`,
    };
  });
  return { faults };
};

const valuesOf = <T>(entries: readonly { value: T }[]) => entries.map(({ value }) => value);

/**
 * Reads a county's settings and lists from the files' texts, keyed by file name.
 * References are only checked when every row could be read: a row that is wrong would be missed elsewhere too.
 * @throws RegistersError with everything that is wrong; it is all or nothing.
 */
export const parseRegisters = (texts: Readonly<Record<string, string | undefined>>): Registers => {
  const settings = readCounty(texts['county.json']);
  const read = listNames.map((name) => [name, readList(name, texts[lists[name].file])] as const);
  const own = readNotices(texts[NOTICES]);
  const unreadable = [...settings.faults, ...own.faults, ...read.flatMap(([, { faults }]) => faults)];
  if (unreadable.length > 0 || !settings.county) throw new RegistersError(unreadable);
  const entries = Object.fromEntries(read.map(([name, list]) => [name, list.entries])) as Entries;
  const wrong = [...referenceChecks.flatMap((check) => check(entries, faultIn)), ...peopleFaults(entries)];
  if (wrong.length > 0) throw new RegistersError(wrong);
  return {
    county: settings.county,
    notices: own.notices,
    municipalities: valuesOf(entries.municipalities),
    providers: valuesOf(entries.providers),
    kitas: valuesOf(entries.kitas),
    provisions: valuesOf(entries.provisions),
    people: valuesOf(entries.people),
    assignments: valuesOf(entries.assignments),
    deputyships: valuesOf(entries.deputyships),
  };
};
