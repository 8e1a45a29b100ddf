import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node';
import type { ExportCell, ExportTable } from '../../../domain/survey/evaluation/export-tables.ts';

/** In characters; a longer text is cut on the screen, not in the file. */
const [NARROWEST, WIDEST] = [8, 60];

const widths = ({ columns, rows }: ExportTable) =>
  columns.map((name, n) => {
    const longest = rows.reduce((most, row) => Math.max(most, String(row[n] ?? '').length), name.length);
    return { width: Math.min(WIDEST, Math.max(NARROWEST, longest + 2)) };
  });

/** A text is written as text: nothing in it is ever a formula. */
const cellOf = (value: ExportCell): Cell =>
  value === undefined ? null : { value, type: typeof value === 'number' ? Number : String };

const sheetOf = (table: ExportTable): Sheet<never> => ({
  sheet: table.name,
  columns: widths(table),
  stickyRowsCount: 1,
  data: [
    table.columns.map((value): Cell => ({ value, type: String, fontWeight: 'bold' })),
    ...table.rows.map((row) => row.map(cellOf)),
  ],
});

/** Tables as a workbook (XLSX), each a sheet with its names on top. The same tables are the same bytes: the archive says no time. */
export const workbookOf = async (tables: readonly ExportTable[]): Promise<Uint8Array> => {
  const file = await writeExcelFile(tables.map(sheetOf)).toBuffer();
  return zipSync(unzipSync(file), { mtime: new Date(1980, 0, 1), level: 6 });
};
