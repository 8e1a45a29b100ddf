import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: (number[] | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : part)));
const utf16 = (text: string, little: boolean) =>
  Uint8Array.from(
    [...`\uFEFF${text}`].flatMap((sign) => {
      const code = sign.charCodeAt(0);
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );
const cellsOf = (content: Uint8Array) => {
  const read = readCsv(content);
  return read.ok ? read.lines.map(({ row, cells }) => [row, ...cells]) : read;
};

describe('a table is read in the encodings of spreadsheets', () => {
  const expected = [
    [1, 'Kita', 'Wert'],
    [2, 'Größe', '1,5'],
  ];
  const text = 'Kita;Wert\r\nGröße;1,5\r\n';
  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with BOM', bytes([0xef, 0xbb, 0xbf], text)],
    ['UTF-16, little endian', utf16(text, true)],
    ['UTF-16, big endian', utf16(text, false)],
    ['Windows-1252', bytes('Kita;Wert\r\nGr', [0xf6, 0xdf], 'e;1,5\r\n')],
  ])('%s', (_name, content) => {
    expect(cellsOf(content)).toEqual(expected);
  });

  test('the euro sign of Windows-1252 is one', () => {
    expect(cellsOf(bytes('a;b\n1;5 ', [0x80]))).toEqual([
      [1, 'a', 'b'],
      [2, '1', '5 €'],
    ]);
  });
});

test.each([
  ['semicolons', 'a;b\n1,5;2'],
  ['tabulators', 'a\tb\n1,5\t2'],
  ['commas', 'a,b\n"1,5",2'],
  ['semicolons, with commas in a quoted heading', '"a";b\n1,5;2'],
])('cells are separated by %s', (_name, text) => {
  const read = readCsv(utf8(text));
  expect(read.ok && read.lines.map(({ row, cells }) => [row, ...cells]).at(-1)).toEqual([2, '1,5', '2']);
});

test('rows are counted as a spreadsheet does: empty ones too, a cell with line breaks is one row', () => {
  expect(cellsOf(utf8('a;b\n\n;;\n"x\ny";1\n'))).toEqual([
    [1, 'a', 'b'],
    [4, 'x\ny', '1'],
  ]);
});

test('blanks around a cell are nothing, and an empty cell is none', () => {
  expect(cellsOf(utf8('a;b;c\n x ; ;3'))).toEqual([
    [1, 'a', 'b', 'c'],
    [2, 'x', undefined, '3'],
  ]);
});

test('a stray quotation mark is told with its row', () => {
  expect(readCsv(utf8('a;b\n1;2\n3;"4\n5;6'))).toEqual({ ok: false, code: 'not-a-table', row: 3 });
});

test('a picture under the name of a table is none', () => {
  expect(readCsv(bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13]))).toEqual({
    ok: false,
    code: 'not-a-table',
  });
});

test('whatever the bytes are, they are a table or none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (content) => {
      expect(typeof readCsv(content).ok).toBe('boolean');
    }),
  );
});
