import { directionOf, type Language } from '../../../domain/languages/language.ts';
import { registerArabic } from '../pdf/faces.ts';
import { baselineOf, tagged } from '../pdf/flow.ts';
import { drawLine, linesOf, widthOf } from '../pdf/lines.ts';
import { bytesOf, openPdf } from '../pdf/open-pdf.ts';
import { addBookmark, type Element, type Pdf } from '../pdf/pdfkit.ts';
import { mm, sheet } from '../pdf/sheet.ts';
import type { Style } from '../pdf/styles.ts';
import { type Poster, type PosterFrame, posterAddress } from './poster.ts';
import { dayOnPoster, sayAround, sayOnPoster } from './poster-words.ts';
import { drawQr } from './qr.ts';
import { drawRtlLine, rtlLines } from './rtl-lines.ts';

const BLACK = '#000000';
const style = (face: Style['face'], size: number): Style => ({
  face,
  size,
  leading: size * 1.3,
  color: BLACK,
});
const look = {
  unit: style('bold', 28),
  call: style('bold', 18),
  until: style('regular', 13),
  how: style('regular', 13),
  address: style('bold', 22),
  foot: style('regular', 13),
} as const;

/** Read from two metres away it must be found, and from one it must be caught by a camera. */
const LARGEST_CODE = mm(100);

/** What a page is drawn on, from above. */
interface Drawn {
  pdf: Pdf;
  parent: Element;
  y: number;
}

const child = (drawn: Drawn, kind: string, options: PDFKit.Mixins.StructureElementOptions = {}): Element => {
  const element = drawn.pdf.struct(kind, options);
  drawn.parent.add(element);
  return element;
};

/** Lines from left to right, at the left edge or in the middle. */
const write = (
  drawn: Drawn,
  kind: string,
  { text, style, lang, middle }: { text: string; style: Style; lang?: Language; middle?: boolean },
) => {
  const { pdf } = drawn;
  const element = child(drawn, kind, lang ? { lang } : {});
  const lines = linesOf(pdf, style, text, sheet.text);
  tagged(pdf, element, kind, () => {
    for (const line of lines) {
      const x = middle ? (sheet.width - line.width) / 2 : sheet.left;
      drawLine(pdf, style, line.text, x, drawn.y + baselineOf(style));
      drawn.y += style.leading;
    }
  });
  element.end();
};

/** Lines from right to left. Shaped letters are no text any more: the element says what it reads. */
const writeRtl = (drawn: Drawn, { text, style, lang }: { text: string; style: Style; lang: Language }) => {
  const { pdf } = drawn;
  const element = child(drawn, 'P', { lang, actual: text });
  tagged(pdf, element, 'P', () => {
    for (const words of rtlLines(pdf, style, text, sheet.text)) {
      drawRtlLine(pdf, style, words, sheet.right, drawn.y + baselineOf(style));
      drawn.y += style.leading;
    }
  });
  element.end();
};

/** One sentence and the last day in one of the languages. */
const writeCall = (drawn: Drawn, lang: Language, { group, until }: Poster) => {
  const parts = [
    { text: sayOnPoster(lang, group), style: look.call, lang },
    { text: sayOnPoster(lang, 'until', { date: dayOnPoster(lang, until) }), style: look.until, lang },
  ];
  for (const part of parts)
    if (directionOf(lang) === 'rtl') writeRtl(drawn, part);
    else write(drawn, 'P', part);
  drawn.y += mm(4);
};

/** A line in the middle that is never broken: smaller where it would be too wide. */
const writeFitting = (drawn: Drawn, text: string, of: Style) => {
  const { pdf } = drawn;
  const size = of.size * Math.min(1, sheet.text / widthOf(pdf, of, text));
  const fitting = style(of.face, size);
  const element = child(drawn, 'P');
  tagged(pdf, element, 'P', () =>
    drawLine(pdf, fitting, text, (sheet.width - widthOf(pdf, fitting, text)) / 2, drawn.y + baselineOf(of)),
  );
  element.end();
  drawn.y += of.leading;
};

const inGroups = (link: string) => `${link.slice(0, 5)} ${link.slice(5)}`;

const drawPoster = (pdf: Pdf, root: Element, poster: Poster, { office, languages, site }: PosterFrame) => {
  pdf.addPage();
  const parent = pdf.struct('Sect');
  root.add(parent);
  const drawn: Drawn = { pdf, parent, y: mm(18) };
  const { group, unit, link } = poster;
  const name = group === 'parents' ? unit : sayAround('area', { name: unit });
  addBookmark(pdf.outline, name, drawn.y, pdf.page);
  write(drawn, 'H1', { text: name, style: look.unit });
  drawn.y += mm(6);
  for (const language of languages) writeCall(drawn, language, poster);

  const address = posterAddress(site, link);
  const below = look.how.leading + 2 * look.address.leading + look.foot.leading * 2 + mm(22);
  const size = Math.min(LARGEST_CODE, sheet.height - drawn.y - below);
  const figure = child(drawn, 'Figure', { alt: sayAround('picture', { address }) });
  tagged(pdf, figure, 'Figure', () =>
    drawQr(pdf, address, { x: (sheet.width - size) / 2, y: drawn.y, size }),
  );
  figure.end();
  drawn.y += size;
  write(drawn, 'P', { text: sayAround('how'), style: look.how, middle: true });
  writeFitting(drawn, `${site.replace(/^https?:\/\//, '')}/umfrage`, look.address);
  writeFitting(drawn, `${sayAround('code')} ${inGroups(link)}`, look.address);
  drawn.y = sheet.height - mm(12) - look.foot.leading;
  write(drawn, 'P', { text: sayAround('who', { office }), style: look.foot, middle: true });
  parent.end();
};

/**
 * Posters as one PDF in A4, a page each: the unit's name, one sentence and the last day in each of the county's languages, a
 * code to point a camera at, the address to type, and who asks. Tagged, fonts embedded, the code drawn as shapes.
 */
export const renderPosters = async (posters: readonly Poster[], frame: PosterFrame): Promise<Uint8Array> => {
  const { office, date } = frame;
  const particulars = { title: sayAround('file'), author: office, language: 'de', date };
  const pdf = openPdf(particulars, { posters, frame });
  if (frame.languages.some((one) => directionOf(one) === 'rtl')) registerArabic(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  for (const poster of posters) drawPoster(pdf, root, poster, frame);
  root.end();
  return bytesOf(pdf);
};
