import type { Pair } from '../../../domain/documents/blocks.ts';
import { type Box, leastOf } from './box.ts';
import { baselineOf, type Flow, linesHere, nextPage, open, placeLines, tagged } from './flow.ts';
import { drawLine, type Line, linesOf } from './lines.ts';
import { type Element, type Pdf, setAttributes } from './pdfkit.ts';
import { mm, sheet } from './sheet.ts';
import { type Style, styles } from './styles.ts';

interface Item {
  label: Line[];
  body: Line[];
}

interface Looks {
  labelStyle: Style;
  /** How far right of the margin the bodies begin. */
  indent: number;
  /** Between items. */
  gap: number;
  numbering: 'Decimal' | 'Disc' | 'None';
}

const { leading } = styles.normal;

const placeItem = (flow: Flow, list: Element, { label, body }: Item, { labelStyle, indent }: Looks) => {
  const height = Math.max(label.length, leastOf(body.length, leading) / leading) * leading;
  if (flow.y > flow.top && (flow.y + height > flow.bottom || linesHere(flow, body.length, leading) === 0))
    nextPage(flow);
  const item = open(flow, list, 'LI');
  const name = open(flow, item, 'Lbl');
  const start = flow.y;
  const page = flow.pdf.page;
  tagged(flow.pdf, name, 'Lbl', () => {
    label.forEach(({ text }, index) => {
      drawLine(flow.pdf, labelStyle, text, sheet.left, start + index * leading + baselineOf(styles.normal));
    });
  });
  const content = open(flow, item, 'LBody');
  placeLines(flow, {
    element: content,
    kind: 'LBody',
    lines: body,
    style: styles.normal,
    x: sheet.left + indent,
  });
  if (flow.pdf.page === page) flow.y = Math.max(flow.y, start + label.length * leading);
  item.end();
};

/** A list: what is numbered or dotted, and names with their values (ISO 32000-1, 14.8.4.3.3: a dictionary is a list). */
const itemsBox = (items: Item[], looks: Looks): Box => {
  const [first] = items;
  return {
    before: 7,
    least: first ? Math.max(first.label.length * leading, leastOf(first.body.length, leading)) : 0,
    place: (flow, parent) => {
      if (items.length === 0) return;
      const list = open(flow, parent, 'L');
      setAttributes(list, { O: 'List', ListNumbering: looks.numbering });
      items.forEach((item, index) => {
        if (index > 0) flow.y += looks.gap;
        placeItem(flow, list, item, looks);
      });
      list.end();
    },
  };
};

export const listBox = (pdf: Pdf, items: string[], ordered: boolean): Box => {
  const indent = mm(ordered ? 6 + 2 * String(items.length).length : 5);
  return itemsBox(
    items.map((text, index) => ({
      label: linesOf(pdf, styles.normal, ordered ? `${index + 1}. ` : '• ', indent),
      body: linesOf(pdf, styles.normal, text, sheet.text - indent),
    })),
    { labelStyle: styles.normal, indent, gap: 3, numbering: ordered ? 'Decimal' : 'Disc' },
  );
};

export const pairsBox = (pdf: Pdf, pairs: Pair[]): Box => {
  const indent = mm(55);
  return itemsBox(
    pairs.map(({ label, value }) => ({
      label: linesOf(pdf, styles.strong, `${label} `, indent - mm(4)),
      body: linesOf(pdf, styles.normal, value, sheet.text - indent),
    })),
    { labelStyle: styles.strong, indent, gap: 2, numbering: 'None' },
  );
};
