import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBudgetHead } from '../../domain/forms/budget-application/a-budget-head.test-data.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { headItem } from '../../functions/store/heads.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.api('PUT', '/api/budgets/2027', {
    as: 'treasurer',
    body: { state: 'in-force', figure: 133_920_900, voluntary: 0 },
  });
});
afterAll(() => server.close());

const PATH = '/api/statistics?form=budget-application&year=2027';
const saved = async (): Promise<string> => {
  const id = newId();
  const body = budgetApplicationExample;
  await server.api('PUT', `/api/budget-applications/${id}`, { as: 'provider', body });
  return id;
};
const submitted = async (): Promise<string> => {
  const id = await saved();
  await server.api('POST', `/api/budget-applications/${id}/submission`, {
    as: 'provider',
    body: { saved: 1 },
  });
  await server.idle();
  return id;
};
const asked = async (path = PATH, as = 'head') => (await server.api('GET', path, { as })).body;

const APPLIED = 71_234_56;

test('an application is counted where it stands, with the days that its steps took', async () => {
  await saved();
  await submitted();
  const done = await submitted();
  // From Tuesday the 28th over the first of May to the next Monday.
  await server.moveClock('2026-05-04T08:00:00.000Z');
  await server.decide('clerk', done, 'complete');
  await server.decide('coordinator', done, 'recommend', { comment: 'Der Bedarf ist belegt.' });
  expect(await asked()).toEqual({
    form: 'budget-application',
    year: 2027,
    count: 2,
    applied: 2 * APPLIED,
    granted: 0,
    byState: [
      { at: 'completeness', count: 1, applied: APPLIED, granted: 0 },
      { at: 'decision', count: 1, applied: APPLIED, granted: 0 },
    ],
    days: {
      decision: { count: 0 },
      whole: { count: 0 },
      steps: [
        { step: 'completeness', count: 1, median: 3, p90: 3 },
        { step: 'opinion', count: 1, median: 0, p90: 0 },
      ],
    },
  });
});

test('they name nobody', async () => {
  const text = JSON.stringify(await asked());
  for (const word of ['vg-alzey-land', 'biebelnheim', 'provider', budgetApplicationExample.provider.name])
    expect(text).not.toContain(word);
});

test('those who steer, work or audit see them, and nobody else', async () => {
  const seeing = ['head', 'coordinator', 'clerk', 'auditor'];
  for (const { id, roles } of server.people) {
    const may = roles.some((role) => seeing.includes(role));
    expect([id, (await server.api('GET', PATH, { as: id })).status]).toEqual([id, may ? 200 : 403]);
  }
});

test('another year has its own, and only applications are counted yet', async () => {
  expect(await asked('/api/statistics?form=budget-application&year=2025')).toMatchObject({
    count: 0,
    byState: [],
  });
  // Without a year it is the one of today.
  expect(await asked('/api/statistics?form=budget-application')).toMatchObject({ year: 2026, count: 0 });
  for (const query of ['form=contact-request&year=2026', 'year=2026', 'form=budget-application&year=26']) {
    const { status, body } = await server.api('GET', `/api/statistics?${query}`, { as: 'head' });
    expect([status, body.errors.length]).toEqual([422, 1]);
  }
});

test('more than a page of applications is counted whole', async () => {
  const { store } = server;
  for (let n = 0; n < 230; n += 1) {
    const head = aBudgetHead({ id: newId(), about: { year: 2029, applied: 1_00 } });
    await store.db.send(new PutCommand({ TableName: store.table, Item: headItem(head) }));
  }
  expect(await asked('/api/statistics?form=budget-application&year=2029')).toMatchObject({
    count: 230,
    applied: 230_00,
    byState: [{ at: 'completeness', count: 230 }],
  });
});
