import type { Table } from '../../../domain/documents/blocks.ts';
import { columnWidths } from '../column-widths.ts';
import { printable } from './faces.ts';
import { widestWord, widthOf } from './lines.ts';
import type { Pdf } from './pdfkit.ts';
import { sheet } from './sheet.ts';
import { type Style, styles } from './styles.ts';
import { type Place, padding } from './table-row.ts';

const widestLine = (pdf: Pdf, style: Style, text: string) =>
  Math.max(
    ...printable(pdf, text)
      .split('\n')
      .map((line) => widthOf(pdf, style, line)),
  );

/** The places of a table's columns side by side across the text, by what their cells need. */
export const tablePlaces = (pdf: Pdf, { columns, rows, total }: Table): Place[] => {
  const wishes = columns.map(({ label, align }, index) => {
    const cells = rows.map((row) => ({ text: row[index] ?? '', style: styles.cell }));
    const strong = [label, total?.[index] ?? ''].map((text) => ({ text, style: styles.cellStrong }));
    const [heading, ...others] = [...strong, ...cells].map(({ text, style }) => ({
      word: widestWord(pdf, style, text),
      line: widestLine(pdf, style, text),
    }));
    const fixed = align === 'end';
    const word = Math.max(heading?.word ?? 0, ...others.map((one) => one.word));
    // The name of a column of numbers, mostly longer than they are, may take two lines.
    const line = Math.max((heading?.line ?? 0) * (fixed ? 0.65 : 1), ...others.map((one) => one.line));
    return { least: word + 2 * padding.x, most: Math.max(word, line) + 2 * padding.x, fixed };
  });
  let x: number = sheet.left;
  return columnWidths(wishes, sheet.text).map((width, index) => {
    const place = { x, width, align: columns[index]?.align ?? 'start' };
    x += width;
    return place;
  });
};
