import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aNotice } from '../../domain/documents/a-notice.test-data.ts';
import {
  type Block,
  heading,
  list,
  numbered,
  pageBreak,
  pairs,
  paragraph,
  signature,
  space,
  table,
} from '../../domain/documents/blocks.ts';
import { officeDocument } from '../../domain/documents/document.ts';
import { nodesOf, readPdf, spoken } from './read-pdf.test-data.ts';
import { renderPdf } from './render-pdf.ts';

const read = async (blocks: Block[]) =>
  readPdf(await renderPdf(officeDocument({ ...aNotice, blocks: [heading(1, 'Betreff'), ...blocks] })));
type Read = Awaited<ReturnType<typeof read>>;

const columns = [
  { label: 'Kita', align: 'start' },
  { label: 'Begründung', align: 'start' },
  { label: 'Betrag', align: 'end' },
] as const;

/** About so many characters of plain German. */
const prose = (length: number) =>
  'Die Einrichtung liegt in einem Sozialraum mit besonderem Bedarf. '
    .repeat(Math.ceil(length / 65))
    .slice(0, length);

const wholeText = ({ pages }: Read) => pages.map(({ structure }) => spoken(structure)).join('');

const sound = ({ pages, glyphs }: Read) => {
  for (const { unmarked, lowest, farthest } of pages) {
    expect(unmarked).toEqual([]);
    // Above the page's number, and within the margin of 20 mm.
    expect(lowest).toBeGreaterThan((297 - 282) * (72 / 25.4));
    expect(farthest).toBeLessThan(190 * (72 / 25.4) + 0.01);
  }
  expect(glyphs.has(0)).toBe(false);
};

test('two hundred rows go over several pages; each shows the names of the columns, a screen reader hears them once', async () => {
  const rows = Array.from({ length: 200 }, (_, n) => [`Kita ${n + 1}`, 'Bedarf', `${n + 1},00 €`]);
  const all = await read([table([...columns], rows, { total: ['Summe', '', '20.100,00 €'] })]);
  sound(all);
  expect(all.pages.length).toBeGreaterThan(4);
  for (const { text } of all.pages) expect(text).toContain('Begründung');
  const cells = nodesOf(all.pages, 'TH').map(spoken);
  expect(cells.filter((text) => text.trim() === 'Begründung')).toHaveLength(1);
  expect(cells.filter((text) => text.startsWith('Kita '))).toEqual(rows.map(([name]) => name));
  expect(nodesOf(all.pages, 'TR')).toHaveLength(202);
  expect(all.raw.match(/\/S \/Table\b/g)).toHaveLength(1);
  // The sum is never alone on its page.
  expect(all.pages.at(-1)?.text).toContain('Kita 200');
});

test('a row that no page can hold goes on over the next ones', async () => {
  const reason = prose(9000);
  const all = await read([
    table(
      [...columns],
      [
        ['Kita 1', reason, '1,00 €'],
        ['Kita 2', 'kurz', '2,00 €'],
      ],
    ),
  ]);
  sound(all);
  expect(all.pages.length).toBeGreaterThan(2);
  const parts = nodesOf(all.pages, 'TD').map(({ text }) => text);
  expect(parts.filter((text) => reason.includes(text)).join('')).toBe(reason);
  expect(all.raw.match(/\/S \/TR\b/g)).toHaveLength(3);
});

test('a row that a page can hold stays on it in one piece', async () => {
  const rows = Array.from({ length: 12 }, (_, n) => [`Kita ${n + 1}`, prose(700), '1,00 €']);
  const all = await read([table([...columns], rows)]);
  sound(all);
  const parts = all.pages.flatMap((page) =>
    nodesOf([page], 'TR')
      .map(spoken)
      .filter((text) => text.includes('Bedarf')),
  );
  expect(parts).toHaveLength(12);
});

test('an empty table says so instead of showing nothing', async () => {
  const all = await read([table([...columns], [], { caption: 'Stellen', empty: 'keine beantragt' })]);
  expect(nodesOf(all.pages, 'Table')).toEqual([]);
  expect(wholeText(all)).toContain('Stellen: keine beantragt');
});

test('an empty list and no pairs leave no trace', async () => {
  const all = await read([list([]), pairs([]), paragraph('Ende')]);
  expect(nodesOf(all.pages, 'L')).toHaveLength(1);
  sound(all);
});

test('long paragraphs, list items and values lose nothing where a page ends', async () => {
  const text = prose(3000);
  const all = await read([
    paragraph(text),
    numbered([text, text]),
    pairs([{ label: 'Begründung nach dem Sozialraumkonzept des Landkreises', value: text }]),
    paragraph(text, 'small'),
  ]);
  sound(all);
  expect(all.pages.length).toBeGreaterThan(3);
  expect(wholeText(all).split(text)).toHaveLength(6);
});

