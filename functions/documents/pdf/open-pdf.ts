import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import type { OfficeDocument } from '../../../domain/documents/document.ts';
import { canonicalText } from '../../../domain/submission/canonical.ts';
import { registerFaces } from './faces.ts';
import { identify, openWithoutBookmarks, type Pdf } from './pdfkit.ts';
import { sheet } from './sheet.ts';
import { xmpOf } from './xmp.ts';

/** What a file says of itself. */
export type Particulars = Pick<OfficeDocument, 'title' | 'author' | 'language' | 'date'>;

/** An empty file in A4 that is tagged. @param content what it is made of: its identifier follows from it */
export const openPdf = (particulars: Particulars, content: unknown): Pdf => {
  const { title, author, language, date } = particulars;
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
  const digest = createHash('sha256').update(canonicalText(content)).digest();
  identify(pdf, digest.subarray(0, 16), xmpOf(particulars));
  openWithoutBookmarks(pdf);
  registerFaces(pdf);
  return pdf;
};

/** Ends a file. */
export const bytesOf = (pdf: Pdf): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    pdf.end();
  });
