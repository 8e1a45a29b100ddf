import { expect, test } from 'vitest';
import { type Block, heading, paragraph, table } from './blocks.ts';
import { DocumentError } from './check-blocks.ts';
import { officeDocument } from './document.ts';

const documentOf = (blocks: Block[]) =>
  officeDocument({ title: 'Bescheid', author: 'Kreisverwaltung', date: '2026-01-30', blocks });

const columns = [
  { label: 'Position', align: 'start' },
  { label: 'Betrag', align: 'end' },
] as const;

test('a document has what nearly all documents share, and what is said goes before it', () => {
  const blocks = [heading(1, 'Bescheid')];
  expect(documentOf(blocks)).toEqual({
    language: 'de-DE',
    title: 'Bescheid',
    author: 'Kreisverwaltung',
    date: '2026-01-30',
    letterhead: ['Kreisverwaltung'],
    runningHead: 'Kreisverwaltung · Bescheid',
    footer: [],
    pageLabel: 'Seite {page} von {pages}',
    blocks,
  });
  const parts = { title: 'Notice', author: 'County', date: '2026-01-30', language: 'en-GB', blocks };
  expect(officeDocument(parts).language).toBe('en-GB');
});

test('headings go down by one level at a time, and up by as many as they like', () => {
  const levels = ([1, 2, 3, 1, 2, 2, 3, 2] as const).map((level) => heading(level, 'Überschrift'));
  expect(documentOf(levels).blocks).toEqual(levels);
});

test.each([
  ['no heading', [paragraph('Text')], 'there is no heading'],
  ['a first heading below the first level', [heading(2, 'II')], 'a heading of level 2 follows level 0'],
  ['a level left out', [heading(1, 'I'), heading(3, '1.')], 'a heading of level 3 follows level 1'],
  [
    'a row that is too short',
    [heading(1, 'I'), table([...columns], [['Miete', '1,00 €'], ['Summe']])],
    'row 2 of a table has 1 cells for 2 columns',
  ],
  [
    'a sum that is too long',
    [heading(1, 'I'), table([...columns], [['Miete', '1,00 €']], { total: ['Summe', '1,00 €', ''] })],
    'row 2 of a table has 3 cells for 2 columns',
  ],
])('a document with %s is a mistake of who put it together', (_what, blocks, message) => {
  expect(() => documentOf(blocks)).toThrow(new DocumentError(message));
});
