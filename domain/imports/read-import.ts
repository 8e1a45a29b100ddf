import { byPlace, type Fault } from './fault.ts';
import type { ImportContext, ImportKind } from './kind.ts';
import { readRows } from './read-rows.ts';
import type { ReadTable } from './table.ts';

/** How many faults are named; of more, only the number is told: the file is another one than was meant. */
export const MOST_FAULTS = 2_000;

/** What became of a file: all of its rows, or everything that is wrong with it. */
export type ImportRead<Row> =
  | { ok: true; rows: Row[] }
  | { ok: false; faults: Fault[] /** How many there are, named or not. */; count: number };

const refused = (faults: readonly Fault[]): ImportRead<never> => ({
  ok: false,
  faults: faults.toSorted(byPlace).slice(0, MOST_FAULTS),
  count: faults.length,
});

/** Reads a table as a kind of import: all or nothing. */
export const readImport = <Row>(
  table: ReadTable,
  kind: ImportKind<Row>,
  context: ImportContext,
): ImportRead<Row> => {
  if (!table.ok) {
    const { ok: _ok, ...one } = table;
    return refused([one]);
  }
  const read = readRows(table.lines, kind.columns(context), kind.others);
  const { rows, faults } = kind.check(read, context);
  const all = [...read.faults, ...faults];
  return all.length > 0 ? refused(all) : { ok: true, rows };
};
