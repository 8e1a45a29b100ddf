import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { workbookOf } from './workbook.ts';

test('a table is read back from the workbook with its numbers as numbers and its texts as texts', async () => {
  const rows = [
    ['=1+1', 12, 41.3],
    ['Kita Süd', undefined, undefined],
  ];
  const content = await workbookOf([
    { name: 'Rücklauf', columns: ['Ort', 'Anzahl', 'Anteil'], rows },
    { name: 'Ergebnisse', columns: ['A'], rows: [] },
  ]);
  const sheets = await readExcelFile(Buffer.from(content));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Rücklauf', 'Ergebnisse']);
  expect(sheets[0]?.data).toEqual([
    ['Ort', 'Anzahl', 'Anteil'],
    ['=1+1', 12, 41.3],
    ['Kita Süd', null, null],
  ]);
});
