import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHead } from '../../domain/submission/a-head.test-data.ts';
import type { Head } from '../../domain/submission/head.ts';
import type { Store } from '../../functions/store/client.ts';
import { headItem } from '../../functions/store/heads.ts';
import { logKey, submissionPk } from '../../functions/store/keys.ts';
import { logged, readLog } from '../../functions/store/log.ts';
import { transact } from '../../functions/store/transact.ts';
import { type Engine, startEngine, tableNamed } from './dynamodb-engine.setup.ts';

const AT = '2026-04-28T08:00:00.000Z';
let engine: Engine;
let store: Store;

beforeAll(async () => {
  engine = await startEngine();
  store = { db: engine.client, table: engine.table, keysTable: `${engine.table}-keys` };
  await engine.client.send(new CreateTableCommand(tableNamed(store.keysTable)));
});
afterAll(() => engine.close());

const ids = ['019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b01', '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b02'];

/** A submission with three entries in its log. */
const written = async (id: string): Promise<Head> => {
  const events = ['received', 'assigned', 'accept'].map((what) => ({
    at: AT,
    by: { system: true as const },
    what,
  }));
  const { head, with: writes } = logged(store, { ...aHead(), id, log: { n: 0, hash: '' } }, ...events);
  await transact(store, [{ Put: { TableName: store.table, Item: headItem(head) } }, ...writes]);
  return head;
};

const entriesOf = async (id: string) => {
  const { Items = [] } = await store.db.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :log)',
      ExpressionAttributeValues: { ':pk': submissionPk(id), ':log': 'LOG#' },
    }),
  );
  return Items;
};

describe("a submission's log", () => {
  it('is whole as it was written, and while more is appended to it', async () => {
    const head = await written(ids[0] ?? '');
    expect((await readLog(store, head)).whole).toBe(true);
    const more = logged(store, head, { at: AT, by: { system: true }, what: 'reached' });
    await transact(store, more.with);
    expect((await readLog(store, head)).whole).toBe(true);
  });

  it.each([1, 2, 3])('is not whole when entry %i says something else', async (n) => {
    const head = await written(`019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b1${n}`);
    const change = { Key: logKey(head.id, n), UpdateExpression: 'SET what = :what' };
    await store.db.send(
      new UpdateCommand({
        TableName: store.table,
        ...change,
        ExpressionAttributeValues: { ':what': 'close' },
      }),
    );
    expect((await readLog(store, head)).whole).toBe(false);
  });

  it('is not whole when its last entry was replaced by another with a fitting hash', async () => {
    const head = await written(`019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b21`);
    const [, second] = await entriesOf(head.id);
    const forged = logged(
      store,
      { ...head, log: { n: 2, hash: String(second?.hash) } },
      { at: AT, by: { system: true }, what: 'withdraw' },
    );
    const Item = forged.with[0]?.Put?.Item;
    await store.db.send(new PutCommand({ TableName: store.table, Item }));
    expect((await readLog(store, head)).whole).toBe(false);
  });
});
