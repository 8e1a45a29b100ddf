import { charactersOf, printable, runsOf } from './faces.ts';
import type { Pdf } from './pdfkit.ts';
import type { Style } from './styles.ts';

export interface Line {
  /** Ends with the space at which it was broken, so that who listens hears two words. */
  text: string;
  /** Without that space. */
  width: number;
}

/** How wide a text is in one line; it must be printable. */
export const widthOf = (pdf: Pdf, style: Style, text: string): number => {
  let width = 0;
  for (const run of runsOf(pdf, style.face, text)) {
    pdf.font(run.face, style.size);
    width += pdf.widthOfString(run.text);
  }
  return width;
};

/** After these a number or a word follows that belongs to them: `§ 25`, `Abs. 5`, `z. B.`; and `60 %` stays together. */
const BREAK =
  /(?<= )(?<!(?:§|Abs\.|Art\.|Nr\.|Satz|Az\.|z\.|d\.|u\.|i\.) )(?! |%|€|EUR\b)|(?<=\p{L}\p{M}*[-–/@])(?=\p{L}{2})/u;

/** A word wider than the line, cut where it fits: counted character by character, then measured as it will be drawn. */
const cutWord = (pdf: Pdf, style: Style, word: string, width: number): string[] => {
  const rest = charactersOf(word);
  const parts: string[] = [];
  while (rest.length > 0) {
    let count = 1;
    let used = widthOf(pdf, style, rest[0] ?? '');
    while (count < rest.length && used <= width) used += widthOf(pdf, style, rest[count++] ?? '');
    while (count > 1 && widthOf(pdf, style, rest.slice(0, count).join('')) > width) count--;
    parts.push(rest.splice(0, count).join(''));
  }
  return parts;
};

const breakOne = (pdf: Pdf, style: Style, text: string, width: number): Line[] => {
  const lines: Line[] = [];
  let line = '';
  const end = () => {
    lines.push({ text: line, width: widthOf(pdf, style, line.trimEnd()) });
    line = '';
  };
  const fits = (more: string) => widthOf(pdf, style, (line + more).trimEnd()) <= width;
  for (const piece of text.split(BREAK)) {
    if (line && !fits(piece)) end();
    if (fits(piece)) line += piece;
    else {
      const bare = piece.trimEnd();
      cutWord(pdf, style, bare, width).forEach((part, index) => {
        if (index > 0) end();
        line = part;
      });
      line += piece.slice(bare.length);
    }
  }
  end();
  return lines;
};

/** The lines of a text, broken at spaces, after hyphens, and within a word only where it is wider than the line. */
export const linesOf = (pdf: Pdf, style: Style, text: string, width: number): Line[] => {
  const parts = printable(pdf, text).split('\n');
  return parts.flatMap((part, index) => {
    const lines = breakOne(pdf, style, part, width);
    const last = lines.at(-1);
    if (last && index < parts.length - 1 && !last.text.endsWith(' ')) last.text += ' ';
    return lines;
  });
};

/** The widest word of a text: narrower no column can be without cutting one. */
export const widestWord = (pdf: Pdf, style: Style, text: string): number =>
  Math.max(
    0,
    ...printable(pdf, text)
      .split('\n')
      .flatMap((line) => line.split(BREAK))
      .map((piece) => widthOf(pdf, style, piece.trimEnd())),
  );

/** Draws one line; `baseline` is its height on the page. */
export const drawLine = (pdf: Pdf, style: Style, text: string, x: number, baseline: number): void => {
  let at = x;
  for (const run of runsOf(pdf, style.face, text)) {
    pdf
      .font(run.face, style.size)
      .fillColor(style.color)
      .text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
    at += pdf.widthOfString(run.text);
  }
};
