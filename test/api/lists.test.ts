import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../server.ts';

const WORKER = 'social-worker';
const COUNT = 30;

let server: TestServer;
let ids: string[];
beforeAll(async () => {
  server = await startTestServer();
  ids = [];
  for (let n = 0; n < COUNT; n += 1)
    ids.push((await server.submit({ kita: n % 2 ? 'wahlheim' : 'biebelnheim' })).id);
});
afterAll(() => server.close());

interface Item {
  id: string;
  at: string;
  due?: string;
  createdAt: string;
  kita: { id: string };
}

/** All pages of a list, one after another. */
const whole = async (as: string, path: string): Promise<{ pages: number; items: Item[] }> => {
  const items: Item[] = [];
  let pages = 0;
  for (let cursor: string | undefined = ''; cursor !== undefined; pages += 1) {
    const url: string =
      path + (cursor && `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`);
    const { status, body } = await server.api('GET', url, { as });
    expect(status).toBe(200);
    items.push(...body.items);
    cursor = body.cursor;
  }
  return { pages, items };
};
const idsOf = (items: Item[]) => items.map(({ id }) => id);

test('tasks come page by page, soonest due first, each once', async () => {
  const { pages, items } = await whole(WORKER, '/api/tasks');
  expect(pages).toBe(2);
  expect(idsOf(items).sort()).toEqual(ids.toSorted());
  const dates = items.map(({ due = '' }) => due);
  expect(dates).toEqual(dates.toSorted());
});

test("the coordinator's list of the year is newest first, each once", async () => {
  const { items } = await whole('coordinator', '/api/submissions?year=2026');
  expect(idsOf(items)).toEqual(ids.toReversed());
  expect((await whole('coordinator', '/api/submissions?year=2025')).items).toEqual([]);
});

test('a list can be narrowed by Kita and state, ended cases included', async () => {
  const [first = ''] = ids;
  await server.decide(WORKER, first, 'accept');
  await server.decide(WORKER, first, 'close', { outcome: 'advised' });
  for (const as of [WORKER, 'coordinator']) {
    const kita = await whole(as, '/api/submissions?kita=wahlheim');
    expect(kita.items).toHaveLength(COUNT / 2);
    expect(idsOf((await whole(as, '/api/submissions?state=closed')).items)).toEqual([first]);
    expect((await whole(as, '/api/submissions?state=open')).items).toHaveLength(COUNT - 1);
    expect((await whole(as, '/api/submissions')).items).toHaveLength(COUNT);
  }
  expect(idsOf((await whole(WORKER, '/api/tasks')).items)).not.toContain(first);
});

test('a cursor that the list did not make is a wrong field, whatever is in it', async () => {
  const encoded = (value: unknown) =>
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  const { body } = await server.api('GET', '/api/submissions?year=2026', { as: 'coordinator' });
  const good = JSON.parse(Buffer.from(body.cursor, 'base64url').toString());
  const forged = [
    'x',
    '????',
    encoded('3#'),
    encoded('nonsense'),
    encoded(`1#${'x'.repeat(2_000)}`),
    encoded('1#ä'),
    encoded({ ...good, formSk: '' }),
    encoded({ ...good, formSk: 'x'.repeat(2_000) }),
    encoded({}),
    encoded([]),
    encoded({ formPk: 'F#contact-request#2026' }),
    encoded({ ...good, formSk: 7 }),
    encoded({ ...good, pk: undefined }),
    encoded({ ...good, formPk: 'F#contact-request#2025' }),
    encoded({ ...good, extra: 'x' }),
    encoded({ ...good, pk: { S: 'x' } }),
  ];
  for (const cursor of forged) {
    for (const [as, path] of [
      ['coordinator', '/api/submissions?year=2026&'],
      [WORKER, '/api/submissions?'],
      [WORKER, '/api/tasks?'],
    ]) {
      const answer = await server.api('GET', `${path}cursor=${cursor}`, { as });
      expect([path, cursor, answer.status, answer.body.errors?.[0].path]).toEqual([
        path,
        cursor,
        422,
        'cursor',
      ]);
    }
  }
});

test('a form, year or state that cannot be is a wrong field', async () => {
  for (const [field, value] of [
    ['form', 'tax-return'],
    ['form', 'constructor'],
    ['year', '26'],
    ['state', 'DROP TABLE'],
  ]) {
    const answer = await server.api('GET', `/api/submissions?${field}=${value}`, { as: 'coordinator' });
    expect([answer.status, answer.body.errors?.[0].path]).toEqual([422, field]);
  }
});