test.each(['Donaudampfschifffahrtsgesellschaft', 'ệ', 'K\u035fh'])(
  'a word without end is cut where the line ends, never within a letter: %s and so on',
  async (part) => {
    const word = part.repeat(3000 / part.length);
    const all = await read([
      paragraph(word),
      list([word]),
      pairs([{ label: word.slice(0, 90), value: word }]),
      table([...columns], [[word.slice(0, 300), word, '1,00 €']], { caption: word.slice(0, 300) }),
    ]);
    sound(all);
    expect(wholeText(all).split(word.normalize('NFC'))).toHaveLength(5);
  },
);

test('a § stays with its number and an amount with its unit, wherever the line ends', async () => {
  const sentences = Array.from({ length: 60 }, (_, n) => `${'Land '.repeat(8)}${'n'.repeat(n)} `);
  const { pages } = await read(
    sentences.map((start) => paragraph(`${start.repeat(2)}§ 25 Abs. 5 KiTaG, z. B. 60 % von 1,00 €.`)),
  );
  const lines = pages.flatMap(({ text }) => text.split('\n'));
  expect(lines.filter((line) => /(§|Abs\.|z\.)$|^(%|€)/.test(line.trim()))).toEqual([]);
  expect(lines.filter((line) => line.startsWith('60 %')).length).toBeGreaterThan(0);
});

test('a heading stays with what follows, a signature with what precedes', async () => {
  for (let lines = 19; lines < 30; lines++) {
    const { pages } = await read([
      paragraph(Array.from({ length: lines }, (_, n) => `Zeile ${n}`).join('\n')),
      heading(2, 'Überschrift'),
      paragraph(`${prose(150)} Schluss`),
      signature('Name', { closing: 'Im Auftrag', line: true }),
    ]);
    const headed = pages.filter((page) => nodesOf([page], 'H2').length > 0);
    expect(
      headed.map((page) => nodesOf([page], 'P').some(({ text }) => text.startsWith('Die Einr'))),
    ).toEqual([true]);
    const signed = pages.filter(({ text }) => text.includes('Im Auftrag'));
    expect(signed.map(({ text }) => text.includes('Schluss') && text.includes('Name'))).toEqual([true]);
  }
});

test('a page break begins a page, and makes no empty one', async () => {
  const { pages } = await read([pageBreak(), paragraph('eins'), pageBreak(), pageBreak(), paragraph('zwei')]);
  expect(pages.map(({ text }) => /eins|zwei/.exec(text)?.[0])).toEqual([undefined, 'eins', 'zwei']);
});

const words = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom('Kita', 'Zuwendung', '§ 25', 'Abs. 5', 'ab-cd', '60 %', 'Ö', 'x/y', 'Ị'),
    },
    { weight: 1, arbitrary: fc.constantFrom('\n', '\n\n', '  ', 'Rindfleischetikettierung'.repeat(12)) },
  ),
  { minLength: 1, maxLength: 250 },
);
const text = words.map((all) => all.join(' '));
const short = words.map((all) => all.join(' ').slice(0, 60));
const block: fc.Arbitrary<Block> = fc.oneof(
  text.map((one) => paragraph(one)),
  short.map((one) => heading(2, one)),
  fc.array(text, { maxLength: 6 }).map(list),
  fc.array(text, { maxLength: 12 }).map(numbered),
  fc.array(fc.record({ label: short, value: text }), { maxLength: 8 }).map(pairs),
  fc
    .tuple(
      fc.array(
        fc.tuple(
          short,
          text.map((one) => one.slice(0, 600)),
          short,
        ),
        { maxLength: 20 },
      ),
      fc.option(short, { nil: undefined }),
    )
    .map(([rows, caption]) =>
      table([...columns], rows, caption === undefined ? {} : { caption, total: ['Σ', caption, '1'] }),
    ),
  fc.record({ closing: short, role: short, line: fc.boolean() }).map((more) => signature('Name', more)),
  fc.integer({ min: 0, max: 60 }).map(space),
  fc.constant(pageBreak()),
);

/** Every text of a block, in the order in which it is read. */
const textsOf = (one: Block): string[] => {
  switch (one.kind) {
    case 'heading':
    case 'paragraph':
      return [one.text];
    case 'list':
      return one.items;
    case 'pairs':
      return one.pairs.flatMap(({ label, value }) => [label, value]);
    case 'table':
      return one.rows.length === 0
        ? [one.caption ?? '', one.empty]
        : [one.caption ?? '', ...columns.map(({ label }) => label), ...one.rows.flat(), ...(one.total ?? [])];
    case 'signature':
      return [one.closing ?? '', one.name, one.role ?? ''];
    default:
      return [];
  }
};

const bare = (one: string) => one.normalize('NFC').replaceAll(/\s/g, '');

test('whatever a document is made of, every word is read once and in order, and nothing leaves its page', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 6 }), async (blocks) => {
      const all = await read(blocks);
      sound(all);
      const said = bare(wholeText(all));
      let at = said.indexOf('Betreff');
      for (const one of blocks.flatMap(textsOf).map(bare)) {
        const next = said.indexOf(one, at);
        expect(next).toBeGreaterThanOrEqual(at);
        at = next + one.length;
      }
    }),
    { numRuns: 12 },
  );
});
