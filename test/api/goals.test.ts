import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { surveyRoundExample } from '../../domain/forms/survey-round/example.ts';
import { carriedOver } from '../../domain/goals/carried-over.ts';
import { goalExample } from '../../domain/goals/example.ts';
import { personKey } from '../../functions/store/keys.ts';
import { freezeResults } from '../../functions/store/survey-results.ts';
import { budgetCases } from '../budget-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const save = (id: string, change: object = {}, { as = 'coordinator', seen = 0 } = {}) =>
  server.api('PUT', `/api/goals/${id}`, {
    as,
    body: { ...goalExample, ...change },
    headers: { 'if-match': `"${seen}"` },
  });
const saved = async (change: object = {}) => {
  const id = newId();
  const { status, text } = await save(id, change);
  if (status !== 200) throw new Error(text);
  return id;
};
const show = (id: string, as = 'clerk', version = '') =>
  server.api('GET', `/api/goals/${id}${version && `?version=${version}`}`, { as });
const list = (year: number | string, as = 'clerk') => server.api('GET', `/api/goals?year=${year}`, { as });
const problemOf = ({ status, body }: { status: number; body: { type: string; errors?: object[] } }) => [
  status,
  body.type.replace('/problems/', ''),
  ...(body.errors ?? []).map((one) => (one as { path: string }).path),
];

