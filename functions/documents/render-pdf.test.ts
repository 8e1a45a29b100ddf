import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { aNotice } from '../../domain/documents/a-notice.test-data.ts';
import { heading, paragraph } from '../../domain/documents/blocks.ts';
import { type OfficeDocument, officeDocument } from '../../domain/documents/document.ts';
import { nodesOf, readPdf, spoken } from './read-pdf.test-data.ts';
import { renderPdf } from './render-pdf.ts';

const bytes = await renderPdf(aNotice);
const notice = await readPdf(bytes);
const { pages, raw } = notice;
const hashOf = async (document: OfficeDocument) =>
  createHash('sha256')
    .update(await renderPdf(document))
    .digest('hex');

test('a notice reads from its head to its signature in the order in which it is meant', () => {
  const all = pages.map(({ structure }) => spoken(structure)).join(' ');
  const order = [
    'Kreisverwaltung Alzey-Worms',
    'Kita-Verbund Wonnegau gGmbH Frau Đorđa Żółć-Müller Höhenstraße 12 67593 Westhofen',
    'Unser Zeichen 51.3-SRB-2026-0017',
    'Bescheid über eine Zuwendung aus dem Sozialraumbudget für das Jahr 2026 nach § 25 Abs. 5 KiTaG',
    'I. Entscheidung',
    '71.234,56 €',
    'Zuwendungsfähige Ausgaben und Anteile',
    'Summe',
    'II. Nebenbestimmungen',
    'III. Begründung',
    'IV. Rechtsbehelfsbelehrung',
    'Mit freundlichen Grüßen Im Auftrag',
    'Dr. Anneliese Weiß-Nußbaumer',
  ];
  const places = order.map((text) => all.indexOf(text));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('screen readers get headings, lists and tables as what they are', () => {
  expect(nodesOf(pages, 'H1')).toHaveLength(1);
  expect(nodesOf(pages, 'H2').map(spoken)).toEqual([
    'I. Entscheidung',
    'II. Nebenbestimmungen',
    'III. Begründung',
    'IV. Rechtsbehelfsbelehrung',
  ]);
  expect(nodesOf(pages, 'H3').map(spoken)).toEqual(['1. Sachverhalt', '2. Rechtliche Würdigung']);
  const [, conditions] = nodesOf(pages, 'L');
  expect(conditions?.children.map(({ role }) => role)).toEqual(['LI', 'LI', 'LI', 'LI', 'LI']);
  const [first] = conditions?.children ?? [];
  expect(first?.children.map(({ role }) => role)).toEqual(['Lbl', 'LBody']);
  expect(first && spoken(first)).toMatch(/^1\. Die Zuwendung darf nur/);
  const [table] = nodesOf(pages, 'Table');
  expect(table?.children.map(({ role }) => role)).toEqual(['Caption', 'TR', 'TR', 'TR', 'TR', 'TR']);
  const cells = table?.children.slice(1).map(({ children }) => children.map(({ role }) => role).join(' '));
  expect(cells).toEqual(['TH TH TH TH TH TH', ...Array(4).fill('TH TD TD TD TD TD')]);
  expect(table?.children[5]?.children.map(spoken)).toEqual([
    'Summe',
    '1,10',
    '75.557,23 €',
    '71.234,56 €',
    '42.740,74 €',
    '28.493,82 €',
  ]);
});

test('a heading cell says whether it stands above a column or before a row', () => {
  expect(raw.match(/\/Scope \/Column/g)).toHaveLength(6);
  expect(raw.match(/\/Scope \/Row/g)).toHaveLength(4);
  expect(raw.match(/\/ListNumbering \/Decimal/g)).toHaveLength(1);
});

test('whatever is drawn has a place in the structure or is marked as an artifact', () => {
  expect(pages.map(({ unmarked }) => unmarked)).toEqual(pages.map(() => []));
  const all = pages.map(({ structure }) => spoken(structure)).join(' ');
  expect(all).not.toContain('Seite 1');
  expect(all).not.toContain('Sprechzeiten');
});

test('every page has its number, the first the footer, the later ones the running head', () => {
  expect(pages.length).toBeGreaterThan(1);
  pages.forEach(({ text }, index) => {
    expect(text).toContain(`Seite ${index + 1} von ${pages.length}`);
    expect(text.includes('Sprechzeiten')).toBe(index === 0);
    expect(text.includes(aNotice.runningHead)).toBe(index > 0);
  });
});

test('the file says what it is: title, authority, language, date, and that it is made for screen readers', () => {
  expect(notice.info).toMatchObject({
    PDFFormatVersion: '1.7',
    Language: 'de-DE',
    Title: aNotice.title,
    Author: 'Kreisverwaltung Alzey-Worms',
    CreationDate: 'D:20260130000000Z',
  });
  expect(notice.marked.get('Marked')).toBe(true);
  expect(notice.preferences.get('DisplayDocTitle')).toBe(true);
  expect(notice.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(notice.xmp).toContain('<xmp:CreateDate>2026-01-30T00:00:00Z</xmp:CreateDate>');
});

test('a title with signs of XML stays what it is', async () => {
  const title = 'Müller & Söhne <Kita> "Am Bach"';
  const { info, xmp } = await readPdf(await renderPdf({ ...aNotice, title }));
  expect(info.Title).toBe(title);
  expect(xmp).toContain('Müller &#38; Söhne &#60;Kita&#62; &#34;Am Bach&#34;');
});

test('every font is embedded', () => {
  const fonts = raw.match(/\/Type \/Font\n/g) ?? [];
  expect(raw.match(/\/FontFile2 /g)).toHaveLength(2);
  expect(raw.match(/\/Subtype \/Type0/g)).toHaveLength(2);
  expect(raw.match(/\/Subtype \/CIDFontType2/g)).toHaveLength(2);
  expect(fonts).toHaveLength(4);
});

test('bookmarks lead to the headings, in their order and depth', () => {
  const titles = (nodes: typeof notice.outline): unknown[] =>
    nodes.map(({ title, items }) => (items.length > 0 ? [title, titles(items)] : title));
  const [[, parts] = []] = titles(notice.outline) as [string, unknown[]][];
  expect(parts).toEqual([
    'I. Entscheidung',
    'II. Nebenbestimmungen',
    ['III. Begründung', ['1. Sachverhalt', '2. Rechtliche Würdigung']],
    'IV. Rechtsbehelfsbelehrung',
  ]);
  expect(raw).toContain('/PageMode /UseNone');
});

test('the same document gives the same bytes, and another document others', async () => {
  const hash = createHash('sha256').update(bytes).digest('hex');
  expect(await hashOf(structuredClone(aNotice))).toBe(hash);
  const turned = Object.fromEntries(Object.entries(aNotice).toReversed()) as unknown as OfficeDocument;
  expect(await hashOf(turned)).toBe(hash);
  expect(await hashOf({ ...aNotice, date: '2026-01-31' })).not.toBe(hash);
  expect(await hashOf({ ...aNotice, title: `${aNotice.title} ` })).not.toBe(hash);
});

test('a paper is sent to nobody: its first heading is its title, and it has no window', async () => {
  const { letter: _, ...paper } = aNotice;
  const read = await readPdf(await renderPdf(paper));
  const [first] = read.pages;
  expect(first?.text).not.toContain('Kita-Verbund Wonnegau');
  expect(first?.structure.children[0]?.children.map(({ role }) => role).slice(0, 3)).toEqual([
    'P',
    'P',
    'H1',
  ]);
});

test('a document in another language says so, and counts its pages in it', async () => {
  const { pages: english, info } = await readPdf(
    await renderPdf(
      officeDocument({
        title: 'Notice',
        author: 'County',
        date: '2026-01-30',
        language: 'en-GB',
        pageLabel: 'Page {page} of {pages}',
        blocks: [heading(1, 'Notice'), paragraph('Dear Sir or Madam')],
      }),
    ),
  );
  expect(info.Language).toBe('en-GB');
  expect(english[0]?.text).toContain('Page 1 of 1');
});

test('a watermark stands across every page for the eye, and screen readers pass it by', async () => {
  const { pages: marked } = await readPdf(await renderPdf({ ...aNotice, watermark: 'Entwurf' }));
  expect(marked.map(({ text }) => text.includes('Entwurf'))).toEqual(pages.map(() => true));
  expect(marked.map(({ structure }) => structure)).toEqual(pages.map(({ structure }) => structure));
  expect(marked.map(({ unmarked }) => unmarked)).toEqual(pages.map(() => []));
});
