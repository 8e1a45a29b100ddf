import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { budgetApplicationExample as example } from '../../domain/forms/budget-application/example.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { startTestServer, type TestServer } from '../server.ts';

/** More than a page holds. */
const DRAFTS = 27;

let server: TestServer;
let cases: BudgetCases;
let drafts: string[];
/** One in each of some steps, by where it stands. */
const at: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer();
  cases = budgetCases(server);
  await cases.frame();
  drafts = [];
  for (let n = 0; n < DRAFTS; n += 1) drafts.push(await cases.draft({ reasons: `Entwurf ${n}` }));
  for (const goal of ['completeness', 'opinion', 'decision', 'approval', 'announce'])
    at[goal] = await cases.goTo(await cases.submitted(), goal);
  at.queries = await cases.submitted();
  await cases.decide('clerk', at.queries, 'query', { fields: [{ path: 'goals', reason: 'Warum?' }] });
  at.withdrawn = await cases.submitted();
  await cases.decide('provider', at.withdrawn, 'withdraw');
  const [row] = example.positions;
  const costly = {
    positions: [{ ...row, annualCost: 100_000_01 }],
    training: 0,
    thirdParty: 0,
  } as typeof example;
  at.committee = await cases.goTo(await cases.submitted(costly), 'decision');
  await cases.decide('clerk', at.committee, 'grant');
});
afterAll(() => server.close());

const sent = () => Object.values(at);
const whole = async (as: string, path: string) => {
  const items: { id: string; at: string; createdAt: string; due?: string }[] = [];
  let pages = 0;
  for (let cursor: string | undefined = ''; cursor !== undefined; pages += 1) {
    const url: string =
      path + (cursor && `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`);
    const { status, body } = await server.api('GET', url, { as });
    expect(status).toBe(200);
    items.push(...body.items);
    cursor = body.cursor;
  }
  return { pages, ids: items.map(({ id }) => id), items };
};
const LIST = '/api/submissions?form=budget-application';

describe('the list of applications', () => {
  test('of a provider holds its drafts and all that it sent, newest first, page by page, each once', async () => {
    const { ids, pages, items } = await whole('provider', LIST);
    expect(pages).toBe(2);
    expect(ids.toSorted()).toEqual([...drafts, ...sent()].sort());
    const days = items.map(({ createdAt }) => createdAt);
    expect(days).toEqual(days.toSorted().reverse());
    expect((await whole('provider', '/api/submissions')).ids).toEqual(ids);
    expect((await whole('provider-2', LIST)).ids).toEqual([]);
  });

  test.each(['clerk', 'clerk-2', 'coordinator', 'head', 'treasurer', 'auditor'])(
    'of %s holds what was sent for a year, and no drafts',
    async (as) => {
      const { ids } = await whole(as, `${LIST}&year=2027`);
      expect(ids.toSorted()).toEqual(sent().sort());
      expect((await whole(as, `${LIST}&year=2026`)).ids).toEqual([]);
    },
  );

  test('of a Kita holds what names it; of another one, and of who has no part in it, nothing', async () => {
    expect((await whole('kita', LIST)).ids.toSorted()).toEqual(sent().sort());
    for (const as of ['kita-2', 'social-worker', 'admin'])
      expect([as, (await whole(as, LIST)).ids]).toEqual([as, []]);
  });

  test('of those who mind the sessions holds what lies with the committee', async () => {
    expect((await whole('committee', LIST)).ids).toEqual([at.committee]);
  });

  test('can be narrowed by state and by Kita, ended cases included', async () => {
    const of = async (query: string) => (await whole('clerk', `${LIST}&year=2027&${query}`)).ids;
    expect(await of('state=approval')).toEqual([at.approval]);
    expect(await of('state=withdrawn')).toEqual([at.withdrawn]);
    expect(await of('state=open')).toHaveLength(sent().length - 1);
    expect(await of('kita=albig-muster')).toHaveLength(sent().length);
    expect(await of('kita=wahlheim')).toEqual([]);
  });

  test('says where each stands and for how much, never what is in it', async () => {
    const { body, text } = await server.api('GET', `${LIST}&year=2027&state=opinion`, { as: 'auditor' });
    expect(body.items).toMatchObject([
      {
        id: at.opinion,
        turn: 'coordinator',
        provider: { id: 'vg-alzey-land', name: 'Verbandsgemeinde Alzey-Land' },
        year: 2027,
        purpose: 'kita-social-work',
        applied: 71_234_56,
      },
    ]);
    for (const word of [example.iban, 'Samir', 'Elterncafé', 'Musterstraße'])
      expect(text).not.toContain(word);
  });

  test('takes no cursor that it did not make', async () => {
    const { body } = await server.api('GET', LIST, { as: 'provider' });
    expect(body.cursor).toBeTypeOf('string');
    const encoded = (text: string) => Buffer.from(text).toString('base64url');
    for (const cursor of ['????', encoded('ä'), encoded(''.padEnd(300, 'x')), encoded(' '), encoded('a b')]) {
      const answer = await server.api('GET', `${LIST}&cursor=${cursor}`, { as: 'provider' });
      expect([cursor, answer.status, answer.body.errors?.[0].path]).toEqual([cursor, 422, 'cursor']);
    }
    // A cursor of one provider's list opens nothing of it to another.
    const foreign = await server.api('GET', `${LIST}&cursor=${body.cursor}`, { as: 'provider-2' });
    expect([foreign.status, foreign.body.items]).toEqual([200, []]);
  });
});

test('tasks are those of the own turn, by role or by provider', async () => {
  const tasks = async (as: string) => (await whole(as, '/api/tasks')).ids.toSorted();
  const of = (...steps: string[]) => steps.map((step) => at[step] ?? '').sort();
  expect(await tasks('clerk')).toEqual(of('completeness', 'decision', 'announce'));
  expect(await tasks('clerk-2')).toEqual(await tasks('clerk'));
  expect(await tasks('coordinator')).toEqual(of('opinion'));
  expect(await tasks('head')).toEqual(of('approval'));
  expect(await tasks('committee')).toEqual(of('committee'));
  expect(await tasks('provider')).toEqual([...drafts, ...of('queries')].sort());
  for (const as of ['provider-2', 'kita', 'treasurer', 'auditor', 'admin', 'social-worker'])
    expect([as, await tasks(as)]).toEqual([as, []]);
});
