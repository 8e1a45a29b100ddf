import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import county from '../../counties/alzey-worms/county.json' with { type: 'json' };
import { deputyshipKey, personKey } from '../../functions/store/keys.ts';
import { importIndicators } from '../indicator-files.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

const CONCEPT = county.budget.concepts[1]?.version ?? '';
const SUM = 2_232_015_00;

let server: TestServer;
let file: string;
beforeAll(async () => {
  server = await startTestServer();
  file = await importIndicators(server);
});
afterAll(() => server.close());

/** Each test its own year: what is resolved stays. */
let year = 2026;
const path = (more = '') => `/api/distributions/${year}${more}`;
const show = async (as = 'coordinator') => (await server.api('GET', path(), { as })).body;
const save = (change: object = {}, { id = newId(), as = 'coordinator' } = {}) =>
  server.api('PUT', path(`/scenarios/${id}`), {
    as,
    body: { name: 'Wie im Konzept', concept: CONCEPT, sum: SUM, import: file, ...change },
  });
const scenario = async (change: object = {}) => {
  const { status, body, text } = await save(change);
  if (status !== 201) throw new Error(text);
  return body.id as string;
};
const resolve = (of: string, { as = 'committee', on = '2026-04-22', seen = 0 } = {}) =>
  server.api('POST', path('/resolution'), {
    as,
    body: { scenario: of, resolvedOn: on },
    headers: { 'if-match': `"${seen}"` },
  });
const shares = async (kitas = '', as = 'clerk') =>
  server.api('GET', path(`/shares${kitas && `?kitas=${kitas}`}`), { as });
const problemOf = ({ status, body }: { status: number; body: { type: string; errors?: object[] } }) => [
  status,
  body.type.replace('/problems/', ''),
  ...(body.errors ?? []).map((one) => (one as { path: string }).path),
];
const adding = (list: readonly { amount: number }[]) => list.reduce((sum, { amount }) => sum + amount, 0);

describe('scenarios', () => {
  test('of one file read it once, however many there are', async () => {
    year = 2046;
    const readsOfFile = async () => {
      const calls = await server.callsWhile(async () => void (await show()));
      const reads = calls.filter(({ request }) => JSON.stringify(request).includes('IMPORT#'));
      return reads.length;
    };
    await scenario();
    const one = await readsOfFile();
    for (let n = 0; n < 3; n += 1) await scenario({ name: `Szenario ${n}` });
    expect(await readsOfFile()).toBe(one);
  });

  test('stand side by side, each with every Kita’s explained share, adding up to the cent', async () => {
    year = 2027;
    await scenario();
    await scenario({ name: 'Ohne Sockel', basic: 0 });
    await scenario({ name: 'Mehr nach Kindern', weights: { children: 8_000, sgb2: 2_000 } });
    const { scenarios, concepts, actions, kitas, resolution } = await show();
    expect(concepts.map((one: { version: string }) => one.version)).toEqual([CONCEPT]);
    expect([actions, resolution]).toEqual([['propose'], undefined]);
    expect(scenarios.map((one: { name: string; deviates: boolean }) => [one.name, one.deviates])).toEqual([
      ['Wie im Konzept', false],
      ['Ohne Sockel', true],
      ['Mehr nach Kindern', true],
    ]);
    for (const one of scenarios) {
      expect(adding(one.shares)).toBe(SUM);
      expect(one.shares).toHaveLength(Object.keys(kitas).length);
      expect(one.leftOut).toEqual([]);
      for (const { amount, basic, parts } of one.shares) expect(adding(parts) + basic).toBe(amount);
    }
    const [first] = scenarios;
    expect(first.shares[0].parts.map(({ component }: { component: string }) => component)).toEqual([
      'children',
      'sgb2',
      'language',
    ]);
    expect(first.shares[0].parts[2].points).toBeTypeOf('number');
    expect(scenarios[2].rule.components).toHaveLength(2);
  });

  test('are sent twice without harm, and never changed', async () => {
    year = 2028;
    const id = newId();
    expect((await save({}, { id })).status).toBe(201);
    expect((await save({}, { id })).status).toBe(200);
    expect(problemOf(await save({ basic: 0 }, { id }))).toEqual([409, 'other-body']);
    expect((await show()).scenarios).toHaveLength(1);
  });

  test('that cannot be reckoned say where it fails', async () => {
    year = 2028;
    expect(problemOf(await save({ concept: 'Konzept Sozialraumbudget 2021 (Vorführung)' }))).toEqual([
      422,
      'fields',
      'concept',
    ]);
    expect(problemOf(await save({ import: newId() }))).toEqual([422, 'fields', 'import']);
    expect(problemOf(await save({ basic: SUM }))).toEqual([422, 'fields', 'basic']);
    expect(problemOf(await save({ weights: { children: 9_999 } }))).toEqual([422, 'fields', 'weights']);
    const children = await importIndicators(server, 'Kita;children\nbiebelnheim;7\n');
    expect(problemOf(await save({ import: children }))).toEqual([422, 'fields', 'import']);
  });

  test('name the Kitas that the file leaves out', async () => {
    year = 2029;
    await scenario({
      import: await importIndicators(server, 'Kita;children;sgb2;language\nbiebelnheim;7;1;12,5\n'),
    });
    const { scenarios, kitas } = await show();
    expect(scenarios[0].shares).toMatchObject([{ kita: 'biebelnheim', amount: SUM }]);
    expect(scenarios[0].leftOut).toHaveLength(Object.keys(kitas).length - 1);
  });
});

