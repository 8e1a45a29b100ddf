import { CsvError, parse } from 'csv-parse/sync';
import { decode } from './decode.ts';
import { linesOf, type ReadTable } from './table.ts';

const SEPARATORS = [';', '\t', ','] as const;

/**
 * What separates the cells: whichever the heading has most of outside of quotation marks. The German Excel writes semicolons,
 * because its decimals have the comma.
 */
const separatorOf = (text: string): string => {
  const heading = (/^[^\r\n]*\S[^\r\n]*$/m.exec(text)?.[0] ?? '').replaceAll(/"(?:[^"]|"")*"/g, '');
  const countOf = (separator: string) => heading.split(separator).length;
  return SEPARATORS.reduce((best, one) => (countOf(one) > countOf(best) ? one : best));
};

/** Whether a text has characters that no table has: a picture or a document under the name of a table. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const isBinary = (text: string) => /[\u0000-\u0008\u000e-\u001a]/.test(text);

/** Reads a CSV file (RFC 4180, with `;`, tabulator or `,`). */
export const readCsv = (content: Uint8Array): ReadTable => {
  const text = decode(content);
  if (isBinary(text)) return { ok: false, code: 'not-a-table' };
  try {
    return {
      ok: true,
      lines: linesOf(
        parse(text, { bom: true, delimiter: separatorOf(text), relaxColumnCount: true }) as string[][],
      ),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A stray quotation mark: everything behind it may be one cell.
    const row = typeof error.records === 'number' ? error.records + 1 : undefined;
    return { ok: false, code: 'not-a-table', ...(row && { row }) };
  }
};
