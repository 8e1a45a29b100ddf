import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';
import type { ExportCell } from './export-tables.ts';

const textOf = (rows: ExportCell[][], columns = ['Name', 'Anzahl']) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvOf({ name: 'x', columns, rows }));

test('a table begins with its mark and a row of names; every row ends with CRLF', () => {
  expect(
    textOf([
      ['Kita „Süd“, Wörrstadt', 12.5],
      [undefined, 0],
    ]),
  ).toBe('\uFEFFName,Anzahl\r\n"Kita „Süd“, Wörrstadt",12.5\r\n,0\r\n');
});

test('no text begins as a formula', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (first, more) => {
      const [[cell] = []] = parse(textOf([[first + more]], ['A']), { bom: true, from: 2 }) as string[][];
      expect(cell).toBe(`'${first}${more}`);
    }),
  );
});

test('whatever stands in a cell is read back as it was', () => {
  const cell = fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const read = parse(textOf(rows), { bom: true, from: 2, record_delimiter: '\r\n' }) as string[][];
      expect(read).toEqual(rows);
    }),
  );
});
