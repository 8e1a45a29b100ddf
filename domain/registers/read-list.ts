import { type Column, type List, lists } from './lists.ts';
import { type Row, readRows } from './read-rows.ts';
import type { ListName, RegisterFault, Registers } from './registers.ts';
import { sentenceOf } from './sentence.ts';

/** An entry of a list and the row where it stands. */
export interface Entry<T> {
  row: number;
  value: T;
}

export type Entries = { [L in ListName]: Entry<Registers[L][number]>[] };

/** The field that a cell fills; an empty cell is an absent field, unless it means something. */
const fieldOf = ({ field, read, whenEmpty }: Column, cell: string | undefined): [string, unknown][] => {
  const value = cell === undefined ? whenEmpty : read(cell);
  return value === undefined ? [] : [[field, value]];
};

const readEntry = <T>({ file, columns, schema }: List<T>, { row, cells }: Row) => {
  const named = Object.entries(columns);
  const raw = Object.fromEntries(named.flatMap(([name, column]) => fieldOf(column, cells[name])));
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { entry: { row, value: parsed.data }, faults: [] };
  const faults = parsed.error.issues.map((issue): RegisterFault => {
    const name = named.find(([, { field }]) => field === issue.path[0])?.[0] ?? '';
    return { file, row, column: name, sentence: sentenceOf(issue, name, cells[name]) };
  });
  return { faults };
};

/** Reads one list; entries that do not fit are among the faults and not among the entries. */
export const readList = <L extends ListName>(
  name: L,
  text: string | undefined,
): { entries: Entries[L]; faults: RegisterFault[] } => {
  const list = lists[name] as List<Registers[L][number]>;
  if (text === undefined)
    return { entries: [], faults: [{ file: list.file, sentence: 'This file is missing.' }] };
  const { rows, faults } = readRows(list.file, text, Object.keys(list.columns));
  const read = rows.map((row) => readEntry(list, row));
  return {
    entries: read.flatMap(({ entry }) => entry ?? []) as Entries[L],
    faults: [...faults, ...read.flatMap((one) => one.faults)],
  };
};
