import encodeQr from 'qr';
import type { Pdf } from '../pdf/pdfkit.ts';

/** Modules of white around a code, which readers need to find it (ISO/IEC 18004). */
const QUIET = 4;

/** A code's modules, dark ones true, with the quiet zone. A quarter of it may be torn or dirty. */
export const qrModules = (text: string): boolean[][] =>
  encodeQr(text, 'raw', { ecc: 'quartile', border: QUIET });

/** Draws a code as filled shapes, sharp at every size: the dark modules of a row that touch are one rectangle. */
export const drawQr = (
  pdf: Pdf,
  text: string,
  { x, y, size }: { x: number; y: number; size: number },
): void => {
  const modules = qrModules(text);
  const module = size / modules.length;
  modules.forEach((row, n) => {
    for (let from = row.indexOf(true); from !== -1; ) {
      const end = row.indexOf(false, from);
      const to = end === -1 ? row.length : end;
      // A little into the next row, where a printer would else leave a hair of white.
      pdf.rect(x + from * module, y + n * module, (to - from) * module, module * 1.02);
      from = row.indexOf(true, to);
    }
  });
  pdf.fillColor('#000000').fill();
};
