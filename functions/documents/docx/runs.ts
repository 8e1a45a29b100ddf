import { type IParagraphOptions, PageNumber, Paragraph, Tab, TextRun } from 'docx';

/** An amount and its unit, a § and its number stay in one line. */
const kept = (text: string) => text.replace(/(?<=\d) (?=[%€])|(?<=§) (?=\d)/g, '\u00a0');

/** A text as runs; its line breaks stay in the same paragraph. */
export const runsOf = (text: string, style: { bold?: boolean } = {}): TextRun[] =>
  text
    .split('\n')
    .map((line, index) => new TextRun({ ...style, text: kept(line), break: index === 0 ? 0 : 1 }));

export const textParagraph = (text: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: runsOf(text) });

/** To the next tab stop: a character would be a space to Word. */
export const tab = (): TextRun => new TextRun({ children: [new Tab()] });

/** The label of a page, its numbers as fields that Word fills in. */
export const pageLabelRun = (label: string): TextRun =>
  new TextRun({
    children: label
      .split(/(\{pages?\})/)
      .map((part) =>
        part === '{page}' ? PageNumber.CURRENT : part === '{pages}' ? PageNumber.TOTAL_PAGES : part,
      ),
  });
