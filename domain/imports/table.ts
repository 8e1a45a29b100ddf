import type { FaultCode } from './fault.ts';

/** What a cell holds: CSV has texts only, a workbook also numbers, yes or no, and days (`YYYY-MM-DD`, as text). */
export type Cell = string | number | boolean;

/** One line of a table and its row, as a spreadsheet counts them from 1. Empty cells are undefined. */
export interface Line {
  row: number;
  cells: readonly (Cell | undefined)[];
}

/** A file as a table, or why it is none. */
export type ReadTable = { ok: true; lines: Line[] } | { ok: false; code: FaultCode; row?: number };

const isFilled = ({ cells }: Line) => cells.some((cell) => cell !== undefined);

/** Lines as they stand in a file; a cell of blanks is empty, and so is a line of such cells, which is passed over. */
export const linesOf = (rows: Iterable<readonly (Cell | null | undefined)[]>): Line[] =>
  Array.from(rows, (cells, n) => ({
    row: n + 1,
    cells: cells.map((cell) => {
      const plain = typeof cell === 'string' ? cell.trim() : cell;
      return plain === '' || plain === null ? undefined : plain;
    }),
  })).filter(isFilled);
