import type { OfficeDocument } from '../../../domain/documents/document.ts';
import { printable } from './faces.ts';
import { artifact } from './flow.ts';
import { drawLine, linesOf, widthOf } from './lines.ts';
import type { Pdf } from './pdfkit.ts';
import { body, furniture, mm, sheet } from './sheet.ts';
import { FAINT_RULE, styles } from './styles.ts';

const rule = (pdf: Pdf, y: number) =>
  pdf.lineWidth(0.5).strokeColor(FAINT_RULE).moveTo(sheet.left, y).lineTo(sheet.right, y).stroke();

const footerColumns = (pdf: Pdf, footer: string[][]) => {
  const width = sheet.text / Math.max(1, footer.length);
  return footer.map((lines, index) => ({
    x: sheet.left + index * width,
    lines: linesOf(pdf, styles.footer, lines.join('\n'), width - mm(4)),
  }));
};

/** How high the first page's text may reach down, above the columns at its foot. */
export const firstBottom = (pdf: Pdf, footer: string[][]): number => {
  const lines = Math.max(0, ...footerColumns(pdf, footer).map((column) => column.lines.length));
  return lines === 0 ? body.bottom : furniture.footerBottom - lines * styles.footer.leading - mm(8);
};

const drawFooter = (pdf: Pdf, footer: string[][]) => {
  const columns = footerColumns(pdf, footer);
  const lines = Math.max(0, ...columns.map((column) => column.lines.length));
  if (lines === 0) return;
  const top = furniture.footerBottom - lines * styles.footer.leading;
  rule(pdf, top - mm(1.5));
  for (const { x, lines } of columns)
    lines.forEach(({ text }, index) => {
      drawLine(pdf, styles.footer, text, x, top + (index + 0.8) * styles.footer.leading);
    });
};

/** One line, cut with an ellipsis where it is too long for the page. */
const drawRunningHead = (pdf: Pdf, text: string) => {
  const line = printable(pdf, text);
  const [first] = linesOf(pdf, styles.running, line, sheet.text - mm(5));
  if (!first) return;
  const whole = first.text.trimEnd() === line.trimEnd();
  drawLine(
    pdf,
    styles.running,
    whole ? line : `${first.text.trimEnd()} …`,
    sheet.left,
    furniture.runningHead,
  );
  rule(pdf, furniture.runningRule);
};

/** As strong as it may be without a letter below it being harder to read. */
const WATERMARK_OPACITY = 0.08;

/** From the lower left to the upper right, through the middle of the page; smaller where it would not fit. */
const drawWatermark = (pdf: Pdf, text: string) => {
  const line = printable(pdf, text);
  const [x, y] = [sheet.width / 2, sheet.height / 2];
  const size = Math.min(1, mm(240) / widthOf(pdf, styles.watermark, line)) * styles.watermark.size;
  const style = { ...styles.watermark, size };
  pdf
    .save()
    .rotate(-52, { origin: [x, y] })
    .fillOpacity(WATERMARK_OPACITY);
  drawLine(pdf, style, line, x - widthOf(pdf, style, line) / 2, y + size / 3);
  pdf.restore();
};

/** What stands around the text of every page; its number of pages is known when all have been written. */
export const drawFurniture = (
  pdf: Pdf,
  { footer, runningHead, pageLabel, watermark }: OfficeDocument,
): void => {
  const { count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    pdf.switchToPage(index);
    if (watermark) artifact(pdf, 'Layout', () => drawWatermark(pdf, watermark));
    artifact(pdf, 'Pagination', () => {
      if (index === 0) drawFooter(pdf, footer);
      else drawRunningHead(pdf, runningHead);
      const label = printable(
        pdf,
        pageLabel.replace('{page}', String(index + 1)).replace('{pages}', String(count)),
      );
      drawLine(
        pdf,
        styles.running,
        label,
        sheet.right - widthOf(pdf, styles.running, label),
        furniture.pageLabel,
      );
    });
  }
};
