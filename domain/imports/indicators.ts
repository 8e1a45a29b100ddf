import * as z from 'zod/mini';
import type { Kita } from '../places/place.ts';
import { type CellRead, count, percent, text } from './cells.ts';
import type { Fault } from './fault.ts';
import type { ImportKind } from './kind.ts';
import type { RowRead } from './read-rows.ts';
import type { Cell } from './table.ts';

/** A Kita's values by the indicators' codes: whole numbers, per cents in hundredths. */
export const measured = z.strictObject({
  kita: z.string(),
  values: z.record(z.string(), z.int().check(z.nonnegative())),
});
type MeasuredRow = z.infer<typeof measured>;

/** By id, and by name where only one has it. */
const kitasByName = (kitas: readonly Kita[]): Map<string, string | undefined> => {
  const byName = new Map<string, string | undefined>();
  for (const { id, name } of kitas) {
    const key = name.normalize('NFC').toLowerCase();
    byName.set(key, byName.has(key) ? undefined : id);
  }
  for (const { id } of kitas) byName.set(id, id);
  return byName;
};

const kitaColumn = (kitas: readonly Kita[]) => {
  const known = kitasByName(kitas);
  return (cell: Cell): CellRead => {
    const value = known.get(String(cell).normalize('NFC').toLowerCase());
    return value === undefined ? { code: 'unknown-kita' } : { value };
  };
};

const KITA = 'Kita';

const repeated = (rows: readonly RowRead[]): Fault[] => {
  const first = new Map<unknown, number>();
  return rows.flatMap(({ row, values: { kita } }): Fault[] => {
    const of = first.get(kita);
    if (of !== undefined) return [{ code: 'row-twice', row, column: KITA, of }];
    first.set(kita, row);
    return [];
  });
};

/** What the budget is distributed by: one line for each Kita, a column for each indicator that the county's settings name. */
export const indicators: ImportKind<MeasuredRow> = {
  roles: ['coordinator'],
  others: 'refuse',
  columns: ({ budget: { indicators: known = [] }, kitas }) => [
    { field: 'kita', names: [KITA], read: kitaColumn(kitas), presence: 'required' },
    // For whoever fills in the file: the id says which Kita it is.
    { field: 'name', names: ['Name'], read: text, presence: 'optional' },
    ...known.map(({ code, name, unit }) => ({
      field: `value:${code}`,
      names: [name, code] as const,
      read: unit === 'count' ? count : percent,
      presence: 'if-there' as const,
    })),
  ],
  row: measured,
  check({ fields, rows }, { budget: { indicators: known = [] } }) {
    const there = known.filter(({ code }) => fields.includes(`value:${code}`));
    const faults: Fault[] =
      there.length === 0 && fields.length > 0
        ? [{ code: 'column-missing', row: 1, ...(known[0] && { column: known[0].name }) }]
        : [];
    return {
      faults: [...faults, ...repeated(rows)],
      rows: rows.map(({ values }) => ({
        kita: String(values.kita),
        values: Object.fromEntries(there.map(({ code }) => [code, Number(values[`value:${code}`])])),
      })),
    };
  },
};
