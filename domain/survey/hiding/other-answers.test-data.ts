import type { PartedAnswers, Shown } from './figures.ts';
import type { Level } from './variable.ts';

/** Other answers of which the same would be shown: what who sees all figures cannot tell apart from the true ones. */

type Table = number[][];

/**
 * A table of whole numbers with these sums of rows and columns, as much as possible in one place of it: the smaller of its two
 * sums. What goes there is taken off both; the rest is filled from the corner (the rule of transport problems).
 */
const filled = (rows: readonly number[], columns: readonly number[], [r, c]: [number, number]): Table => {
  const [left, over] = [[...rows], [...columns]];
  const table = rows.map(() => columns.map(() => 0));
  const put = (row: number, column: number) => {
    const most = Math.min(left[row] ?? 0, over[column] ?? 0);
    left[row] = (left[row] ?? 0) - most;
    over[column] = (over[column] ?? 0) - most;
    const line = table[row];
    if (line) line[column] = (line[column] ?? 0) + most;
  };
  if (r >= 0 && c >= 0) put(r, c);
  rows.forEach((_, row) => {
    columns.forEach((__, column) => {
      put(row, column);
    });
  });
  return table;
};

const sumOf = (cells: Shown['cells'], units: readonly number[], cell: number) =>
  units.reduce((sum, unit) => sum + (cells[unit]?.[cell] ?? 0), 0);

/** A partition of the units, from single ones to the coarsest atoms. */
interface Parts {
  partOf: readonly number[];
  parts: readonly (readonly number[])[];
}

const partsOf = (numbers: readonly number[]): Parts => {
  const parts: number[][] = [];
  numbers.forEach((part, unit) => {
    parts[part] = [...(parts[part] ?? []), unit];
  });
  return { partOf: numbers, parts };
};

const contains = (cell: readonly string[], part: readonly string[]) =>
  part.every((one) => cell.includes(one));

/**
 * Fills the table of small parts by fine cells so that it agrees with the small parts' coarse cells and the large parts' fine
 * cells, and counts as many as possible for one unit in one option.
 */
const refined = (
  small: { parts: Parts; level: Level; table: Table },
  large: { parts: Parts; level: Level; table: Table },
  at: { unit: number; option: string },
): Table => {
  const table = small.parts.parts.map(() => large.level.map(() => 0));
  large.parts.parts.forEach((units, part) => {
    small.level.forEach((coarse, cell) => {
      const rows = [...new Set(units.map((unit) => small.parts.partOf[unit] ?? -1))];
      const columns = large.level.flatMap((fine, n) => (contains(coarse, fine) ? [n] : []));
      const place: [number, number] = [
        rows.indexOf(small.parts.partOf[at.unit] ?? -1),
        columns.findIndex((column) => large.level[column]?.includes(at.option)),
      ];
      const sums = rows.map((row) => small.table[row]?.[cell] ?? 0);
      const over = columns.map((column) => large.table[part]?.[column] ?? 0);
      filled(sums, over, place).forEach((line, r) => {
        line.forEach((value, c) => {
          const target = table[rows[r] ?? -1];
          if (target) target[columns[c] ?? -1] = value;
        });
      });
    });
  });
  return table;
};

/**
 * Another table of one variable, units by the cells of its finest level, of which exactly the same is shown, with as many as
 * possible of one unit in the cell of one option. Where nothing is shown of a level, the one before is the last that binds.
 */
export const otherAnswers = (
  { answered, variables }: PartedAnswers,
  key: string,
  at: { unit: number; option: string },
): { level: Level; table: Table } | undefined => {
  const found = variables.find(({ variable }) => variable.key === key);
  if (!found || answered.atomOf.some((atom) => atom < 0)) return undefined;
  const all: Level = [found.variable.levels.at(-1)?.flat() ?? []];
  const shown = [
    { level: all, ...answered },
    ...found.levels.map((one, n) => ({ level: found.variable.levels[n] ?? [], ...one })),
  ].filter(({ atomOf }) => atomOf.every((atom) => atom >= 0));
  const chain = shown.map(({ level, atomOf, cells }) => {
    const parts = partsOf(atomOf);
    return {
      parts,
      level,
      table: parts.parts.map((units) => level.map((_, cell) => sumOf(cells, units, cell))),
    };
  });
  // From the tables of each partition at its own level to those of the finest partition at the finest level, step by step.
  let tables = chain;
  while (tables.length > 1)
    tables = tables.slice(1).map((large, n) => {
      const small = tables[n] ?? large;
      return { parts: small.parts, level: large.level, table: refined(small, large, at) };
    });
  const [last] = tables;
  if (!last) return undefined;
  const table = answered.atomOf.map((part, unit) => {
    const units = last.parts.parts[part] ?? [];
    // Of an atom nothing about its units is known: all of it may be one unit's.
    const takes = units.includes(at.unit) ? at.unit : units[0];
    return last.level.map((_, cell) => (unit === takes ? (last.table[part]?.[cell] ?? 0) : 0));
  });
  return { level: last.level, table };
};
