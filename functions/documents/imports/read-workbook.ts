import { unzipSync } from 'fflate';
import { InvalidInputError, InvalidSpreadsheetError, readSheet } from 'read-excel-file/universal';
import { type Cell, linesOf, type ReadTable } from '../../../domain/imports/table.ts';

/** Bytes of a workbook's parts, unpacked: a hundred thousand rows have some twenty million, a bomb has billions. */
const MOST_UNPACKED = 50_000_000;

const startsWith = (content: Uint8Array, ...bytes: number[]) => bytes.every((one, n) => content[n] === one);

/** A workbook is a ZIP archive. */
export const isArchive = (content: Uint8Array): boolean => startsWith(content, 0x50, 0x4b, 3, 4);

/** How large the parts say that they are; nothing is unpacked for it. Undefined when it is no archive. */
const unpackedSize = (content: Uint8Array): number | undefined => {
  let size = 0;
  try {
    unzipSync(content, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return false;
      },
    });
    return size;
  } catch {
    return undefined;
  }
};

const plain = (value: unknown): Cell | null => {
  // A day has no time in a workbook; it is read as one in UTC.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
};

/** Reads the first sheet of an XLSX file (ECMA-376); of a formula the value that was saved with it. */
export const readWorkbook = async (content: Uint8Array): Promise<ReadTable> => {
  const size = unpackedSize(content);
  if (size === undefined) return { ok: false, code: 'not-a-table' };
  if (size > MOST_UNPACKED) return { ok: false, code: 'too-large' };
  try {
    const rows = await readSheet(new Uint8Array(content).buffer);
    return { ok: true, lines: linesOf(rows.map((cells) => cells.map(plain))) };
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError)
      return { ok: false, code: 'not-a-table' };
    throw error;
  }
};
