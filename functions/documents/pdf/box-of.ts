import type { Block } from '../../../domain/documents/blocks.ts';
import type { Box } from './box.ts';
import { chartBox } from './chart-box.ts';
import { ensure } from './flow.ts';
import { listBox, pairsBox } from './item-boxes.ts';
import type { Pdf } from './pdfkit.ts';
import { mm } from './sheet.ts';
import { signatureBox } from './signature-box.ts';
import { styles } from './styles.ts';
import { tableBox } from './table-box.ts';
import { type Bookmarks, headingBox, paragraphBox } from './text-boxes.ts';

type Heading = Extract<Block, { kind: 'heading' }>;

const headingStyle = ({ level }: Heading, inLetter: boolean) => {
  if (level === 1) return inLetter ? styles.subject : styles.title;
  return level === 2 ? styles.heading2 : styles.heading3;
};

/** A block measured for the page. */
export const boxOf = (
  pdf: Pdf,
  block: Block,
  { bookmarks, inLetter }: { bookmarks: Bookmarks; inLetter: boolean },
): Box => {
  switch (block.kind) {
    case 'heading':
      return headingBox(pdf, { ...block, style: headingStyle(block, inLetter) }, bookmarks);
    case 'paragraph':
      return paragraphBox(pdf, block.text, block.style);
    case 'list':
      return listBox(pdf, block.items, block.ordered);
    case 'pairs':
      return pairsBox(pdf, block.pairs);
    case 'table':
      return tableBox(pdf, block);
    case 'chart':
      return chartBox(pdf, block);
    case 'signature':
      return signatureBox(pdf, block);
    case 'space':
      return { before: mm(block.millimetres), least: 0, place: () => undefined };
    case 'page-break':
      return { before: 0, least: 0, place: (flow) => ensure(flow, Number.POSITIVE_INFINITY) };
  }
};
