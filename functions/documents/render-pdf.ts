import type { OfficeDocument } from '../../domain/documents/document.ts';
import { cleanDocument } from './clean-document.ts';
import type { Box } from './pdf/box.ts';
import { boxOf } from './pdf/box-of.ts';
import { ensure, type Flow, leave } from './pdf/flow.ts';
import { drawFurniture, firstBottom } from './pdf/furniture.ts';
import { drawHead } from './pdf/head.ts';
import { bytesOf, openPdf } from './pdf/open-pdf.ts';

const placeBoxes = (flow: Flow, boxes: Box[]) => {
  let need = 0;
  let next: Box | undefined;
  const placed = boxes.toReversed().map((box) => {
    const nextNeeds = next ? next.before + need : 0;
    const below = next?.withPrevious ? nextNeeds : 0;
    need = box.least + (box.withNext ? nextNeeds : box.whole ? below : 0);
    next = box;
    return { box, need: box.before + need, below };
  });
  for (const { box, need, below } of placed.reverse()) {
    ensure(flow, need);
    leave(flow, box.before);
    box.place(flow, flow.root, below);
  }
};

/**
 * A document as PDF 1.7 on A4: tagged for screen readers (PDF/UA-1), its language, title and fonts in it, a letter after
 * DIN 5008. The same document gives the same bytes, so that their SHA-256 names it: the file's date is the document's
 * own, and its identifier is made of the content.
 */
export const renderPdf = async (given: OfficeDocument): Promise<Uint8Array> => {
  const document = cleanDocument(given);
  const pdf = openPdf(document, document);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  pdf.addPage();
  const flow: Flow = { pdf, root, y: 0, top: 0, bottom: firstBottom(pdf, document.footer) };
  drawHead(flow, document);
  const kept = { bookmarks: [], inLetter: document.letter !== undefined };
  placeBoxes(
    flow,
    document.blocks.map((block) => boxOf(pdf, block, kept)),
  );
  root.end();
  drawFurniture(pdf, document);
  return bytesOf(pdf);
};
