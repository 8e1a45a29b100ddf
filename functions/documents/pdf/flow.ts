import { drawLine, type Line } from './lines.ts';
import type { Element, Pdf } from './pdfkit.ts';
import { body } from './sheet.ts';
import type { Style } from './styles.ts';

/** Where on the pages the text has come to. */
export interface Flow {
  pdf: Pdf;
  /** The structure's root, under which everything of the document hangs. */
  root: Element;
  y: number;
  /** Where the current page's text begins and ends. */
  top: number;
  bottom: number;
}

export const nextPage = (flow: Flow): void => {
  flow.pdf.addPage();
  flow.top = body.top;
  flow.bottom = body.bottom;
  flow.y = flow.top;
};

/** Turns the page if so much does not fit below; what is higher than a page begins on the next one all the same. */
export const ensure = (flow: Flow, height: number): void => {
  if (flow.y > flow.top && flow.y + height > flow.bottom) nextPage(flow);
};

/** Space before what follows, but none at the top of a page. */
export const leave = (flow: Flow, height: number): void => {
  if (flow.y > flow.top) flow.y += height;
};

/** A structure element that hangs below another; it is closed by `end`. */
export const open = (flow: Flow, parent: Element, kind: string): Element => {
  const element = flow.pdf.struct(kind);
  parent.add(element);
  return element;
};

/** Draws what belongs to an element on the current page. */
export const tagged = (pdf: Pdf, element: Element, kind: string, draw: () => void): void => {
  element.add(pdf.markStructureContent(kind));
  draw();
  pdf.endMarkedContent();
};

/** Draws what is only for the eye, or repeats what was said: screen readers leave it out. */
export const artifact = (pdf: Pdf, type: 'Layout' | 'Pagination', draw: () => void): void => {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
};

/**
 * How many of so many lines go on the current page: never a single one left behind or sent ahead, and at least two with
 * what must stand below them. None means that they begin on the next page.
 */
export const linesHere = (flow: Flow, count: number, leading: number, below = 0): number => {
  const room = Math.floor((flow.bottom - flow.y) / leading + 1e-6);
  const alone = below === 0 || flow.y === flow.top || flow.y + count * leading + below <= flow.bottom;
  if (room >= count && alone) return count;
  const here = count - room < 2 ? count - 2 : room;
  return here >= 2 ? here : 0;
};

/** The baseline within a line's height: what is above it is about four fifths. */
export const baselineOf = (style: Style): number => (style.leading + style.size * 0.72) / 2;

/** Lines from the current height on, over as many pages as they need. */
export const placeLines = (
  flow: Flow,
  {
    element,
    kind,
    lines,
    style,
    x,
    below,
  }: { element: Element; kind: string; lines: Line[]; style: Style; x: number; below?: number },
): void => {
  let rest = lines;
  while (rest.length > 0) {
    const here = linesHere(flow, rest.length, style.leading, below);
    if (here > 0)
      tagged(flow.pdf, element, kind, () => {
        for (const { text } of rest.slice(0, here)) {
          drawLine(flow.pdf, style, text, x, flow.y + baselineOf(style));
          flow.y += style.leading;
        }
      });
    rest = rest.slice(here);
    if (rest.length > 0) nextPage(flow);
  }
};
