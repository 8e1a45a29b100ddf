import type { CellRead } from './cells.ts';
import { byPlace, type Fault } from './fault.ts';
import type { Cell, Line } from './table.ts';

/** A column of a file: what its heading may be called (the first name is the one that is shown) and what its cells say. */
export interface Column {
  field: string;
  names: readonly [string, ...string[]];
  read: (cell: Cell) => CellRead;
  /** `required`: there, and every cell filled. `if-there`: every cell filled, if the file has it. `optional`: cells may be empty. */
  presence: 'required' | 'if-there' | 'optional';
}

/** A row of a file that was read without a fault: values by field. */
export interface RowRead {
  row: number;
  values: Readonly<Record<string, unknown>>;
}

export interface RowsRead {
  /** The fields that the file has a column for. */
  fields: string[];
  rows: RowRead[];
  faults: Fault[];
}

/** More rows than any county's list has. */
const MOST_ROWS = 100_000;

const plain = (name: string) => name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

interface Placed extends Column {
  /** Its name in this file. */
  called: string;
  at: number;
}

const headingOf = (
  { row, cells }: Line,
  columns: readonly Column[],
  others: 'refuse' | 'ignore',
): { placed: Placed[]; faults: Fault[] } => {
  const named = cells.map((cell) => (cell === undefined ? '' : plain(String(cell))));
  const known = (name: string) => columns.find(({ names }) => names.some((one) => plain(one) === name));
  const placed: Placed[] = [];
  const faults: Fault[] = [];
  for (const [at, name] of named.entries()) {
    const column = known(name);
    const called = String(cells[at] ?? '').slice(0, 100);
    if (!column) {
      if (name !== '' && others === 'refuse') faults.push({ code: 'column-unknown', row, column: called });
    } else if (placed.some(({ field }) => field === column.field))
      faults.push({ code: 'column-twice', row, column: called });
    else placed.push({ ...column, called, at });
  }
  const missing = columns.filter(
    ({ field, presence }) => presence === 'required' && !placed.some((one) => one.field === field),
  );
  faults.push(...missing.map(({ names }): Fault => ({ code: 'column-missing', row, column: names[0] })));
  return { placed, faults };
};

const readLine = ({ row, cells }: Line, placed: readonly Placed[], width: number) => {
  const values: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const { field, called, at, read, presence } of placed) {
    const cell = cells[at];
    if (cell === undefined) {
      if (presence !== 'optional') faults.push({ code: 'required', row, column: called });
      continue;
    }
    const found = read(cell);
    if ('code' in found) faults.push({ code: found.code, row, column: called });
    else values[field] = found.value;
  }
  if (cells.slice(width).some((cell) => cell !== undefined)) faults.push({ code: 'too-many-cells', row });
  return { values, faults };
};

/**
 * Reads the lines of a table by its heading, the first line that is not empty. Everything that is wrong is told, each with row and
 * column; a row with a fault is not among the rows.
 */
export const readRows = (
  lines: readonly Line[],
  columns: readonly Column[],
  others: 'refuse' | 'ignore',
): RowsRead => {
  const [heading, ...body] = lines;
  if (!heading || body.length === 0) return { fields: [], rows: [], faults: [{ code: 'no-rows' }] };
  if (body.length > MOST_ROWS) return { fields: [], rows: [], faults: [{ code: 'too-many-rows' }] };
  const { placed, faults } = headingOf(heading, columns, others);
  if (faults.length > 0) return { fields: [], rows: [], faults };
  const width = heading.cells.findLastIndex((cell) => cell !== undefined) + 1;
  const rows: RowRead[] = [];
  for (const line of body) {
    const { values, faults: found } = readLine(line, placed, width);
    if (found.length > 0) faults.push(...found);
    else rows.push({ row: line.row, values });
  }
  return { fields: placed.map(({ field }) => field), rows, faults: faults.toSorted(byPlace) };
};