describe('a goal', () => {
  test('is saved version by version, each of which stays with who made it when', async () => {
    const id = newId();
    const first = await save(id);
    expect([first.status, first.headers.get('etag'), first.body.actions]).toEqual([200, '"1"', ['edit']]);
    await server.moveClock('2026-04-29T08:00:00.000Z');
    const second = await save(id, { text: 'Anders gesagt.' }, { as: 'coordinator-2', seen: 1 });
    expect(second.body).toMatchObject({ version: 2, text: 'Anders gesagt.', byName: 'Nils Fantasie' });
    expect(second.body.versions).toEqual([
      { version: 2, at: second.body.at, byName: 'Nils Fantasie' },
      { version: 1, at: first.body.at, byName: 'Marta Erfunden' },
    ]);
    expect((await show(id, 'clerk', '1')).body).toMatchObject({ version: 1, text: goalExample.text });
    expect((await show(id)).body).toMatchObject({ version: 2, actions: [] });
    expect(problemOf(await show(id, 'clerk', '3'))).toEqual([404, 'not-found']);
    expect(problemOf(await show(id, 'clerk', 'neu'))).toEqual([422, 'fields', 'version']);
    expect(problemOf(await show(newId()))).toEqual([404, 'not-found']);
    expect(problemOf(await show('nirgends'))).toEqual([404, 'not-found']);
  });

  test('of an old state is refused with the one that stands; the same once more is harmless', async () => {
    const id = await saved();
    expect((await save(id)).body.version).toBe(1);
    await save(id, { text: 'Von der anderen.' }, { as: 'coordinator-2', seen: 1 });
    const late = await save(id, { text: 'Zu spät.' }, { seen: 1 });
    expect(problemOf(late)).toEqual([409, 'changed-meanwhile']);
    expect(late.body.current).toMatchObject({ version: 2, by: 'Nils Fantasie' });
    // It was somebody else who saved that.
    expect((await save(id, { text: 'Von der anderen.' }, { seen: 1 })).status).toBe(409);
    expect((await show(id)).body.text).toBe('Von der anderen.');
  });

  test('that two save at once is saved once', async () => {
    const id = await saved();
    const answers = await Promise.all(
      ['eins', 'zwei', 'drei'].map((text) => save(id, { text }, { seen: 1 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const winner = answers.find(({ status }) => status === 200)?.body.text;
    expect((await show(id)).body).toMatchObject({ version: 2, text: winner });
    expect((await list(2027)).body.items.find((one: { id: string }) => one.id === id).text).toBe(winner);
  });

  test('stays in its year, and is carried over as a goal of a later one', async () => {
    const id = await saved({ year: 2031 });
    expect(problemOf(await save(id, { year: 2032 }, { seen: 1 }))).toEqual([422, 'fields', 'year']);
    const next = carriedOver({ ...goalExample, year: 2031, id }, { year: 2032, newId });
    const over = newId();
    expect((await save(over, next)).status).toBe(200);
    expect((await list(2032)).body.items).toMatchObject([{ id: over, carriedFrom: id }]);
    expect((await list(2031)).body.items).toMatchObject([{ id }]);
    const wrong = { ...next, year: 2030 };
    expect(problemOf(await save(newId(), wrong))).toEqual([422, 'fields', 'carriedFrom']);
    expect(problemOf(await save(newId(), { ...next, carriedFrom: newId() }))).toEqual([
      422,
      'fields',
      'carriedFrom',
    ]);
    expect(problemOf(await save(over, { ...next, carriedFrom: undefined }, { seen: 1 }))).toEqual([
      422,
      'fields',
      'carriedFrom',
    ]);
  });

  test('points to results of rounds alone', async () => {
    const round = newId();
    const put = await server.api('PUT', `/api/survey-rounds/${round}`, {
      as: 'coordinator',
      body: surveyRoundExample,
    });
    expect(put.status).toBeLessThan(300);
    const result = { round, group: 'parents', question: 'need-mobility' };
    const id = await saved({ year: 2035, results: [result] });
    expect((await show(id)).body.results).toEqual([result]);
    const none = { results: [result, { ...result, round: newId() }] };
    expect(problemOf(await save(id, { year: 2035, ...none }, { seen: 1 }))).toEqual([
      422,
      'fields',
      'results',
    ]);
    expect(problemOf(await save(newId(), { year: 2035, ...none }))).toEqual([422, 'fields', 'results']);
    const asked = { ...result, question: 'more' };
    expect(problemOf(await save(newId(), { results: [asked] }))).toEqual([
      422,
      'fields',
      'results.0.question',
    ]);
  });

  test('has its place named where something is wrong', async () => {
    const { fine } = goalExample;
    expect(problemOf(await save(newId(), { fine: [{ ...fine[0], indicator: '' }] }))).toEqual([
      422,
      'fields',
      'fine.0.indicator',
    ]);
    expect(problemOf(await save('keine-id'))).toEqual([422, 'fields', 'id']);
  });

  test('is one of a year’s fifty at the most', async () => {
    for (let n = 0; n < 50; n += 1) await saved({ year: 2040, fine: [] });
    expect(problemOf(await save(newId(), { year: 2040 }))).toEqual([422, 'fields', 'text']);
    const all = (await list(2040)).body.items.map(({ id }: { id: string }) => id);
    expect(all).toEqual(all.toSorted());
    expect((await save(all[7], { year: 2040, text: 'Noch zu ändern.' }, { seen: 1 })).status).toBe(200);
  });
});

describe('an application', () => {
  const [fine] = goalExample.fine;
  /** The goal of the year that is applied for, with a fine goal of its own. */
  const aGoal = async (year: number, change: object = {}) => {
    const own = newId();
    return { own, goal: await saved({ year, fine: [{ ...fine, id: own }], ...change }) };
  };
  const problemsOf = async (countyGoals: string[]) => {
    const office = budgetCases(server);
    const sent = await office.send(await office.draft({ ...budgetApplicationExample, countyGoals }));
    return sent.status === 200 ? [200] : problemOf(sent);
  };

  test('names fine goals of its year that are still pursued', async () => {
    const { own } = await aGoal(2027);
    const { own: other } = await aGoal(2028);
    const { own: dropped } = await aGoal(2027, { dropped: true });
    expect(await problemsOf([own])).toEqual([200]);
    expect(await problemsOf([own, other])).toEqual([422, 'fields', 'countyGoals.1']);
    expect(await problemsOf([dropped])).toEqual([422, 'fields', 'countyGoals.0']);
    expect(await problemsOf([newId()])).toEqual([422, 'fields', 'countyGoals.0']);
  });

  test('names results of rounds that are evaluated', async () => {
    const round = newId();
    const about = { at: '2026-11-01T08:00:00.000Z', year: 2026, from: '2026-04-01', to: '2026-05-01' };
    await freezeResults(server.store, round, about, [
      { group: 'parents', version: 1, areas: [], figures: {} },
    ]);
    const problemsNaming = async (...surveyResults: string[]) => {
      const office = budgetCases(server);
      const sent = await office.send(await office.draft({ ...budgetApplicationExample, surveyResults }));
      return sent.status === 200 ? [200] : problemOf(sent);
    };
    const name = `${round} parents need-mobility`;
    expect(await problemsNaming(name)).toEqual([200]);
    const wrong = [
      `${newId()} parents need-mobility`,
      `${round} staff need-mobility`,
      `${round} parents more`,
    ];
    for (const one of wrong)
      expect(await problemsNaming(name, one), one).toEqual([422, 'fields', 'surveyResults.1']);
  });

  test('that named a goal before it was dropped may be corrected in other things', async () => {
    const { own, goal } = await aGoal(2027);
    const office = budgetCases(server);
    const id = await office.submitted({ countyGoals: [own] });
    expect(await office.headOf(id)).toMatchObject({ at: 'completeness' });
    await office.decide('clerk', id, 'query', { fields: [{ path: 'goals', reason: 'Warum?' }] });
    await save(goal, { year: 2027, fine: [{ ...fine, id: own }], dropped: true }, { seen: 1 });
    await office.save(id, { ...budgetApplicationExample, countyGoals: [own], goals: 'Darum.' }, { seen: 1 });
    expect((await office.send(id, 2)).status).toBe(200);
    const file = await server.api('GET', `/api/budget-applications/${id}`, { as: 'clerk' });
    expect(file.body.answers).toMatchObject({ countyGoals: [own], goals: 'Darum.' });
  });
});

describe('who sees what', () => {
  let id: string;
  beforeAll(async () => {
    id = await saved({ year: 2033 });
  });

  test('every role of the portal but the one that runs the system reads; the coordinator writes', async () => {
    for (const { id: as, roles } of server.people) {
      const reads = roles.includes('admin') ? 403 : 200;
      const writes = roles.includes('coordinator') ? 200 : 403;
      const answers = [await list(2033, as), await show(id, as), await save(newId(), { year: 2034 }, { as })];
      expect([as, ...answers.map(({ status }) => status)]).toEqual([as, reads, reads, writes]);
    }
  });

  test('nobody without a login', async () => {
    expect((await server.api('GET', '/api/goals?year=2033')).status).toBe(401);
    expect((await server.api('GET', `/api/goals/${id}`)).status).toBe(401);
    expect((await server.api('PUT', `/api/goals/${newId()}`, { body: goalExample })).status).toBe(401);
  });

  test('a year that is none is no year', async () => {
    expect(problemOf(await list('heute'))).toEqual([422, 'fields', 'year']);
    expect((await server.api('GET', '/api/goals', { as: 'head' })).body.year).toBe(2026);
  });

  test('who lost the role saves nothing any more', async () => {
    const { store } = server;
    await store.db.send(
      new UpdateCommand({
        TableName: store.table,
        Key: personKey('coordinator-2'),
        UpdateExpression: 'SET #roles = :roles',
        ExpressionAttributeNames: { '#roles': 'roles' },
        ExpressionAttributeValues: { ':roles': ['clerk'] },
      }),
    );
    expect((await save(id, { year: 2033 }, { as: 'coordinator-2', seen: 1 })).status).toBe(403);
  });
});
