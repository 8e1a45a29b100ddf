import type { FaultCode } from './fault.ts';
import type { Cell } from './table.ts';

/** What a cell says, or what is wrong with it. */
export type CellRead = { value: unknown } | { code: FaultCode };

const orCode = (value: unknown, code: FaultCode): CellRead => (value === undefined ? { code } : { value });

const LONGEST = 500;

/** A text as it stands; a number that a spreadsheet took for one is its digits. */
export const text = (cell: Cell): CellRead =>
  String(cell).length > LONGEST ? { code: 'too-long' } : { value: String(cell) };

/**
 * A workbook's number in whole hundredths: its shortest notation is what somebody typed, whatever binary fraction stands for it.
 * Undefined for a negative one, or with more than two decimals.
 */
export const hundredthsOf = (number: number): number | undefined => {
  const [, whole, decimals = ''] = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(String(number)) ?? [];
  return whole === undefined ? undefined : Number(whole + decimals.padEnd(2, '0'));
};

/** Nothing that is counted in a Kita comes near it. */
const MANY = 1_000_000;

/** Children, places: digits, thousands set apart by spaces only, since `1.234` may be one and a bit. */
export const count = (cell: Cell): CellRead => {
  const typed = String(cell).replace(/(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))/g, '');
  const isCount = typeof cell !== 'boolean' && /^\d{1,7}$/.test(typed) && Number(typed) <= MANY;
  return orCode(isCount ? Number(typed) : undefined, 'whole-number');
};

/** 12,5 or 12,5 % as text. */
const TYPED_PERCENT = /^(\d{1,3})(?:,(\d{1,2}))?[ \u00a0\u202f]?%?$/;
const HUNDRED = 10_000;

const typedPercent = (typed: string): number | undefined => {
  const [, whole, decimals = ''] = TYPED_PERCENT.exec(typed) ?? [];
  return whole === undefined ? undefined : Number(whole + decimals.padEnd(2, '0'));
};

/**
 * Hundredths of a per cent, from 0 to 100 %. A number between 0 and 1 in a workbook is refused: a cell in the format
 * `percent` says 12.5 % and holds 0.125, and nobody can tell that from an eighth of a per cent.
 */
export const percent = (cell: Cell): CellRead => {
  if (typeof cell === 'number' && cell > 0 && cell < 1) return { code: 'percent-fraction' };
  const value =
    typeof cell === 'number' ? hundredthsOf(cell) : typeof cell === 'string' ? typedPercent(cell) : undefined;
  return orCode(value !== undefined && value <= HUNDRED ? value : undefined, 'percent');
};
