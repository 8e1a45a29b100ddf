import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import type { OfficeDocument } from '../../domain/documents/document.ts';
import { canonicalText } from '../../domain/submission/canonical.ts';
import { cleanDocument } from './clean-document.ts';
import type { Box } from './pdf/box.ts';
import { boxOf } from './pdf/box-of.ts';
import { registerFaces } from './pdf/faces.ts';
import { ensure, type Flow, leave } from './pdf/flow.ts';
import { drawFurniture, firstBottom } from './pdf/furniture.ts';
import { drawHead } from './pdf/head.ts';
import { identify, openWithoutBookmarks, type Pdf } from './pdf/pdfkit.ts';
import { sheet } from './pdf/sheet.ts';
import { xmpOf } from './pdf/xmp.ts';

const openPdf = (document: OfficeDocument): Pdf => {
  const { title, author, language, date } = document;
  const pdf = new PDFDocument({
    size: [sheet.width, sheet.height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: language,
    bufferPages: true,
    autoFirstPage: false,
    // None to begin with: pdfkit's own would not be embedded.
    font: '',
    info: {
      Title: title,
      Author: author,
      Creator: 'Bindeglied',
      CreationDate: new Date(`${date}T00:00:00Z`),
    },
  });
  const digest = createHash('sha256').update(canonicalText(document)).digest();
  identify(pdf, digest.subarray(0, 16), xmpOf(document));
  openWithoutBookmarks(pdf);
  registerFaces(pdf);
  return pdf;
};

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

const bytesOf = (pdf: Pdf): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    pdf.end();
  });

/**
 * A document as PDF 1.7 on A4: tagged for screen readers (PDF/UA-1), its language, title and fonts in it, a letter after
 * DIN 5008. The same document gives the same bytes, so that their SHA-256 names it: the file's date is the document's
 * own, and its identifier is made of the content.
 */
export const renderPdf = async (given: OfficeDocument): Promise<Uint8Array> => {
  const document = cleanDocument(given);
  const pdf = openPdf(document);
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
