import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aNotice } from '../../domain/documents/a-notice.test-data.ts';
import {
  type Block,
  heading,
  list,
  numbered,
  pairs,
  paragraph,
  table,
} from '../../domain/documents/blocks.ts';
import { officeDocument } from '../../domain/documents/document.ts';
import { renderDocx } from './render-docx.ts';

/** The parts of the archive as text. */
const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

const elements = (xml: string | undefined, name: string): string[] =>
  xml?.match(new RegExp(`<w:${name}(?: [^>]*)?>.*?</w:${name}>`, 'gs')) ?? [];
const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<w:tab\/>/g)]
    .map(([, text]) => text ?? ' ')
    .join('')
    .replaceAll('\u00a0', ' ');

const notice = partsOf(await renderDocx(aNotice));
const body = notice['word/document.xml'] ?? '';

const bodyOf = async (blocks: Block[]) =>
  partsOf(
    await renderDocx(
      officeDocument({
        title: 'Vorlage',
        author: 'Amt',
        date: '2026-01-30',
        blocks: [heading(1, 'Vorlage'), ...blocks],
      }),
    ),
  )['word/document.xml'];

test('headings are Word’s own, so that its navigation finds them', () => {
  const headings = elements(body, 'p').flatMap((one) => {
    const level = /<w:pStyle w:val="Heading(\d)"\/>/.exec(one)?.[1];
    return level ? [`${level} ${textOf(one)}`] : [];
  });
  expect(headings).toEqual([
    '1 Bescheid über eine Zuwendung aus dem Sozialraumbudget für das Jahr 2026 nach § 25 Abs. 5 KiTaG',
    '2 I. Entscheidung',
    '2 II. Nebenbestimmungen',
    '2 III. Begründung',
    '3 1. Sachverhalt',
    '3 2. Rechtliche Würdigung',
    '2 IV. Rechtsbehelfsbelehrung',
  ]);
});

test('the first row of a table is a heading row, which Word repeats, and no row is torn', () => {
  const [rows] = elements(body, 'tbl').map((one) => elements(one, 'tr'));
  expect(rows).toHaveLength(5);
  expect(rows?.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, false, false, false, false]);
  expect(rows?.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
  expect(rows?.at(-1) && textOf(rows.at(-1) ?? '')).toBe(
    'Summe1,1075.557,23 €71.234,56 €42.740,74 €28.493,82 €',
  );
});

test('the file says its language, title, authority and date', () => {
  expect(notice['word/styles.xml']).toContain('<w:lang w:val="de-DE"/>');
  const core = notice['docProps/core.xml'];
  expect(core).toContain(`<dc:title>${aNotice.title}</dc:title>`);
  expect(core).toContain('<dc:creator>Kreisverwaltung Alzey-Worms</dc:creator>');
  expect(core?.match(/2026-01-30T00:00:00Z/g)).toHaveLength(2);
});

test('pages have their numbers as fields, the first the letterhead and the footer', () => {
  const parts = Object.entries(notice);
  const footers = parts.filter(([name]) => /footer\d\.xml$/.test(name)).map(([, xml]) => xml);
  expect(footers).toHaveLength(2);
  for (const footer of footers) {
    expect(footer).toMatch(/PAGE<.*NUMPAGES</s);
    expect(textOf(footer)).toMatch(/Seite {2}von $/);
  }
  expect(footers.filter((footer) => footer.includes('Sprechzeiten'))).toHaveLength(1);
  expect(body).toContain('<w:titlePg/>');
});

test('each numbered list begins at 1', async () => {
  const xml = await bodyOf([numbered(['a', 'b']), paragraph('Text'), numbered(['c']), list(['d'])]);
  const numbers = [...(xml ?? '').matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
  expect(numbers).toHaveLength(4);
  expect(numbers[0]).toBe(numbers[1]);
  expect(new Set(numbers).size).toBe(3);
});

test('line breaks stay in their paragraph, pairs in their line', async () => {
  const xml = await bodyOf([paragraph('eins\nzwei'), pairs([{ label: 'Träger', value: 'Kita gGmbH' }])]);
  const [, broken = '', pair = ''] = elements(xml, 'p');
  expect(textOf(broken)).toBe('eins zwei');
  expect(textOf(pair)).toBe('Träger Kita gGmbH');
});

test('an empty table says so instead of showing nothing', async () => {
  const xml = await bodyOf([table([{ label: 'Stelle', align: 'start' }], [], { empty: 'keine beantragt' })]);
  expect(elements(xml, 'tbl')).toEqual([]);
  expect(textOf(xml ?? '')).toContain('keine beantragt');
});

test('what XML may not contain is not there, what it would misread is escaped', async () => {
  const xml = await bodyOf([paragraph('a\u0000b\u000bc\uffff <d> & "e" \ud83d'), paragraph('ẞ C̨̆ 😊')]);
  expect(xml).toContain('abc &lt;d&gt; &amp; ');
  expect(xml).toContain('ẞ C̨̆ 😊');
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('the same document gives the same bytes years later', async () => {
  vi.setSystemTime('2026-01-30T10:00:00Z');
  const first = await renderDocx(aNotice);
  vi.setSystemTime('2031-07-01T22:30:00Z');
  expect(Buffer.compare(first, await renderDocx(structuredClone(aNotice)))).toBe(0);
});

test('a draft says so in the head of every page, where Word’s readers hear it', async () => {
  const draft = partsOf(await renderDocx({ ...aNotice, watermark: 'Entwurf' }));
  const heads = Object.keys(draft).filter((name) => /^word\/header\d+\.xml$/.test(name));
  expect(heads).toHaveLength(2);
  for (const name of heads) expect(textOf(draft[name] ?? '')).toMatch(/^Entwurf/);
});