describe('a resolution', () => {
  test('is recorded once by the committee’s office; a later one takes its place', async () => {
    year = 2030;
    const [first, second] = [await scenario(), await scenario({ name: 'Mit anderer Summe', sum: SUM + 1 })];
    const recorded = await resolve(first);
    expect(recorded.body).toMatchObject({
      resolved: 1,
      resolution: {
        n: 1,
        scenario: first,
        resolvedOn: '2026-04-22',
        sum: SUM,
        byName: 'Walter Ausschussmuster',
      },
    });
    expect(recorded.headers.get('etag')).toBe('"1"');
    expect((await resolve(first)).body.resolved).toBe(1);
    expect(problemOf(await resolve(second))).toEqual([409, 'faster']);
    expect((await resolve(second, { seen: 1 })).body.resolution).toMatchObject({ n: 2, scenario: second });
    expect((await shares()).body.resolution.n).toBe(2);
  });

  test('takes none that was withdrawn, and what was resolved is not withdrawn any more', async () => {
    year = 2044;
    const withdraw = (id: string, as = 'coordinator') =>
      server.api('POST', path(`/scenarios/${id}/withdrawal`), { as });
    const [first, second, third] = [await scenario(), await scenario(), await scenario()];
    for (const as of ['clerk', 'head', 'committee', 'provider', 'auditor'])
      expect((await withdraw(first, as)).status, as).toBe(403);
    const withdrawn = await withdraw(first);
    expect([withdrawn.status, withdrawn.body.scenarios.map(({ id }: { id: string }) => id)]).toEqual([
      200,
      [second, third],
    ]);
    expect((await withdraw(first)).status).toBe(200);
    expect(problemOf(await resolve(first))).toEqual([422, 'fields', 'scenario']);
    expect((await withdraw(newId())).status).toBe(404);
    expect((await resolve(second)).status).toBe(200);
    expect(problemOf(await withdraw(second))).toEqual([409, 'scenario-resolved']);
    // A later one takes its place: it was resolved all the same.
    expect((await resolve(third, { seen: 1 })).status).toBe(200);
    expect(problemOf(await withdraw(second))).toEqual([409, 'scenario-resolved']);
    const { scenarios } = await show();
    expect(scenarios.map(({ resolved }: { resolved: boolean }) => resolved)).toEqual([true, true]);
  });

  test('of a scenario that is withdrawn at the same moment is one of the two, never both', async () => {
    year = 2045;
    const one = await scenario();
    const [resolved, withdrawn] = await Promise.all([
      resolve(one),
      server.api('POST', path(`/scenarios/${one}/withdrawal`), { as: 'coordinator' }),
    ]);
    expect([resolved.status === 200, withdrawn.status === 200].filter(Boolean)).toHaveLength(1);
    expect((await show()).scenarios).toHaveLength(resolved.status === 200 ? 1 : 0);
  });

  test('is what the concept says, and not of tomorrow or before the concept', async () => {
    year = 2031;
    const [like, other] = [await scenario(), await scenario({ basic: 0 })];
    expect(problemOf(await resolve(other))).toEqual([422, 'fields', 'scenario']);
    expect(problemOf(await resolve(like, { on: '2026-04-29' }))).toEqual([422, 'fields', 'resolvedOn']);
    expect(problemOf(await resolve(like, { on: '2025-11-18' }))).toEqual([422, 'fields', 'resolvedOn']);
    expect(problemOf(await resolve(newId()))).toEqual([422, 'fields', 'scenario']);
    expect((await show()).resolution).toBeUndefined();
  });

  test('is not recorded by who made the scenario, nor by who stands in for them', async () => {
    year = 2032;
    const { store } = server;
    const of = await scenario();
    await store.db.send(
      new UpdateCommand({
        TableName: store.table,
        Key: personKey('coordinator'),
        UpdateExpression: 'SET #roles = :roles',
        ExpressionAttributeNames: { '#roles': 'roles' },
        ExpressionAttributeValues: { ':roles': ['coordinator', 'committee'] },
      }),
    );
    expect(problemOf(await resolve(of, { as: 'coordinator' }))).toEqual([403, 'four-eyes']);
    const deputyship = { person: 'coordinator', deputy: 'committee', from: '2026-01-01', to: '2026-12-31' };
    const item = { ...deputyshipKey(deputyship), ...deputyship };
    await store.db.send(new PutCommand({ TableName: store.table, Item: item }));
    expect(problemOf(await resolve(of))).toEqual([403, 'four-eyes']);
    await store.db.send(new PutCommand({ TableName: store.table, Item: { ...item, to: '2026-01-02' } }));
    expect((await resolve(of)).status).toBe(200);
  });
});

