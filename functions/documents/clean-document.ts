import type { OfficeDocument } from '../../domain/documents/document.ts';

/** Composed (NFC), every kind of line end as `\n`; without what cannot be seen, and what XML may not contain. */
const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}\p{Noncharacter_Code_Point}]/gu, '');

const clean = (value: unknown): unknown => {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
};

/** A document whose texts, some of them pasted by an applicant, can stand in any kind of file. */
export const cleanDocument = (document: OfficeDocument): OfficeDocument => {
  const all = clean(document) as OfficeDocument;
  const inOneLine = (text: string) => text.replaceAll('\n', ' ');
  return {
    ...all,
    title: inOneLine(all.title),
    author: inOneLine(all.author),
    runningHead: inOneLine(all.runningHead),
    ...(all.watermark !== undefined && { watermark: inOneLine(all.watermark) }),
  };
};
