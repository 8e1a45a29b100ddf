import { baselineOf, type Flow, open, tagged } from './flow.ts';
import { drawLine, type Line, linesOf } from './lines.ts';
import { type Element, type Pdf, setAttributes } from './pdfkit.ts';
import type { Style } from './styles.ts';

/** Around the text of a cell, in points. */
export const padding = { x: 5, y: 3.5 } as const;

/** A column's place on the page. */
export interface Place {
  x: number;
  width: number;
  align: 'start' | 'end';
}

export interface Row {
  cells: Line[][];
  style: Style;
  /** How many lines the highest cell has. */
  lines: number;
  /** What its cells are headings of: the first row's of columns, the first cell of the row. */
  headings: 'columns' | 'row' | 'none';
}

export const rowOf = (
  pdf: Pdf,
  { texts, style, headings }: { texts: string[]; style: Style; headings: Row['headings'] },
  places: Place[],
): Row => {
  const cells = texts.map((text, index) =>
    linesOf(pdf, style, text, (places[index]?.width ?? 0) - 2 * padding.x),
  );
  return { cells, style, headings, lines: Math.max(1, ...cells.map((lines) => lines.length)) };
};

export const heightOf = (row: Row, lines = row.lines): number => lines * row.style.leading + 2 * padding.y;

const drawCell = (flow: Flow, { lines, style, place }: { lines: Line[]; style: Style; place: Place }) => {
  lines.forEach(({ text, width }, index) => {
    const x = place.align === 'end' ? place.x + place.width - padding.x - width : place.x + padding.x;
    drawLine(flow.pdf, style, text, x, flow.y + padding.y + index * style.leading + baselineOf(style));
  });
};

/** Draws the lines of a row from one to another, each cell through `mark`, which says whose content it is. */
export const drawRow = (
  flow: Flow,
  row: Row,
  {
    places,
    from,
    to,
    mark,
  }: {
    places: Place[];
    from: number;
    to: number;
    mark: (cell: number, draw: () => void) => void;
  },
): void => {
  places.forEach((place, index) => {
    const lines = row.cells[index]?.slice(from, to) ?? [];
    if (lines.some(({ text }) => text !== ''))
      mark(index, () => drawCell(flow, { lines, style: row.style, place }));
  });
};

/** The structure of a row: its cells and, for headings, what they are headings of. */
export const rowElements = (flow: Flow, table: Element, row: Row): { element: Element; cells: Element[] } => {
  const element = open(flow, table, 'TR');
  const cells = row.cells.map((_, index) => {
    const scope = row.headings === 'columns' ? 'Column' : row.headings === 'row' && index === 0 ? 'Row' : '';
    const cell = open(flow, element, scope ? 'TH' : 'TD');
    if (scope) setAttributes(cell, { O: 'Table', Scope: scope });
    return cell;
  });
  return { element, cells };
};

/** Marks a cell's content as its element's. */
export const asCell = (flow: Flow, row: Row, cells: Element[]) => (index: number, draw: () => void) => {
  const cell = cells[index];
  const heading = row.headings === 'columns' || (row.headings === 'row' && index === 0);
  if (cell) tagged(flow.pdf, cell, heading ? 'TH' : 'TD', draw);
};
