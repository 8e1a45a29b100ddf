import { widthOf } from '../pdf/lines.ts';
import type { Pdf } from '../pdf/pdfkit.ts';
import type { Style } from '../pdf/styles.ts';

/** A word with the style that has its letters: numbers stand in Latin digits, as they do in Germany. */
const styled = (style: Style, word: string): Style => ({
  ...style,
  face: /\p{Script=Arabic}/u.test(word) ? 'arabic' : 'bold',
});

const widthOfWord = (pdf: Pdf, style: Style, word: string): number => {
  const { face, size } = styled(style, word);
  if (face !== 'arabic') return widthOf(pdf, { ...style, face }, word);
  pdf.font(face, size);
  return pdf.widthOfString(word);
};

const SPACE = 0.28;

/** The lines of a text that is written from right to left, each as its words in the order in which they are read. */
export const rtlLines = (pdf: Pdf, style: Style, text: string, width: number): string[][] => {
  const lines: string[][] = [];
  let used = 0;
  for (const word of text.split(' ')) {
    const own = widthOfWord(pdf, style, word);
    const line = lines.at(-1);
    if (line && used + SPACE * style.size + own <= width) {
      line.push(word);
      used += SPACE * style.size + own;
    } else {
      lines.push([word]);
      used = own;
    }
  }
  return lines;
};

/**
 * Draws a line from right to left, word by word: each is shaped by itself, and a number in its own direction stays one.
 * @param right where it begins
 */
export const drawRtlLine = (
  pdf: Pdf,
  style: Style,
  words: readonly string[],
  right: number,
  baseline: number,
): void => {
  let at = right;
  for (const word of words) {
    const { face, size, color } = styled(style, word);
    at -= widthOfWord(pdf, style, word);
    pdf
      .font(face, size)
      .fillColor(color)
      .text(word, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
    at -= SPACE * size;
  }
};
