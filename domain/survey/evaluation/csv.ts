import type { ExportCell, ExportTable } from './export-tables.ts';

/** What a spreadsheet would take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Text is quoted where it must be; of a text that looks like a formula an apostrophe makes a text. */
const cell = (value: ExportCell): string => {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A table as RFC 4180 says: commas, CRLF, a row of names; in UTF-8 with its mark, points in numbers. For programs; Excel has a file of its own. */
export const csvOf = ({ columns, rows }: ExportTable): Uint8Array =>
  new TextEncoder().encode(
    `\uFEFF${[columns, ...rows].map((one) => `${one.map(cell).join(',')}\r\n`).join('')}`,
  );
