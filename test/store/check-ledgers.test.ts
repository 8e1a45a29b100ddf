import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { checkLedgers } from '../../functions/schedule/check-ledgers.ts';
import type { ScheduleDeps } from '../../functions/schedule/deps.ts';
import { erase } from '../../functions/store/erase.ts';
import { readHead } from '../../functions/store/heads.ts';
import { entryKey, frameKey, headKey, sumsKey } from '../../functions/store/keys.ts';
import { readEntries } from '../../functions/store/ledger.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await setFrame(2027, 'in-force');
  await setFrame(2024, 'in-force');
  await setFrame(2024, 'closed', 1);
});
afterAll(() => server.close());

const setFrame = async (year: number, state: string, version = 0) => {
  const set = await server.api('PUT', `/api/budgets/${year}`, {
    as: 'treasurer',
    body: { state, figure: 133_920_900, voluntary: 1_000_00 },
    headers: { 'if-match': `"${version}"` },
  });
  expect(set.status).toBe(200);
};

/** What the daily check tells. */
const check = async () => {
  const lines: object[] = [];
  const told = (message: string, more: object) => lines.push({ message, ...more });
  const log = { info: told, error: told } as unknown as ScheduleDeps['log'];
  await checkLedgers({ store: server.store as ScheduleDeps['store'], log } as ScheduleDeps);
  return lines;
};
const checked = (differing: number) => ({ message: 'ledgers checked', years: 1, differing });
const differs = (applications: string[], frame = false, providers: string[] = []) => ({
  message: 'ledger differs',
  year: 2027,
  frame,
  applications,
  providers,
});

const reserved = async (): Promise<string> => {
  const id = newId();
  const body = budgetApplicationExample;
  await server.api('PUT', `/api/budget-applications/${id}`, { as: 'provider', body });
  await server.api('POST', `/api/budget-applications/${id}/submission`, {
    as: 'provider',
    body: { saved: 1 },
  });
  await server.idle();
  await server.decide('clerk', id, 'complete');
  await server.decide('coordinator', id, 'recommend', { comment: 'Der Bedarf ist belegt.' });
  return id;
};

/** Changes a number behind everybody's back. */
const tamper = ({ pk, sk }: { pk: string; sk: string }, path: string, by: number) => {
  const names = Object.fromEntries(path.split('.').map((name, n) => [`#n${n}`, name]));
  const place = Object.keys(names).join('.');
  return server.store.db.send(
    new UpdateCommand({
      TableName: server.store.table,
      Key: { pk, sk },
      UpdateExpression: `SET ${place} = ${place} + :by`,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':by': by },
    }),
  );
};

test('nothing differs after whatever people did', async () => {
  const [kept, withdrawn] = [await reserved(), await reserved()];
  const draft = newId();
  await server.api('PUT', `/api/budget-applications/${draft}`, { as: 'provider', body: { year: 2027 } });
  await server.decide('provider', withdrawn, 'withdraw');
  await server.decide('clerk', kept, 'reexamine', { comment: 'Noch einmal.' });
  expect(await check()).toEqual([checked(0)]);
});

test.each(['sums.reserved.state', 'figures.county', 'available.regular', 'uncommitted.voluntary'])(
  'a frame whose %s is not that of its entries is told',
  async (path) => {
    await reserved();
    const name = path.replace('sums.', '').replace('.', '_');
    await tamper(frameKey(2027), name, 1);
    expect(await check()).toEqual([differs([], true), checked(1)]);
    await tamper(frameKey(2027), name, -1);
    expect(await check()).toEqual([checked(0)]);
  },
);

test('an application whose head says something else than the ledger is told by its id', async () => {
  const id = await reserved();
  await tamper(headKey(id), 'about.money.committed.state', 1);
  expect(await check()).toEqual([differs([id], false, ['vg-alzey-land']), checked(1)]);
  await tamper(headKey(id), 'about.money.committed.state', -1);
  expect(await check()).toEqual([checked(0)]);
});

test('sums of a provider that are not what its applications hold are told by its id', async () => {
  await reserved();
  const { db, table: TableName } = server.store;
  const add = (by: number) =>
    db.send(
      new UpdateCommand({
        TableName,
        Key: sumsKey(2027, 'vg-alzey-land'),
        UpdateExpression: 'ADD #n :by',
        ExpressionAttributeNames: { '#n': 'kita|biebelnheim|reserved' },
        ExpressionAttributeValues: { ':by': by },
      }),
    );
  await add(1);
  expect(await check()).toEqual([differs([], false, ['vg-alzey-land']), checked(1)]);
  await add(-1);
  expect(await check()).toEqual([checked(0)]);
});

test('an entry that is gone is told by both', async () => {
  const id = await reserved();
  const { db, table: TableName } = server.store;
  const one = (await readEntries(server.store, 2027)).find(({ submission }) => submission === id);
  const found = one ?? expect.unreachable();
  await db.send(new DeleteCommand({ TableName, Key: entryKey(2027, found) }));
  expect(await check()).toEqual([differs([id], true), checked(1)]);
  await db.send(new PutCommand({ TableName, Item: { ...entryKey(2027, found), ...found } }));
  expect(await check()).toEqual([checked(0)]);
});

test('an application that was deleted after its time differs in nothing, one that is merely gone does', async () => {
  const [erased, lost] = [await reserved(), await reserved()];
  const head = (await readHead(server.store, erased)) ?? expect.unreachable();
  await erase(server.store, head, server.clock.now());
  expect(await check()).toEqual([checked(0)]);
  const { db, table: TableName } = server.store;
  await db.send(new DeleteCommand({ TableName, Key: headKey(lost) }));
  // What an application was for is known by its head alone: of this provider the sums are no longer told.
  expect(await check()).toEqual([differs([lost]), checked(1)]);
});

test('closed years are not read', async () => {
  const calls = await server.callsWhile(async () => {
    await check();
  });
  const asked = calls
    .filter(({ operation }) => operation === 'Query')
    .map(({ request }) => JSON.stringify(request))
    .filter((text) => text.includes('BUDGET#') || text.includes('F#budget'));
  expect(asked.length).toBeGreaterThan(0);
  for (const text of asked) expect(text).toMatch(/#2027/);
});
