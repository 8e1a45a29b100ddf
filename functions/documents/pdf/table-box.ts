import type { Table } from '../../../domain/documents/blocks.ts';
import type { Box } from './box.ts';
import { artifact, type Flow, nextPage, open, placeLines } from './flow.ts';
import { type Line, linesOf } from './lines.ts';
import type { Element, Pdf } from './pdfkit.ts';
import { body, sheet } from './sheet.ts';
import { FAINT_RULE, RULE, SHADE, styles } from './styles.ts';
import { tablePlaces } from './table-places.ts';
import { asCell, drawRow, heightOf, type Place, padding, type Row, rowElements, rowOf } from './table-row.ts';
import { paragraphBox } from './text-boxes.ts';

const PAGE = body.bottom - body.top;
const CAPTION_GAP = 4;

const rule = (pdf: Pdf, y: number, color: string, width: number) =>
  artifact(pdf, 'Layout', () => {
    pdf.lineWidth(width).strokeColor(color).moveTo(sheet.left, y).lineTo(sheet.right, y).stroke();
  });

interface Parts {
  header: Row;
  places: Place[];
  table: Element;
}

const drawHeader = (
  flow: Flow,
  { header, places }: Parts,
  mark: (index: number, draw: () => void) => void,
) => {
  const height = heightOf(header);
  artifact(flow.pdf, 'Layout', () => {
    flow.pdf.rect(sheet.left, flow.y, sheet.text, height).fill(SHADE);
  });
  drawRow(flow, header, { places, from: 0, to: header.lines, mark });
  flow.y += height;
  rule(flow.pdf, flow.y, RULE, 0.8);
};

const placeHeader = (flow: Flow, parts: Parts) => {
  const { element, cells } = rowElements(flow, parts.table, parts.header);
  drawHeader(flow, parts, asCell(flow, parts.header, cells));
  element.end();
};

/** On later pages the names of the columns are for the eye only: screen readers know them. */
const turn = (flow: Flow, parts: Parts) => {
  nextPage(flow);
  if (heightOf(parts.header) < PAGE / 3)
    drawHeader(flow, parts, (_, draw) => artifact(flow.pdf, 'Pagination', draw));
};

/** Whether a page can hold a row, below the names of the columns and above what must stand with it. */
const fitsPage = (row: Row, header: Row, below: number) => heightOf(header) + heightOf(row) + below <= PAGE;

/** A row stays in one piece if a page can hold it; a longer one goes on over as many pages as it needs. */
const placeRow = (flow: Flow, row: Row, parts: Parts, below: number) => {
  if (fitsPage(row, parts.header, below) && flow.y + heightOf(row) + below > flow.bottom) turn(flow, parts);
  const { element, cells } = rowElements(flow, parts.table, row);
  for (let from = 0; from < row.lines; ) {
    const room = Math.floor((flow.bottom - flow.y - 2 * padding.y) / row.style.leading);
    const count = Math.min(room, row.lines - from);
    if (count < Math.min(2, row.lines - from)) {
      turn(flow, parts);
      continue;
    }
    drawRow(flow, row, { places: parts.places, from, to: from + count, mark: asCell(flow, row, cells) });
    flow.y += heightOf(row, count);
    from += count;
  }
  element.end();
};

const placeCaption = (flow: Flow, table: Element, lines: Line[]) => {
  if (lines.length === 0) return;
  const element = open(flow, table, 'Caption');
  placeLines(flow, { element, kind: 'Caption', lines, style: styles.cellStrong, x: sheet.left });
  element.end();
  flow.y += CAPTION_GAP;
};

/** A table over as many pages as it needs, the names of its columns on each. */
export const tableBox = (pdf: Pdf, block: Table): Box => {
  const { caption, columns, rowHeadings, empty } = block;
  if (block.rows.length === 0) return paragraphBox(pdf, caption ? `${caption}: ${empty}` : empty, 'normal');
  const places = tablePlaces(pdf, block);
  const rowIn = (texts: string[], style: Row['style'], headings: Row['headings']) =>
    rowOf(pdf, { texts, style, headings }, places);
  const headings = rowHeadings ? 'row' : 'none';
  const labels = columns.map(({ label }) => label);
  const header = rowIn(labels, styles.cellStrong, 'columns');
  const rows = block.rows.map((texts) => rowIn(texts, styles.cell, headings));
  const total = block.total && rowIn(block.total, styles.cellStrong, headings);
  /** What must stand below a row: the sum stands below the last one. */
  const below = (index: number) => (total && index === rows.length - 1 ? heightOf(total) : 0);
  const lines = caption ? linesOf(pdf, styles.cellStrong, caption, sheet.text) : [];
  const first = rows[0] as Row;
  const least = fitsPage(first, header, below(0)) ? heightOf(first) + below(0) : heightOf(first, 3);
  return {
    before: 10,
    least: lines.length * styles.cellStrong.leading + CAPTION_GAP + heightOf(header) + least,
    place: (flow, parent) => {
      const table = open(flow, parent, 'Table');
      const parts = { header, places, table };
      placeCaption(flow, table, lines);
      placeHeader(flow, parts);
      rows.forEach((row, index) => {
        placeRow(flow, row, parts, below(index));
        const isLast = index === rows.length - 1;
        rule(pdf, flow.y, isLast ? RULE : FAINT_RULE, isLast ? 0.8 : 0.5);
      });
      if (total) placeRow(flow, total, parts, 0);
      if (total) rule(pdf, flow.y, RULE, 0.8);
      table.end();
      flow.y += 4;
    },
  };
};
