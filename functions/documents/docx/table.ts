import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Table as TableBlock } from '../../../domain/documents/blocks.ts';
import { columnWidths } from '../column-widths.ts';
import { runsOf, textParagraph } from './runs.ts';
import { CELL, sheet, twips } from './sheet.ts';

/** Twips that a character of a cell takes on average; Word has the last word on widths. */
const CHARACTER = 112;
const PADDING = 2 * twips(2);

const widthsOf = ({ columns, rows, total }: TableBlock): number[] => {
  const wishes = columns.map(({ label, align }, index) => {
    const texts = [label, ...[...rows, total ?? []].map((row) => row[index] ?? '')];
    const longest = (parts: string[]) => Math.max(...parts.map((part) => part.length)) * CHARACTER + PADDING;
    return {
      least: longest(texts.flatMap((text) => text.split(/\s/))),
      most: longest(
        align === 'end'
          ? [...label.split(/\s/), ...texts.slice(1)]
          : texts.flatMap((text) => text.split('\n')),
      ),
      fixed: align === 'end',
    };
  });
  return columnWidths(wishes, sheet.text).map(Math.round);
};

const rule = (color: string, size = 4) => ({ style: BorderStyle.SINGLE, size, color });
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** A caption and a table whose first row is a heading row: Word repeats it on every page and screen readers name it. */
export const tableParts = (block: TableBlock): (Paragraph | Table)[] => {
  const { caption, columns, rows, total, rowHeadings, empty } = block;
  if (rows.length === 0) return [textParagraph(caption ? `${caption}: ${empty}` : empty)];
  const widths = widthsOf(block);
  const rowOf = (texts: string[], { bold = false, header = false } = {}) =>
    new TableRow({
      tableHeader: header,
      cantSplit: texts.every((text) => text.length < 1000),
      children: texts.map(
        (text, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            verticalAlign: VerticalAlign.TOP,
            ...(header && { shading: { type: ShadingType.CLEAR, fill: 'EEF0F2', color: 'auto' } }),
            children: [
              new Paragraph({
                alignment: columns[index]?.align === 'end' ? AlignmentType.RIGHT : AlignmentType.LEFT,
                style: CELL,
                children: runsOf(text, { bold }),
              }),
            ],
          }),
      ),
    });
  return [
    ...(caption ? [textParagraph(caption, { style: 'Caption' })] : []),
    new Table({
      width: { size: sheet.text, type: WidthType.DXA },
      columnWidths: widths,
      margins: { left: twips(2), right: twips(2) },
      borders: {
        top: NONE,
        left: NONE,
        right: NONE,
        insideVertical: NONE,
        bottom: rule('767676', 6),
        insideHorizontal: rule('C8C8C8'),
      },
      tableLook: { firstRow: true, firstColumn: rowHeadings, lastRow: total !== undefined },
      rows: [
        rowOf(
          columns.map(({ label }) => label),
          { bold: true, header: true },
        ),
        ...rows.map((row) => rowOf(row)),
        ...(total ? [rowOf(total, { bold: true })] : []),
      ],
    }),
    new Paragraph({ spacing: { after: 60 } }),
  ];
};
