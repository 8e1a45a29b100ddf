import type { HeadingLevel } from '../../../domain/documents/blocks.ts';
import { type Box, leastOf } from './box.ts';
import { open, placeLines } from './flow.ts';
import { linesOf } from './lines.ts';
import { addBookmark, type Pdf } from './pdfkit.ts';
import { sheet } from './sheet.ts';
import { type Style, styles } from './styles.ts';

const textBox = (pdf: Pdf, kind: string, style: Style, text: string, before: number): Box => {
  const lines = linesOf(pdf, style, text, sheet.text);
  return {
    before,
    least: leastOf(lines.length, style.leading),
    whole: lines.length <= 3,
    place: (flow, parent, below) => {
      const element = open(flow, parent, kind);
      placeLines(flow, { element, kind, lines, style, x: sheet.left, below });
      element.end();
    },
  };
};

export const paragraphBox = (pdf: Pdf, text: string, style: 'normal' | 'strong' | 'small'): Box => {
  const box = textBox(pdf, 'P', styles[style], text, 7);
  // A short sentence that announces a list or a table stays with it.
  return box.whole && text.endsWith(':') ? { ...box, withNext: true } : box;
};

/** The last bookmark of each level, under which the next lower one belongs. */
export type Bookmarks = (PDFKit.PDFOutline | undefined)[];

export const headingBox = (
  pdf: Pdf,
  { level, text, style }: { level: HeadingLevel; text: string; style: Style },
  bookmarks: Bookmarks,
): Box => {
  const box = textBox(pdf, `H${level}`, style, text, level === 1 ? 0 : 14);
  const lines = linesOf(pdf, style, text, sheet.text);
  return {
    ...box,
    least: lines.length * style.leading,
    withNext: true,
    place: (flow, parent, below) => {
      const above = bookmarks[level - 1] ?? pdf.outline;
      bookmarks.length = level;
      bookmarks[level] = addBookmark(above, text.replaceAll('\n', ' '), flow.y, pdf.page);
      box.place(flow, parent, below);
      flow.y += level === 1 ? 5 : 0;
    },
  };
};
