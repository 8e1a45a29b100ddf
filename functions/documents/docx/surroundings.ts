import { AlignmentType, Footer, Header, Paragraph } from 'docx';
import type { OfficeDocument } from '../../../domain/documents/document.ts';
import { pairParagraphs } from './parts-of.ts';
import { pageLabelRun, runsOf, tab, textParagraph } from './runs.ts';
import { SMALL, sheet, twips } from './sheet.ts';

const pageLabel = (label: string) =>
  new Paragraph({ style: SMALL, alignment: AlignmentType.RIGHT, children: [pageLabelRun(label)] });

/** What stands above and below the pages: the letterhead and its columns on the first, the short title on the others. */
export const surroundings = ({
  letterhead,
  runningHead,
  footer,
  watermark,
  pageLabel: label,
}: OfficeDocument) => {
  const [authority = '', ...units] = letterhead;
  // Word keeps watermarks in drawings, which screen readers skip and people paste over: here it is a line of the head.
  const mark = watermark
    ? [new Paragraph({ spacing: { after: 0 }, children: runsOf(watermark, { bold: true }) })]
    : [];
  const lines = Array.from({ length: Math.max(0, ...footer.map((column) => column.length)) });
  const columns = lines.map(
    (_, line) =>
      new Paragraph({
        style: SMALL,
        spacing: { after: 0 },
        tabStops: footer.map((_, index) => ({
          type: 'left',
          position: Math.round((index * sheet.text) / footer.length),
        })),
        children: footer.flatMap((column, index) => [
          ...(index > 0 ? [tab()] : []),
          ...runsOf(column[line] ?? ''),
        ]),
      }),
  );
  return {
    headers: {
      first: new Header({
        children: [
          ...mark,
          new Paragraph({ spacing: { after: 0 }, children: runsOf(authority, { bold: true }) }),
          ...units.map((unit) => textParagraph(unit, { spacing: { after: 0 } })),
        ],
      }),
      default: new Header({ children: [...mark, textParagraph(runningHead, { style: SMALL })] }),
    },
    footers: {
      first: new Footer({ children: [...columns, pageLabel(label)] }),
      default: new Footer({ children: [pageLabel(label)] }),
    },
  };
};

/** To whom a letter goes, and its information block, one below the other: no text boxes, which screen readers skip. */
export const letterParts = ({ letter }: OfficeDocument): Paragraph[] =>
  letter
    ? [
        textParagraph(letter.address.sender, { style: SMALL, spacing: { before: 300, after: 60 } }),
        textParagraph(letter.address.recipient.join('\n'), { spacing: { after: 400 } }),
        ...pairParagraphs(letter.information, twips(40)),
        new Paragraph({ spacing: { after: 200 } }),
      ]
    : [];
