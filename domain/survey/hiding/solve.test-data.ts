/** Linear equations with whole numbers, solved exactly: what somebody finds out who adds and subtracts all they were shown. */

export type Row = readonly bigint[];

const greatest = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : greatest(b, a % b));

/** The same equation in smaller numbers. */
const reduced = (row: Row): Row => {
  const divisor = row.reduce((all, value) => (value === 0n ? all : greatest(all, value)), 0n);
  return divisor > 1n ? row.map((value) => value / divisor) : row;
};

interface Pivot {
  column: number;
  row: Row;
}

/** What is left of a row when everything known is taken from it; nothing but zeros: it is a sum of what is known. */
const rest = (pivots: readonly Pivot[], given: Row): Row => {
  let row = given;
  for (const { column, row: known } of pivots) {
    const factor = row[column] ?? 0n;
    if (factor === 0n) continue;
    const by = known[column] ?? 1n;
    row = reduced(row.map((value, n) => value * by - (known[n] ?? 0n) * factor));
  }
  return row;
};

/** @returns whether the value of a row follows from the values of the known ones */
export const follows = (known: readonly Row[]): ((row: Row) => boolean) => {
  const pivots: Pivot[] = [];
  for (const row of known) {
    const left = rest(pivots, row);
    const column = left.findIndex((value) => value !== 0n);
    if (column >= 0) pivots.push({ column, row: left });
  }
  return (row) => rest(pivots, row).every((value) => value === 0n);
};
