import { describe, expect, test } from 'vitest';
import county from '../../counties/alzey-worms/county.json' with { type: 'json' };
import { budgetSettings } from '../budget/settings.ts';
import type { Kita } from '../places/place.ts';
import { indicators } from './indicators.ts';
import type { ImportContext } from './kind.ts';
import { readCsv } from './read-csv.ts';
import { MOST_FAULTS, readImport } from './read-import.ts';
import { linesOf } from './table.ts';

const [CHILDREN, SGB2, LANGUAGE] = county.budget.indicators.map(({ name }) => name);

const kita = (id: string, name = `Kita ${id}`): Kita => ({
  id,
  name,
  municipality: 'alzey-land',
  invented: true,
});
const context = (kitas: readonly Kita[]): ImportContext => ({
  budget: budgetSettings.parse(county.budget),
  kitas,
});
const three = context([kita('a'), kita('b'), kita('c', 'Kita Größe')]);
const read = (text: string, of = three) =>
  readImport(readCsv(new TextEncoder().encode(text)), indicators, of);

describe('indicators', () => {
  test('are read by the names of their columns, for Kitas by id or name', () => {
    expect(read(`${SGB2};Kita;${LANGUAGE};Name\n3;a;12,5;egal\n0;kita größe;100 %;\n`)).toEqual({
      ok: true,
      rows: [
        { kita: 'a', values: { sgb2: 3, language: 1_250 } },
        { kita: 'c', values: { sgb2: 0, language: 10_000 } },
      ],
    });
  });

  test('may have any of the columns, in capitals or small letters, or by their codes', () => {
    expect(read('KITA;CHILDREN\na;25')).toEqual({
      ok: true,
      rows: [{ kita: 'a', values: { children: 25 } }],
    });
  });

  test('are read from a workbook’s cells as from texts', () => {
    const lines = linesOf([
      [null, null],
      ['Kita', LANGUAGE ?? ''],
      ['a', 12.5],
      [' b ', 0],
    ]);
    expect(readImport({ ok: true, lines }, indicators, three)).toEqual({
      ok: true,
      rows: [
        { kita: 'a', values: { language: 1_250 } },
        { kita: 'b', values: { language: 0 } },
      ],
    });
  });

  test.each([
    [
      'an unknown column',
      'Kita;children;Kinder\na;1;2',
      [{ code: 'column-unknown', row: 1, column: 'Kinder' }],
    ],
    [
      'a column twice',
      `Kita;children;${CHILDREN}\na;1;2`,
      [{ code: 'column-twice', row: 1, column: CHILDREN }],
    ],
    ['no column for the Kita', 'children\n1', [{ code: 'column-missing', row: 1, column: 'Kita' }]],
    ['no column for a value', 'Kita;Name\na;A', [{ code: 'column-missing', row: 1, column: CHILDREN }]],
    ['nothing but a heading', 'Kita;children\n', [{ code: 'no-rows' }]],
    ['nothing', '', [{ code: 'no-rows' }]],
  ])('are refused with %s', (_name, text, faults) => {
    expect(read(text)).toEqual({ ok: false, faults, count: faults.length });
  });

  test('are all or nothing, and everything wrong is told with row and column', () => {
    const text = `Kita;children;language\na;25;12,5\nz;1.234;\nb;-1;150\na;7;3\nc;1;2;zu viel\n`;
    const faults = [
      { code: 'unknown-kita', row: 3, column: 'Kita' },
      { code: 'whole-number', row: 3, column: 'children' },
      { code: 'required', row: 3, column: 'language' },
      { code: 'whole-number', row: 4, column: 'children' },
      { code: 'percent', row: 4, column: 'language' },
      { code: 'row-twice', row: 5, column: 'Kita', of: 2 },
      { code: 'too-many-cells', row: 6 },
    ];
    expect(read(text)).toEqual({ ok: false, faults, count: 7 });
  });

  test('never tell what stands in a cell', () => {
    expect(JSON.stringify(read('Kita;children\nFrau Muster;geheim'))).not.toMatch(/Muster|geheim/);
  });
});

describe('fifty thousand rows', () => {
  const ROWS = 50_000;
  const many = context(Array.from({ length: ROWS }, (_, n) => kita(`kita-${n}`)));
  const heading = 'Kita;children;language\r\n';
  const good = (n: number) => `kita-${n};${n % 120};${n % 100},25\r\n`;
  const rowsOf = (line: (n: number) => string) => Array.from({ length: ROWS }, (_, n) => line(n)).join('');

  test('are read whole', () => {
    const all = read(heading + rowsOf(good), many);
    expect(all).toMatchObject({ ok: true });
    if (all.ok)
      expect(all.rows.at(-1)).toEqual({ kita: 'kita-49999', values: { children: 79, language: 9_925 } });
  });

  test('of which one in a hundred is broken are refused, and each broken cell is told', () => {
    const broken = (n: number) => n % 100 === 42;
    const text = rowsOf((n) => (broken(n) ? `kita-${n};1.234;${n % 100},25\r\n` : good(n)));
    expect(read(heading + text, many)).toEqual({
      ok: false,
      count: 500,
      faults: Array.from({ length: 500 }, (_, n) => ({
        code: 'whole-number',
        row: n * 100 + 44,
        column: 'children',
      })),
    });
  });

  test('all of which are broken are counted, and the first ones told', () => {
    const refused = read(heading + rowsOf((n) => `kita-${n};x;1\r\n`), many);
    expect(refused).toMatchObject({ ok: false, count: ROWS });
    if (!refused.ok) expect(refused.faults).toHaveLength(MOST_FAULTS);
  });
});