describe('who sees what', () => {
  let of: string;
  beforeAll(async () => {
    year = 2033;
    of = await scenario();
  });
  const statusOf: Record<string, [show: number, save: number, resolve: number, shares: number]> = {
    coordinator: [200, 201, 403, 200],
    'coordinator-2': [200, 201, 403, 200],
    clerk: [200, 403, 403, 200],
    head: [200, 403, 403, 200],
    treasurer: [200, 403, 403, 200],
    auditor: [200, 403, 403, 200],
    // It is not the state that was seen.
    committee: [200, 403, 409, 403],
    provider: [403, 403, 403, 200],
    kita: [403, 403, 403, 200],
    'social-worker': [403, 403, 403, 403],
    admin: [403, 403, 403, 403],
  };

  test.each(Object.entries(statusOf))('%s', async (as, expected) => {
    year = 2033;
    const answers = [
      await server.api('GET', path(), { as }),
      await save({}, { as }),
      await resolve(of, { as, seen: 7 }),
      await shares('', as),
    ];
    // What the coordinator may beside it, another test has given.
    const wanted = as === 'coordinator' ? [200, 201, 409, 200] : expected;
    expect(answers.map(({ status }) => status)).toEqual(wanted);
  });

  test('nobody without a login', async () => {
    for (const [method, more] of [
      ['GET', ''],
      ['PUT', `/scenarios/${newId()}`],
      ['POST', '/resolution'],
      ['GET', '/shares'],
    ] as const) {
      const body = method === 'GET' ? undefined : {};
      expect((await server.api(method, path(more), { body })).status).toBe(401);
    }
  });

  test('a session’s paper has amounts, and no number of children', async () => {
    year = 2033;
    const [paper, office] = [await show('committee'), await show('clerk')];
    expect(paper.actions).toEqual(['resolve']);
    expect(paper.scenarios[0].shares[0].parts[0]).toEqual({
      component: 'children',
      amount: office.scenarios[0].shares[0].parts[0].amount,
    });
    expect(JSON.stringify(paper.scenarios[0].shares)).not.toMatch(/value|points/);
    // Amount ÷ amount of the component × total would be the number of children.
    expect(paper.scenarios[0].components[0]).toEqual({
      code: 'children',
      amount: office.scenarios[0].components[0].amount,
    });
    expect(office.scenarios[0].components[0].total).toBeGreaterThan(0);
  });

  test('before the resolution nothing is a share; then each sees the explained ones of the own Kitas', async () => {
    year = 2034;
    const one = await scenario();
    expect((await shares()).body).toMatchObject({ items: [], components: [] });
    await resolve(one);
    const all = (await shares()).body.items;
    expect(adding(all)).toBe(SUM);
    const [own] = (await shares('', 'kita')).body.items;
    expect(own).toMatchObject({ kita: 'biebelnheim', name: 'Kita Biebelnheim', basic: 5_000_00 });
    expect(own.parts[0].value).toBeTypeOf('number');
    expect((await shares('', 'kita')).body.items).toHaveLength(1);
    const provided = (await shares('', 'provider')).body.items.map(({ kita }: { kita: string }) => kita);
    expect(provided).toContain('biebelnheim');
    expect(provided.length).toBeLessThan(all.length);
    // Another provider's Kita and one that is not there look alike.
    expect((await shares('biebelnheim,nirgends', 'provider-2')).body.items).toEqual([]);
    expect((await shares('biebelnheim,wahlheim')).body.items).toHaveLength(2);
  });
});
