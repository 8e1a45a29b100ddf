import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aNotice } from '../../domain/documents/a-notice.test-data.ts';
import { heading, paragraph } from '../../domain/documents/blocks.ts';
import { officeDocument } from '../../domain/documents/document.ts';
import { aDecision } from '../../domain/notice/a-decision.test-data.ts';
import { noticeDocument } from '../../domain/notice/notice-document.ts';
import { frame, posters } from '../../functions/documents/posters/posters.test-data.ts';
import { renderPosters } from '../../functions/documents/posters/render-posters.ts';
import { readPdf } from '../../functions/documents/read-pdf.test-data.ts';
import { renderDocx } from '../../functions/documents/render-docx.ts';
import { renderPdf } from '../../functions/documents/render-pdf.ts';
import { esbuildOptionsOf } from '../../infra/functions/esbuild-options.ts';

const root = join(import.meta.dirname, '../..');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindeglied-bundle-'));
  const contents = `
    export { renderPdf } from './functions/documents/render-pdf.ts';
    export { renderPosters } from './functions/documents/posters/render-posters.ts';
    export { renderDocx } from './functions/documents/render-docx.ts';
    export { noticeDocument } from './domain/notice/notice-document.ts';`;
  await build({
    ...esbuildOptionsOf('documents'),
    stdin: { contents, resolveDir: root },
    outfile: join(folder, 'index.js'),
    logLevel: 'error',
  });
});
afterAll(() => rm(folder, { recursive: true }));

/** Renders in a process that has nothing but the bundle. */
const render = async (
  kind: 'renderPdf' | 'renderDocx' | 'renderPosters',
  ...given: object[]
): Promise<Uint8Array> => {
  await writeFile(join(folder, 'given.json'), JSON.stringify(given));
  const program = `
    const { ${kind} } = require('./index.js');
    ${kind}(...require('./given.json')).then((bytes) => require('fs').writeFileSync('rendered', bytes));`;
  await promisify(execFile)(process.execPath, ['-e', program], { cwd: folder });
  return readFile(join(folder, 'rendered'));
};

test('the bundle renders the same pages as the sources, with fonts that lie beside it', async () => {
  const [bundled, ours] = await Promise.all([render('renderPdf', aNotice), renderPdf(aNotice)]);
  const [theirs, mine] = [await readPdf(bundled), await readPdf(ours)];
  expect(theirs.pages).toEqual(mine.pages);
  expect(theirs.info).toEqual(mine.info);
});

test('the bundle gives the same bytes for the same document', async () => {
  const first = await render('renderPdf', aNotice);
  expect(Buffer.compare(first, await render('renderPdf', aNotice))).toBe(0);
});

test('the bundle finds the font of rare signs too', async () => {
  const parts = { title: 'Zeichen', author: 'Amt', date: '2026-01-30' };
  const bytes = await render(
    'renderPdf',
    officeDocument({ ...parts, blocks: [heading(1, 'Zeichen'), paragraph('a ≤ b ≥ c → ∞')] }),
  );
  const { pages, glyphs } = await readPdf(bytes);
  expect(pages[0]?.text).toContain('a ≤ b ≥ c → ∞');
  expect(glyphs.has(0)).toBe(false);
});

test('the bundle draws the same posters as the sources, Arabic letters too', async () => {
  const [bundled, ours] = await Promise.all([
    render('renderPosters', posters, frame),
    renderPosters(posters, frame),
  ]);
  const [theirs, mine] = [await readPdf(bundled), await readPdf(ours)];
  expect(theirs.pages).toEqual(mine.pages);
  expect(theirs.glyphs).toEqual(mine.glyphs);
});

test('the bundle writes the same DOCX as the sources', async () => {
  const [bundled, ours] = await Promise.all([render('renderDocx', aNotice), renderDocx(aNotice)]);
  expect(Buffer.compare(bundled, ours)).toBe(0);
});

test('the bundle puts a county’s own texts together, with all that ICU’s notation has', async () => {
  const texts = {
    payment: '{months, plural, one {In einem Monat} other {In # Monaten}} zahlen wir {amount}.',
  };
  const facts = { ...aDecision, kitas: undefined, texts };
  await writeFile(join(folder, 'facts.json'), JSON.stringify(facts));
  const program = `
    const { noticeDocument } = require('./index.js');
    console.log(JSON.stringify(noticeDocument({ ...require('./facts.json'), kitas: new Map() })));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', program], { cwd: folder });
  const mine = noticeDocument({ ...aDecision, kitas: new Map(), texts });
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(mine)));
  expect(stdout).toContain('In einem Monat zahlen wir');
});
