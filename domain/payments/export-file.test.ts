import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountsOf } from '../budget/amounts.ts';
import { readCsv } from '../imports/read-csv.ts';
import { cellsOf, type ExportedOrder, exportFile } from './export-file.ts';
import { numberText, readNumber } from './number.ts';
import { columnValues, type ExportFormat } from './settings.ts';

const format: ExportFormat = {
  separator: ';',
  encoding: 'utf-8',
  decimal: ',',
  date: 'DD.MM.YYYY',
  columns: columnValues.map((value) => ({ name: value, value })),
};
const order: ExportedOrder = {
  number: 12,
  account: '36500.54310000',
  year: 2027,
  n: 1,
  payee: 'Verein „Kinder; Küche“ e. V.',
  iban: 'DE89370400440532013000',
  due: '2027-02-15',
  amount: 1_234_567_89,
  amounts: amountsOf(1_234_567_89),
  fileNumber: '51.3-SRB-2027-4C5B6A',
  certifiedBy: 'Olga Annahme',
  orderedBy: 'Rosa Leitbild',
};

test('an order is handed over in the configured columns', () => {
  expect(cellsOf(order, format, 'SRB')).toEqual([
    'SRB000012',
    '36500.54310000',
    '2027',
    'Verein „Kinder; Küche“ e. V.',
    'DE89370400440532013000',
    '15.02.2027',
    '1234567,89',
    '740740,73',
    '493827,16',
    '0,00',
    '51.3-SRB-2027-4C5B6A',
    'Sozialraumbudget 2027 Rate 1 51.3-SRB-2027-4C5B6A',
    'Olga Annahme',
    'Rosa Leitbild',
  ]);
  const other: ExportFormat = {
    ...format,
    decimal: '.',
    date: 'YYYYMMDD',
    columns: [
      { name: 'a', value: 'due' },
      { name: 'b', value: 'amount' },
    ],
  };
  expect(cellsOf(order, other, '')).toEqual(['20270215', '1234567.89']);
});

describe('the file', () => {
  const text = (of: ExportFormat, rows: string[][]) => new TextDecoder().decode(exportFile(of, rows));

  test('has a heading and a line for each order, and quotes what would be taken for a separator', () => {
    const two: ExportFormat = { ...format, columns: format.columns.slice(0, 2) };
    expect(
      text(two, [
        ['1', 'a;b'],
        ['2', 'sagt "ja"\nund mehr'],
      ]),
    ).toBe('number;account\r\n1;"a;b"\r\n2;"sagt ""ja"" und mehr"\r\n');
  });

  test('comes in the encoding that was agreed; a letter that it lacks loses its marks', () => {
    const one: ExportFormat = { ...format, columns: [{ name: 'ä', value: 'payee' }] };
    expect([...exportFile({ ...one, encoding: 'utf-8-bom' }, []).slice(0, 5)]).toEqual([
      0xef, 0xbb, 0xbf, 0xc3, 0xa4,
    ]);
    const bytes = exportFile({ ...one, encoding: 'windows-1252' }, [['€ Ștefan 漢 ß']]);
    expect(new TextDecoder('windows-1252').decode(bytes)).toBe('ä\r\n€ Stefan ? ß\r\n');
  });

  test('is read as what was written, whatever stands in it, and is the same every time', () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'ß', ';', '"', ',', ' ', '1'), maxLength: 8 }),
      {
        minLength: 3,
        maxLength: 3,
      },
    );
    const three: ExportFormat = { ...format, columns: format.columns.slice(0, 3) };
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (rows) => {
        const written = rows.map(([, ...rest], n) => [String(n + 1), ...rest]);
        const file = exportFile(three, written);
        expect(exportFile(three, written)).toEqual(file);
        const read = readCsv(file);
        if (!read.ok) return expect.unreachable(read.code);
        const cells = read.lines.slice(1).map((line) => [0, 1, 2].map((n) => line.cells[n] ?? ''));
        expect(cells).toEqual(written.map((row) => row.map((one) => one.trim())));
      }),
    );
  });
});

test.each([
  ['SRB000012', 12],
  ['srb 12', 12],
  ['000012', undefined],
  ['12', undefined],
  ['0', undefined],
  ['SRB', undefined],
  ['ABC000012', undefined],
  ['12a', undefined],
  ['', undefined],
])('the number %j is read as %j', (typed, n) => {
  expect(readNumber(typed, 'SRB')).toBe(n);
  if (n) expect(readNumber(numberText(n, 'SRB'), 'SRB')).toBe(n);
});

test('without letters of the county the number is its digits', () => {
  expect(readNumber('000012', '')).toBe(12);
  expect(readNumber('SRB000012', '')).toBeUndefined();
});
