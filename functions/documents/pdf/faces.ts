import { fontFile } from '#document-fonts';
import { hasGlyph, type Pdf, withoutLigatures } from './pdfkit.ts';

/**
 * Noto Sans in two weights. `signs` is Noto Sans Math in one, for what Noto Sans lacks of DIN 91379 (∞ ≤ ≥) and for the
 * arrows, roots and ticks that people paste into their texts.
 */
const faces = ['regular', 'bold', 'signs'] as const;
/** `arabic` is Noto Sans Arabic in one weight, for posters. */
export type Face = (typeof faces)[number] | 'arabic';

/**
 * Makes the faces known to a file, which embeds those that a text needs. They are parsed anew for every file: a parsed
 * font remembers which character it last drew with a glyph, and a file must not depend on the ones before it.
 */
export const registerFaces = (pdf: Pdf): void => {
  for (const face of faces) {
    pdf.registerFont(face, Buffer.from(fontFile(face))).font(face);
    withoutLigatures(pdf);
  }
};

/** Makes the Arabic letters known to a file, which need ligatures. */
export const registerArabic = (pdf: Pdf): void => {
  pdf.registerFont('arabic', Buffer.from(fontFile('arabic')));
};

const covers = (pdf: Pdf, face: Face, text: string): boolean => {
  pdf.font(face);
  return [...text].every((char) => hasGlyph(pdf, char.codePointAt(0) ?? 0));
};

/** Both weights of Noto Sans have the same characters. Letters of Noto Sans Math are for formulas, not for words. */
const faceFor = (pdf: Pdf, text: string): Face | undefined => {
  if (covers(pdf, 'regular', text)) return 'regular';
  return !/\p{L}/u.test(text) && covers(pdf, 'signs', text) ? 'signs' : undefined;
};

const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' });

/** What a reader sees as one character each: a letter with its marks is never parted. */
export const charactersOf = (text: string): string[] =>
  [...graphemes.segment(text)].map(({ segment }) => segment);

/**
 * Noto Sans draws these of two glyphs. Composed, they would leave their own character with the glyph of their base, and
 * every m of the file would be read aloud as ṃ; so each mark is named beside its base.
 */
const DRAWN_OF_TWO = /[ǹḿṃṅṣẹịọụ]/g;

const COMMON = /^[\n -~ÄÖÜäöüß§€–„“]*$/;

/** A clean text as the fonts can show it: what none of them has becomes U+FFFD, since a file must have every glyph. */
export const printable = (pdf: Pdf, text: string): string => {
  if (COMMON.test(text)) return text;
  return charactersOf(text)
    .map((one) => (one === '\n' || faceFor(pdf, one) ? one : '\ufffd'))
    .join('')
    .replace(DRAWN_OF_TWO, (char) => char.normalize('NFD'));
};

/** A line cut where its face changes. */
export const runsOf = (pdf: Pdf, face: Face, line: string): { face: Face; text: string }[] => {
  if (COMMON.test(line)) return [{ face, text: line }];
  const runs: { face: Face; text: string }[] = [];
  for (const text of charactersOf(line)) {
    const own = faceFor(pdf, text) === 'signs' ? 'signs' : face;
    const last = runs.at(-1);
    if (last?.face === own) last.text += text;
    else runs.push({ face: own, text });
  }
  return runs;
};
