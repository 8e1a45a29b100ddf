import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, describe, expect, test } from 'vitest';
import { startDynamoDb } from '../../local/dynamodb/start.ts';
import type { Call, Observe } from '../../local/observe.ts';
import { clientOf, type Engine, embedded, startEngine, tableNamed } from './dynamodb-engine.setup.ts';

/** What only the embedded engine has; there is nothing here to run against DynamoDB Local. */
const describeEmbedded = describe.skipIf(!embedded);

async function withEngine(use: (engine: Engine) => Promise<void>, observe?: Observe): Promise<void> {
  const engine = await startEngine(observe);
  await use(engine).finally(engine.close);
}

describeEmbedded('stream records', () => {
  const set = (engine: Engine, pk: string, n: number) =>
    engine.client.send(new PutCommand({ TableName: engine.table, Item: { pk, sk: 'head', n } }));

  test('come once per change, in an item’s order, with keys only', () =>
    withEngine(async (engine) => {
      const seen: DynamoDBRecord[] = [];
      engine.server.onRecords(async (records) => void seen.push(...records));
      const Key = { pk: 'a', sk: 'head' };
      await engine.client.send(new DeleteCommand({ TableName: engine.table, Key }));
      await set(engine, 'a', 1);
      await set(engine, 'a', 1);
      await set(engine, 'a', 2);
      await engine.client.send(new DeleteCommand({ TableName: engine.table, Key }));
      await engine.server.idle();
      expect(seen.map((record) => record.eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
      expect(seen[0]).toMatchObject({
        eventSource: 'aws:dynamodb',
        eventSourceARN: expect.stringContaining(`table/${engine.table}/stream/`),
        dynamodb: { Keys: { pk: { S: 'a' }, sk: { S: 'head' } }, StreamViewType: 'KEYS_ONLY' },
      });
      expect(seen[0]?.dynamodb).not.toHaveProperty('NewImage');
      const numbers = seen.map((record) => BigInt(record.dynamodb?.SequenceNumber ?? 0));
      expect(numbers.toSorted((one, other) => (one < other ? -1 : 1))).toEqual(numbers);
    }));

  test('a transaction gives a record for each item it changes', () =>
    withEngine(async (engine) => {
      const seen: (string | undefined)[] = [];
      engine.server.onRecords(async (records) => {
        for (const { dynamodb } of records) seen.push(dynamodb?.Keys?.pk?.S);
      });
      const item = (pk: string) => ({ Put: { TableName: engine.table, Item: { pk, sk: 'head' } } });
      await engine.client.send(new TransactWriteCommand({ TransactItems: [item('a'), item('b')] }));
      await engine.server.idle();
      expect(seen.sort()).toEqual(['a', 'b']);
    }));

  test('a listener that fails gets the same records again before any later one', () =>
    withEngine(async (engine) => {
      const tries: number[] = [];
      engine.server.onRecords(async (records) => {
        tries.push(records.length);
        if (tries.length === 1) await set(engine, 'a', 2);
        if (tries.length < 3) throw new Error('not yet');
      });
      await set(engine, 'a', 1);
      await engine.server.idle();
      expect(tries).toEqual([1, 1, 1, 1]);
    }));

  test('a listener may write, and idle waits for what follows from it', () =>
    withEngine(async (engine) => {
      engine.server.onRecords(async ([record]) => {
        const pk = record?.dynamodb?.Keys?.pk?.S ?? '';
        if (pk.length < 4) await set(engine, `${pk}a`, 0);
      });
      await set(engine, 'a', 0);
      await engine.server.idle();
      const last = { TableName: engine.table, Key: { pk: 'aaaa', sk: 'head' } };
      expect((await engine.client.send(new GetCommand(last))).Item).toBeDefined();
    }));
});

describeEmbedded('observe', () => {
  test('is told who asks for what, before and after, with the capacity', async () => {
    const calls: Call[] = [];
    await withEngine(
      async (engine) => {
        const families = clientOf(engine.server.endpoint, 'families');
        const Item = { pk: 'a', sk: 'head' };
        calls.length = 0;
        await families.send(new PutCommand({ TableName: engine.table, Item }));
        const again = { TableName: engine.table, Item, ConditionExpression: 'attribute_not_exists(pk)' };
        await families.send(new PutCommand(again)).catch(() => undefined);
        await families.send(
          new TransactWriteCommand({ TransactItems: [{ Put: { TableName: engine.table, Item } }] }),
        );
        families.destroy();
      },
      (call) => void calls.push(call),
    );
    expect(new Set(calls.map(({ service, by }) => `${service} ${by}`))).toEqual(
      new Set(['dynamodb families']),
    );
    expect(calls.map(({ operation, phase }) => `${operation} ${phase}`)).toEqual([
      'PutItem before',
      'PutItem after',
      'PutItem before',
      'PutItem after',
      'TransactWriteItems before',
      'TransactWriteItems:apply before',
      'TransactWriteItems:apply after',
      'TransactWriteItems after',
    ]);
    expect(calls[1]?.response).toMatchObject({ ConsumedCapacity: { CapacityUnits: 1 } });
    expect(calls[3]?.response).toMatchObject({
      __type: expect.stringContaining('ConditionalCheckFailed'),
      ConsumedCapacity: { CapacityUnits: 1 },
    });
    expect(calls[7]?.response).toMatchObject({ ConsumedCapacity: [{ CapacityUnits: 2 }] });
  });
});

test.skipIf(!embedded)('a second process is told that the files are in use', () =>
  withEngine(async (engine) => {
    await expect(startDynamoDb({ dir: engine.dir })).rejects.toThrow('does another process use it');
  }),
);

describeEmbedded('a kill', { timeout: 60_000 }, () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  const TABLE = 'kill-table';
  const items = ['a', 'b', 'c'].map((pk) => ({ TableName: TABLE, Key: { pk, sk: 'head' } }));
  const ClientRequestToken = randomUUID();
  const addToAll = (client: DynamoDBDocumentClient, more: object = { ClientRequestToken }) =>
    client.send(
      new TransactWriteCommand({
        TransactItems: items.map((item) => ({
          Update: {
            ...item,
            UpdateExpression: 'SET #owner = :owner ADD n :one',
            ExpressionAttributeNames: { '#owner': 'owner' },
            ExpressionAttributeValues: { ':owner': 'o', ':one': 1 },
          },
        })),
        ...more,
      }),
    );

  /** The numbers in the table and in the index, which must be the same ones. */
  async function numbers(client: DynamoDBDocumentClient): Promise<number[]> {
    const read = items.map((item) => client.send(new GetCommand(item)));
    const found = (await Promise.all(read)).map(({ Item }) => (Item?.n ?? 0) as number);
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: TABLE,
        IndexName: 'by-owner',
        KeyConditionExpression: '#owner = :o',
        ExpressionAttributeNames: { '#owner': 'owner' },
        ExpressionAttributeValues: { ':o': 'o' },
      }),
    );
    const indexed = Items.toSorted((one, other) => (one.pk < other.pk ? -1 : 1)).map((item) => item.n);
    expect(indexed).toEqual(found.filter((n) => n > 0));
    return found;
  }

  /** Starts the engine in a process of its own, which kills itself at the given moment. */
  async function startChild(
    dir: string,
    at = '',
    count = 0,
  ): Promise<[ChildProcess, DynamoDBDocumentClient]> {
    const code = `
      const { startDynamoDb } = await import(${JSON.stringify(new URL('../../local/dynamodb/start.ts', import.meta.url).href)});
      let left = ${count};
      const observe = ({ operation, phase }) => {
        if (operation + ' ' + phase === ${JSON.stringify(at)} && --left === 0) process.kill(process.pid, 'SIGKILL');
      };
      const { endpoint } = await startDynamoDb({ dir: ${JSON.stringify(dir)}, observe });
      process.stdout.write(endpoint);`;
    const args = ['--input-type=module', '--eval', code];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    const [endpoint] = (await once(child.stdout, 'data')) as [Buffer];
    return [child, clientOf(String(endpoint))];
  }

  async function withDir(use: (dir: string) => Promise<void>): Promise<void> {
    const dir = mkdtempSync(join(tmpdir(), 'bindeglied-kill-'));
    await use(dir).finally(() => rmSync(dir, { recursive: true }));
  }

  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  test.each([
    ['TransactWriteItems:apply before', 1, 0],
    ['TransactWriteItems:apply before', 2, 0],
    ['TransactWriteItems:apply before', 3, 0],
    ['TransactWriteItems:apply after', 1, 1],
    ['TransactWriteItems after', 1, 1],
  ])('at %s, number %i, leaves %i of each item, and a repeat makes it one', (at, count, left) =>
    withDir(async (dir) => {
      const [first, dying] = await startChild(dir, at, count);
      await dying.send(new CreateTableCommand(tableNamed(TABLE)));
      await expect(addToAll(dying)).rejects.toThrow();
      await kill(first);
      expect(first.signalCode).toBe('SIGKILL');
      const [second, client] = await startChild(dir);
      expect(await numbers(client)).toEqual([left, left, left]);
      await addToAll(client);
      expect(await numbers(client)).toEqual([1, 1, 1]);
      await kill(second);
    }),
  );

  test('at any moment leaves whole transactions and every answered one', () =>
    withDir(async (dir) => {
      let answered = 0;
      let sent = 0;
      for (const rounds of [1, 7, 30, 60]) {
        const [child, client] = await startChild(dir);
        if (rounds === 1) await client.send(new CreateTableCommand(tableNamed(TABLE)));
        const [n = 0, ...others] = await numbers(client);
        expect(others).toEqual([n, n]);
        expect(n).toBeGreaterThanOrEqual(answered);
        expect(n).toBeLessThanOrEqual(sent);
        answered = n;
        sent = n;
        const until = answered + rounds;
        const loop = async () => {
          for (;;) {
            sent += 1;
            await addToAll(client, {});
            answered += 1;
            if (answered === until) child.kill('SIGKILL');
          }
        };
        await Promise.allSettled([loop(), loop(), loop()]);
        await kill(child);
        client.destroy();
      }
      const [last, client] = await startChild(dir);
      const [n = 0, ...others] = await numbers(client);
      expect(others).toEqual([n, n]);
      expect(n).toBeGreaterThanOrEqual(answered);
      await kill(last);
    }));

  test('loses no single write that was answered', () =>
    withDir(async (dir) => {
      const [child, client] = await startChild(dir, 'UpdateItem after', 3);
      await client.send(new CreateTableCommand(tableNamed(TABLE)));
      const add = {
        TableName: TABLE,
        Key: { pk: 'a', sk: 'head' },
        UpdateExpression: 'ADD n :one',
        ExpressionAttributeValues: { ':one': 1 },
      };
      const command = () => new UpdateCommand(add);
      await client.send(command());
      await client.send(command());
      await expect(client.send(command())).rejects.toThrow();
      await kill(child);
      const [again, reader] = await startChild(dir);
      const { Item } = await reader.send(new GetCommand({ TableName: TABLE, Key: { pk: 'a', sk: 'head' } }));
      expect(Item?.n).toBe(3);
      await kill(again);
    }));
});
