import type { Amounts } from '../budget/amounts.ts';
import type { CalendarDate } from '../calendar/period.ts';
import { formatAmount } from '../money/euros.ts';
import { numberText } from './number.ts';
import type { ExportFormat } from './settings.ts';

/** What the finance system gets to know of an order. */
export interface ExportedOrder {
  number: number;
  account: string;
  year: number;
  n: number;
  payee: string;
  iban: string;
  due: CalendarDate;
  amount: number;
  amounts: Amounts;
  fileNumber: string;
  certifiedBy: string;
  orderedBy: string;
}

const dateText = (date: CalendarDate, how: ExportFormat['date']): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  if (how === 'DD.MM.YYYY') return `${day}.${month}.${year}`;
  return how === 'YYYYMMDD' ? year + month + day : date;
};

/** `1234,56`: a machine reads it, so nothing sets thousands apart. */
const amountText = (amount: number, decimal: ExportFormat['decimal']): string =>
  formatAmount(amount).replaceAll('.', '').replace(',', decimal);

/** An order's cells in the configured columns: what is handed over once stays as it was, whatever is configured later. */
export const cellsOf = (
  of: ExportedOrder,
  { columns, date, decimal }: ExportFormat,
  prefix: string,
): string[] => {
  const values: Record<ExportFormat['columns'][number]['value'], () => string> = {
    number: () => numberText(of.number, prefix),
    account: () => of.account,
    year: () => String(of.year),
    payee: () => of.payee,
    iban: () => of.iban,
    due: () => dateText(of.due, date),
    amount: () => amountText(of.amount, decimal),
    state: () => amountText(of.amounts.state, decimal),
    county: () => amountText(of.amounts.county, decimal),
    voluntary: () => amountText(of.amounts.voluntary, decimal),
    'file-number': () => of.fileNumber,
    text: () => `Sozialraumbudget ${of.year} Rate ${of.n} ${of.fileNumber}`,
    'certified-by': () => of.certifiedBy,
    'ordered-by': () => of.orderedBy,
  };
  return columns.map(({ value }) => values[value]());
};

/** Quoted where it must be (RFC 4180); a line break inside a cell would be a row to many a reader. */
const cell = (text: string, separator: string): string => {
  const line = text.replaceAll(/[\r\n]+/g, ' ');
  return line.includes(separator) || line.includes('"') ? `"${line.replaceAll('"', '""')}"` : line;
};

/** The letters of Windows-1252 whose byte is another number than theirs. */
const OF_1252 = new Map(
  Array.from({ length: 32 }, (_, n) => [
    new TextDecoder('windows-1252').decode(new Uint8Array([0x80 + n])).codePointAt(0) ?? 0,
    0x80 + n,
  ]),
);
const byteOf = (letter: string): number | undefined => {
  const code = letter.codePointAt(0) ?? 0;
  const isSame = code < 0x80 || (code >= 0xa0 && code <= 0xff);
  return isSame ? code : OF_1252.get(code);
};

/** A letter that the encoding lacks loses its marks (`ș` becomes `s`), and is a question mark where that does not help. */
const in1252 = (text: string): number[] =>
  [...text.normalize('NFC')].map(
    (letter) => byteOf(letter) ?? byteOf([...letter.normalize('NFKD')][0] ?? '') ?? 0x3f,
  );

const BOM = [0xef, 0xbb, 0xbf];

const encoded = (text: string, encoding: ExportFormat['encoding']): Uint8Array => {
  if (encoding === 'windows-1252') return new Uint8Array(in1252(text));
  const bytes = new TextEncoder().encode(text.normalize('NFC'));
  return encoding === 'utf-8-bom' ? new Uint8Array([...BOM, ...bytes]) : bytes;
};

/** The file for the finance system: one heading, one line for each order. The same rows are the same bytes. */
export const exportFile = (format: ExportFormat, rows: readonly (readonly string[])[]): Uint8Array => {
  const lines = [format.columns.map(({ name }) => name), ...rows].map((cells) =>
    cells.map((text) => cell(text, format.separator)).join(format.separator),
  );
  return encoded(`${lines.join('\r\n')}\r\n`, format.encoding);
};
