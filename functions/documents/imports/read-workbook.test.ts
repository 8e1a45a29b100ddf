import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { aWorkbook } from './a-workbook.test-data.ts';
import { isArchive, readWorkbook } from './read-workbook.ts';

describe('a workbook', () => {
  test('is read cell by cell, with the rows that a spreadsheet counts', async () => {
    const content = aWorkbook([
      [],
      ['Kita', 'Wert', 'Tag'],
      ['Größe & <Mehr>', 0.29, { day: 46_053 }],
      [],
      [' b ', 12.5],
    ]);
    expect(isArchive(content)).toBe(true);
    expect(await readWorkbook(content)).toEqual({
      ok: true,
      lines: [
        { row: 2, cells: ['Kita', 'Wert', 'Tag'] },
        { row: 3, cells: ['Größe & <Mehr>', 0.29, '2026-01-31'] },
        { row: 5, cells: ['b', 12.5, undefined] },
      ],
    });
  });

  test('with fifty thousand rows is read', async () => {
    const rows = Array.from({ length: 50_000 }, (_, n) => [`kita-${n}`, n % 120, (n % 100) + 0.25]);
    const read = await readWorkbook(aWorkbook([['Kita', 'a', 'b'], ...rows]));
    expect(read.ok && read.lines.at(-1)).toEqual({ row: 50_001, cells: ['kita-49999', 79, 99.25] });
  });
});

describe('what is no workbook', () => {
  test.each([
    ['another archive', zipSync({ 'a.txt': strToU8('a') })],
    ['half of one', aWorkbook([['Kita'], ['a']]).slice(0, 400)],
  ])('is told: %s', async (_name, content) => {
    expect(isArchive(content)).toBe(true);
    expect(await readWorkbook(content)).toEqual({ ok: false, code: 'not-a-table' });
  });

  test('is not unpacked when it says that it would fill the memory', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(60_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await readWorkbook(bomb)).toEqual({ ok: false, code: 'too-large' });
  });
});
