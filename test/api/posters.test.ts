import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPdf } from '../../functions/documents/read-pdf.test-data.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';
import { type SurveyCases, surveyCases } from '../survey-cases.ts';

let server: TestServer;
let surveys: SurveyCases;
let round: string;
beforeAll(async () => {
  server = await startTestServer();
  surveys = surveyCases(server);
  round = await surveys.opened();
});
afterAll(() => server.close());

const OWN = 'kita:biebelnheim';
const posters = (as: string, unit = '') =>
  server.api('GET', `/api/survey-rounds/${round}/posters${unit && `/${encodeURIComponent(unit)}`}`, { as });
/** The words of each page; what was broken into lines is in one again. */
const pagesOf = async (url: string): Promise<string[]> => {
  const { pages } = await readPdf(new Uint8Array(await (await fetch(url)).arrayBuffer()));
  return pages.map(({ text }) => text.replace(/\s+/g, ' '));
};

test('the coordinator gets every poster in one file: a page for each Kita and each social area', async () => {
  const { status, body } = await posters('coordinator');
  expect(status).toBe(200);
  const pages = await pagesOf(body.url);
  const linked = (await surveys.file(round)).units.filter(({ link }: { link?: string }) => link);
  expect(pages).toHaveLength(linked.length);
  for (const { name, link } of linked) {
    const code = `${link.slice(0, 5)} ${link.slice(5)}`;
    expect(pages.filter((page) => page.includes(name) && page.includes(code))).toHaveLength(1);
  }
});

test('a Kita gets its own poster and no other', async () => {
  const { status, body } = await posters('kita', OWN);
  expect(status).toBe(200);
  const [page = '', ...others] = await pagesOf(body.url);
  expect(others).toEqual([]);
  expect(page).toContain('Kita Biebelnheim');
  expect(page).toContain('29. Mai 2026');
  expect(await pagesOf((await posters('kita')).body.url)).toHaveLength(1);
  expect((await posters('kita-2', OWN)).status).toBe(404);
});

test('an extension stands on the poster', async () => {
  await surveys.extend(round, OWN, '2026-06-12');
  const [page = ''] = await pagesOf((await posters('kita', OWN)).body.url);
  expect(page).toContain('12. Juni 2026');
});

test('nobody else gets one, and there is none where nobody answers through a link', async () => {
  for (const as of ['provider', 'clerk', 'social-worker', 'committee', 'auditor'])
    expect((await posters(as, OWN)).status, as).toBe(404);
  for (const unit of ['kita:nowhere', 'provider:vg-alzey-land', 'x'])
    expect((await posters('coordinator', unit)).status, unit).toBe(404);
  const strange = await server.api('GET', `/api/survey-rounds/${newId()}/posters`, { as: 'coordinator' });
  expect(strange.status).toBe(404);
});
