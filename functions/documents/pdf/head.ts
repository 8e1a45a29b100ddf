import type { Letter, OfficeDocument } from '../../../domain/documents/document.ts';
import { artifact, baselineOf, type Flow, open, tagged } from './flow.ts';
import { drawLine, linesOf } from './lines.ts';
import { type Element, setAttributes } from './pdfkit.ts';
import { furniture, letterPlaces, sheet } from './sheet.ts';
import { RULE, type Style, styles } from './styles.ts';

/** Lines of one element at a fixed place, which may be taller than planned. @returns where they end */
const drawAt = (
  flow: Flow,
  element: Element,
  kind: string,
  {
    texts,
    style,
    x,
    y,
    width,
    baseline = baselineOf(style),
  }: { texts: string[]; style: Style; x: number; y: number; width: number; baseline?: number },
): number => {
  const lines = linesOf(flow.pdf, style, texts.join('\n'), width);
  tagged(flow.pdf, element, kind, () => {
    lines.forEach(({ text }, index) => {
      drawLine(flow.pdf, style, text, x, y + index * style.leading + baseline);
    });
  });
  return y + lines.length * style.leading;
};

/** The authority's name above the first page. @returns where it ends */
const drawLetterhead = (flow: Flow, [authority = '', ...units]: string[]): number => {
  const at = { x: sheet.left, width: sheet.text };
  const name = open(flow, flow.root, 'P');
  let y = drawAt(flow, name, 'P', {
    ...at,
    texts: [authority],
    style: styles.authority,
    y: furniture.letterheadTop,
  });
  name.end();
  if (units.length > 0) {
    const more = open(flow, flow.root, 'P');
    y = drawAt(flow, more, 'P', { ...at, texts: units, style: styles.unit, y });
    more.end();
  }
  return y;
};

const drawAddress = (flow: Flow, { sender, recipient }: Letter['address']) => {
  const { senderBaseline, recipient: zone } = letterPlaces;
  const from = open(flow, flow.root, 'P');
  const small = { style: styles.sender, x: sheet.left, width: zone.width };
  drawAt(flow, from, 'P', { ...small, texts: [sender], y: senderBaseline - baselineOf(styles.sender) });
  from.end();
  artifact(flow.pdf, 'Layout', () => {
    const y = senderBaseline + 2.5;
    flow.pdf
      .lineWidth(0.4)
      .strokeColor(RULE)
      .moveTo(sheet.left, y)
      .lineTo(sheet.left + zone.width, y)
      .stroke();
  });
  const to = open(flow, flow.root, 'P');
  drawAt(flow, to, 'P', {
    texts: recipient,
    style: styles.recipient,
    x: sheet.left,
    y: zone.top,
    width: zone.width,
  });
  to.end();
};

const drawInformation = (flow: Flow, information: Letter['information']): number => {
  const { left, top, width, label } = letterPlaces.information;
  let y = top;
  if (information.length === 0) return y;
  const list = open(flow, flow.root, 'L');
  setAttributes(list, { O: 'List', ListNumbering: 'None' });
  for (const pair of information) {
    const item = open(flow, list, 'LI');
    const baseline = baselineOf(styles.information);
    const name = {
      texts: [`${pair.label} `],
      style: styles.informationLabel,
      x: left,
      y,
      width: label,
      baseline,
    };
    const value = {
      texts: [pair.value],
      style: styles.information,
      x: left + label,
      y,
      width: width - label,
    };
    y = Math.max(
      drawAt(flow, open(flow, item, 'Lbl'), 'Lbl', name),
      drawAt(flow, open(flow, item, 'LBody'), 'LBody', value),
    );
    item.end();
  }
  list.end();
  return y;
};

const drawFolds = ({ pdf }: Flow) =>
  artifact(pdf, 'Layout', () => {
    pdf.lineWidth(0.4).strokeColor(RULE);
    for (const y of letterPlaces.folds) pdf.moveTo(11, y).lineTo(22, y);
    pdf.moveTo(11, letterPlaces.hole).lineTo(28, letterPlaces.hole).stroke();
  });

/** The head of the first page; the document's text begins below it. A paper has no window: it is sent to nobody. */
export const drawHead = (flow: Flow, { letterhead, letter }: OfficeDocument): void => {
  const end = drawLetterhead(flow, letterhead);
  if (letter) {
    drawFolds(flow);
    drawAddress(flow, letter.address);
    flow.y = Math.max(
      letterPlaces.subject,
      drawInformation(flow, letter.information) + styles.normal.leading,
    );
  } else {
    artifact(flow.pdf, 'Layout', () => {
      flow.pdf.lineWidth(0.8).strokeColor(RULE);
      flow.pdf
        .moveTo(sheet.left, end + 8)
        .lineTo(sheet.right, end + 8)
        .stroke();
    });
    flow.y = end + 30;
  }
  flow.top = flow.y;
};
