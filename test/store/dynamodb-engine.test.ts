import { createHash, randomUUID } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ListTablesCommand,
  TransactionCanceledException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  TransactGetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Engine, startEngine, tableNamed } from './dynamodb-engine.setup.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

type Fields = Record<string, unknown>;

const put = (Item: Fields) => engine.client.send(new PutCommand({ TableName: engine.table, Item }));
const get = async (pk: string, sk: string) =>
  (
    await engine.client.send(
      new GetCommand({ TableName: engine.table, Key: { pk, sk }, ConsistentRead: true }),
    )
  ).Item;
const update = (pk: string, input: Partial<UpdateCommandInput>) =>
  engine.client.send(
    new UpdateCommand({
      TableName: engine.table,
      Key: { pk, sk: 'head' },
      ReturnValues: 'ALL_NEW',
      ...input,
    }),
  );
const query = (input: Partial<QueryCommandInput>) =>
  engine.client.send(new QueryCommand({ TableName: engine.table, ...input }));
const transact = (TransactItems: TransactWriteCommandInput['TransactItems'], more: Fields = {}) =>
  engine.client.send(new TransactWriteCommand({ TransactItems, ...more }));
const refused = async <E>(kind: new (...args: never[]) => E, promise: Promise<unknown>): Promise<E> => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(kind);
  return error as E;
};

describe('updates', () => {
  test('nested maps are set, counted and cleared by path', async () => {
    const pk = randomUUID();
    await put({ pk, sk: 'head', owed: {}, history: ['one'] });
    const names = { '#k': 'mail.1' };
    const first = await update(pk, {
      UpdateExpression: 'SET owed.#k = :what, history = list_append(history, :more) ADD tries :one',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':what': { to: 'worker' }, ':more': ['two'], ':one': 1 },
    });
    expect(first.Attributes).toMatchObject({
      owed: { 'mail.1': { to: 'worker' } },
      history: ['one', 'two'],
      tries: 1,
    });
    const second = await update(pk, {
      UpdateExpression: 'REMOVE owed.#k SET n = if_not_exists(n, :zero) + :one',
      ConditionExpression: 'attribute_exists(owed.#k) AND size(history) = :two',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':zero': 0, ':one': 1, ':two': 2 },
    });
    expect(second.Attributes).toMatchObject({ owed: {}, n: 1 });
    const third = update(pk, {
      UpdateExpression: 'SET owed.#k = :what',
      ConditionExpression: 'attribute_not_exists(owed.#k) AND size(owed) > :none',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':what': 1, ':none': 0 },
    });
    await refused(ConditionalCheckFailedException, third);
  });

  test('a path whose map is missing is refused', async () => {
    const failing = update(randomUUID(), {
      UpdateExpression: 'SET owed.mail = :one',
      ExpressionAttributeValues: { ':one': 1 },
    });
    await expect(failing).rejects.toThrow('document path provided in the update expression is invalid');
  });

  test('an empty string as the key of an index is refused', async () => {
    await expect(put({ pk: randomUUID(), sk: 'a', owner: '' })).rejects.toThrow('empty string value');
  });

  test('an item above 400 kB is refused, counted in UTF-8', async () => {
    const fits = { pk: randomUUID(), sk: 'a', text: 'ä'.repeat(200 * 1024) };
    await expect(put(fits)).rejects.toThrow('exceeded the maximum allowed size');
  });
});

describe('conditions', () => {
  const holds = (condition: string, names: Fields, values?: Fields) =>
    update('conditions', {
      UpdateExpression: 'REMOVE nothing',
      ConditionExpression: condition,
      ExpressionAttributeNames: names as Record<string, string>,
      ExpressionAttributeValues: values,
    }).then(
      () => true,
      (error) => error.name !== 'ConditionalCheckFailedException' && Promise.reject(error),
    );

  test.each([
    ['a missing attribute equals nothing, not even another that is missing', '#x = #y', undefined, false],
    ['a missing attribute differs from another that is missing', '#x <> #y', undefined, true],
    ['a missing attribute is not at most another that is missing', '#x <= #y', undefined, false],
    ['a map equals a literal map in another order', '#map = :v', { b: [1], a: 'x' }, true],
    ['a map differs from one with more entries', '#map = :v', { a: 'x', b: [1], c: 1 }, false],
    ['a list equals a literal list', '#list = :v', ['p', { q: true }], true],
    ['a list has an order', '#list = :v', [{ q: true }, 'p'], false],
    ['false is found by IN', '#no IN (:v)', false, true],
    ['false is a boolean', 'attribute_type(#no, :v)', 'BOOL', true],
    ['a set has no order', '#set = :v', new Set(['b', 'a']), true],
    ['a set contains its member', 'contains(#set, :v)', 'a', true],
    ['texts are compared as texts', '#text < :v', 'b', true],
    ['numbers are compared as numbers', '#ten > :v', 9, true],
  ])('%s', async (_, condition, value, expected) => {
    await put({
      pk: 'conditions',
      sk: 'head',
      map: { a: 'x', b: [1] },
      list: ['p', { q: true }],
      no: false,
      set: new Set(['a', 'b']),
      text: 'a',
      ten: 10,
    });
    const used = [...condition.matchAll(/#(\w+)/g)].map(([, name]) => name as string);
    const names = Object.fromEntries(used.map((name) => [`#${name}`, name]));
    expect(await holds(condition, names, value === undefined ? undefined : { ':v': value })).toBe(expected);
  });

  test('a failed condition gives the old item when it is asked for', async () => {
    const pk = randomUUID();
    await put({ pk, sk: 'head', version: 3 });
    const input = { TableName: engine.table, ConditionExpression: 'attribute_not_exists(pk)' } as const;
    const wanted = { ...input, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
    const item = { pk, sk: 'head' };
    const old = { pk: { S: pk }, sk: { S: 'head' }, version: { N: '3' } };
    const failure = (send: Promise<unknown>) => refused(ConditionalCheckFailedException, send);
    const { client } = engine;
    const set = { UpdateExpression: 'SET a = :a', ExpressionAttributeValues: { ':a': 1 } };
    expect((await failure(client.send(new PutCommand({ ...wanted, Item: item })))).Item).toEqual(old);
    expect((await failure(client.send(new UpdateCommand({ ...wanted, ...set, Key: item })))).Item).toEqual(
      old,
    );
    expect((await failure(client.send(new DeleteCommand({ ...wanted, Key: item })))).Item).toEqual(old);
    expect((await failure(client.send(new PutCommand({ ...input, Item: item })))).Item).toBeUndefined();
  });
});

describe('indexes', () => {
  test('hold what they project, are sorted, and lose items whose key is removed', async () => {
    const owner = randomUUID();
    for (const due of ['2026-01-02#b', '2026-01-01#a', '2026-02-01#c']) {
      await put({ pk: owner, sk: due, owner, due, state: owner, title: `to ${due}`, text: 'long' });
    }
    const keys = await query({
      IndexName: 'by-state',
      KeyConditionExpression: '#state = :owner AND begins_with(due, :month)',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':owner': owner, ':month': '2026-01' },
    });
    expect(keys.Items?.[0]).toEqual({ pk: owner, sk: '2026-01-01#a', state: owner, due: '2026-01-01#a' });
    expect(keys.Items).toHaveLength(2);
    const between = await query({
      IndexName: 'by-due',
      KeyConditionExpression: '#owner = :owner AND due BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#owner': 'owner' },
      ExpressionAttributeValues: { ':owner': owner, ':from': '2026-01-02', ':to': '2026-03' },
      ScanIndexForward: false,
    });
    expect(between.Items?.map((item) => item.title)).toEqual(['to 2026-02-01#c', 'to 2026-01-02#b']);
    expect(between.Items?.[0]).not.toHaveProperty('text');

    const Key = { pk: owner, sk: '2026-02-01#c' };
    await update(owner, {
      Key,
      UpdateExpression: 'REMOVE #owner',
      ExpressionAttributeNames: { '#owner': 'owner' },
    });
    expect((await all('by-owner', owner)).map((item) => item.sk)).toEqual(['2026-01-01#a', '2026-01-02#b']);
  });

  test('hold every item although items share the whole key and the short hash of their own', async () => {
    const owner = randomUUID();
    const twins = withOneHash();
    for (const pk of [...twins, 'other']) await put({ pk, sk: 'same', owner, due: 'same' });
    expect((await all('by-due', owner)).map((item) => item.pk).sort()).toEqual([...twins, 'other'].sort());
    const [gone] = twins;
    await engine.client.send(new DeleteCommand({ TableName: engine.table, Key: { pk: gone, sk: 'same' } }));
    expect(await all('by-due', owner)).toHaveLength(2);
  });

  /** Every page of one owner's items, one item a page. */
  async function all(IndexName: string, owner: string): Promise<Fields[]> {
    const items: Fields[] = [];
    let ExclusiveStartKey: Fields | undefined;
    do {
      const page = await query({
        IndexName,
        Limit: 1,
        ExclusiveStartKey,
        KeyConditionExpression: '#owner = :owner',
        ExpressionAttributeNames: { '#owner': 'owner' },
        ExpressionAttributeValues: { ':owner': owner },
      });
      items.push(...(page.Items ?? []));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return items;
  }

  /** Two partition keys that dynalite's 24 bits of MD5 do not tell apart. */
  function withOneHash(): [string, string] {
    const seen = new Map<string, string>();
    for (let n = 0; ; n += 1) {
      const key = `item-${n}`;
      const hash = createHash('md5').update('Outliers').update(key).update('same').digest('hex').slice(0, 6);
      const twin = seen.get(hash);
      if (twin) return [twin, key];
      seen.set(hash, key);
    }
  }
});

describe('reads', () => {
  test('pages go forwards and backwards without a gap', async () => {
    const pk = randomUUID();
    const sks = Array.from({ length: 230 }, (_, n) => String(n).padStart(4, '0'));
    await Promise.all(sks.map((sk) => put({ pk, sk, odd: Number(sk) % 2 === 1 })));
    for (const ScanIndexForward of [true, false]) {
      const found: unknown[] = [];
      let start: Fields | undefined;
      do {
        const page = await query({
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          Limit: 100,
          ConsistentRead: true,
          ExclusiveStartKey: start,
          ScanIndexForward,
        });
        found.push(...(page.Items ?? []).map((item) => item.sk));
        start = page.LastEvaluatedKey;
      } while (start);
      expect(found).toEqual(ScanIndexForward ? sks : sks.toReversed());
    }
    const odd = await query({
      KeyConditionExpression: 'pk = :pk AND sk < :ten',
      FilterExpression: 'odd = :yes',
      ProjectionExpression: 'sk',
      ExpressionAttributeValues: { ':pk': pk, ':yes': true, ':ten': '0010' },
    });
    expect(odd.ScannedCount).toBe(10);
    expect(odd.Items?.at(-1)).toEqual({ sk: '0009' });
  });

  test('batches write, delete and read', async () => {
    const pk = randomUUID();
    await put({ pk, sk: 'old' });
    const RequestItems = {
      [engine.table]: [
        { PutRequest: { Item: { pk, sk: 'a' } } },
        { PutRequest: { Item: { pk, sk: 'b' } } },
        { DeleteRequest: { Key: { pk, sk: 'old' } } },
      ],
    };
    await engine.client.send(new BatchWriteCommand({ RequestItems }));
    const Keys = ['a', 'b', 'old'].map((sk) => ({ pk, sk }));
    const read = await engine.client.send(
      new BatchGetCommand({ RequestItems: { [engine.table]: { Keys, ConsistentRead: true } } }),
    );
    expect(read.Responses?.[engine.table]?.map((item) => item.sk).sort()).toEqual(['a', 'b']);
    const scan = await engine.client.send(
      new ScanCommand({
        TableName: engine.table,
        FilterExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
      }),
    );
    expect(scan.Items).toHaveLength(2);
  });
});

describe('transactions', () => {
  const at = (pk: string, sk: string) => ({ TableName: engine.table, Key: { pk, sk } });

  test('write all items or none, and say for each why', async () => {
    const pk = randomUUID();
    await put({ pk, sk: 'check', role: 'head' });
    await put({ pk, sk: 'update', n: 1 });
    await put({ pk, sk: 'delete' });
    const items = (role: string): TransactWriteCommandInput['TransactItems'] => [
      {
        Put: {
          TableName: engine.table,
          Item: { pk, sk: 'put' },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      {
        Update: {
          ...at(pk, 'update'),
          UpdateExpression: 'ADD n :one',
          ExpressionAttributeValues: { ':one': 1 },
        },
      },
      { Delete: at(pk, 'delete') },
      {
        ConditionCheck: {
          ...at(pk, 'check'),
          ConditionExpression: '#role = :role',
          ExpressionAttributeNames: { '#role': 'role' },
          ExpressionAttributeValues: { ':role': role },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
    ];
    const failure = await refused(TransactionCanceledException, transact(items('clerk')));
    expect(failure.message).toContain('[None, None, None, ConditionalCheckFailed]');
    expect(failure.CancellationReasons?.map((reason) => reason.Code)).toEqual([
      'None',
      'None',
      'None',
      'ConditionalCheckFailed',
    ]);
    expect(failure.CancellationReasons?.[3]?.Item).toEqual({
      pk: { S: pk },
      sk: { S: 'check' },
      role: { S: 'head' },
    });
    expect(await get(pk, 'put')).toBeUndefined();
    expect(await get(pk, 'delete')).toBeDefined();

    await transact(items('head'));
    const read = await engine.client.send(
      new TransactGetCommand({
        TransactItems: ['put', 'update', 'delete', 'check'].map((sk) => ({ Get: at(pk, sk) })),
      }),
    );
    expect(read.Responses?.map(({ Item }) => Item?.n ?? Item?.sk)).toEqual(['put', 2, undefined, 'check']);
  });

  test('name an item only once, and at most a hundred', async () => {
    const pk = randomUUID();
    const items = (count: number) =>
      Array.from({ length: count }, (_, n) => ({
        Put: { TableName: engine.table, Item: { pk, sk: String(n) } },
      }));
    await expect(transact([...items(2), { Delete: at(pk, '1') }])).rejects.toThrow(
      'cannot include multiple operations on one item',
    );
    await expect(transact(items(101))).rejects.toThrow('100');
    await transact(items(100));
    expect(await get(pk, '99')).toBeDefined();
  });

  test('are applied once when they are repeated with their token', async () => {
    const pk = randomUUID();
    const items = [
      {
        Update: { ...at(pk, 'n'), UpdateExpression: 'ADD n :one', ExpressionAttributeValues: { ':one': 1 } },
      },
    ];
    const ClientRequestToken = randomUUID();
    await transact(items, { ClientRequestToken });
    await transact(items, { ClientRequestToken });
    expect(await get(pk, 'n')).toMatchObject({ n: 1 });
    const other = transact([{ Delete: at(pk, 'n') }], { ClientRequestToken });
    await expect(other).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });
    await transact(items);
    expect(await get(pk, 'n')).toMatchObject({ n: 2 });
  });
});

describe('tables', () => {
  test('are there, are refused twice, and take their items with them', async () => {
    const name = `${engine.table}-short`;
    await engine.client.send(new CreateTableCommand(tableNamed(name)));
    const twice = engine.client.send(new CreateTableCommand(tableNamed(name)));
    await expect(twice).rejects.toMatchObject({ name: 'ResourceInUseException' });
    const { Table } = await engine.client.send(new DescribeTableCommand({ TableName: name }));
    expect(Table).toMatchObject({ TableStatus: 'ACTIVE', StreamSpecification: { StreamEnabled: true } });
    const TimeToLiveSpecification = { Enabled: true, AttributeName: 'ttl' };
    await engine.client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification }));
    const ttl = await engine.client.send(new DescribeTimeToLiveCommand({ TableName: name }));
    expect(ttl.TimeToLiveDescription?.AttributeName).toBe('ttl');

    await engine.client.send(new PutCommand({ TableName: name, Item: { pk: 'a', sk: 'a', owner: 'o' } }));
    await engine.client.send(new DeleteTableCommand({ TableName: name }));
    expect((await engine.client.send(new ListTablesCommand({}))).TableNames).not.toContain(name);
    await engine.client.send(new CreateTableCommand(tableNamed(name)));
    for (const IndexName of [undefined, 'by-owner']) {
      expect((await engine.client.send(new ScanCommand({ TableName: name, IndexName }))).Items).toEqual([]);
    }
    await engine.client.send(new DeleteTableCommand({ TableName: name }));
    await expect(
      engine.client.send(new GetCommand({ TableName: name, Key: { pk: 'a', sk: 'a' } })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('consumed capacity', () => {
  test('counts kilobytes of the larger item, and indexes only when their entry changes', async () => {
    const pk = randomUUID();
    const input = { TableName: engine.table, ReturnConsumedCapacity: 'INDEXES' } as const;
    const item = { pk, sk: 'a', owner: pk, title: 'ä'.repeat(600) };
    const first = await engine.client.send(new PutCommand({ ...input, Item: item }));
    expect(first.ConsumedCapacity).toMatchObject({
      CapacityUnits: 4,
      Table: { CapacityUnits: 2 },
      GlobalSecondaryIndexes: { 'by-owner': { CapacityUnits: 2 } },
    });
    const moved = await engine.client.send(new PutCommand({ ...input, Item: { ...item, owner: `${pk}2` } }));
    expect(moved.ConsumedCapacity).toMatchObject({ CapacityUnits: 6, Table: { CapacityUnits: 2 } });
    const dated = await update(pk, {
      ...input,
      Key: { pk, sk: 'a' },
      UpdateExpression: 'SET due = :due REMOVE title',
      ExpressionAttributeValues: { ':due': '2026' },
    });
    expect(dated.ConsumedCapacity).toMatchObject({
      CapacityUnits: 5,
      Table: { CapacityUnits: 2 },
      GlobalSecondaryIndexes: { 'by-due': { CapacityUnits: 1 }, 'by-owner': { CapacityUnits: 2 } },
    });
    const Key = { pk, sk: 'a' };
    const total = { TableName: engine.table, ReturnConsumedCapacity: 'TOTAL', Key } as const;
    const once = await engine.client.send(new GetCommand(total));
    expect(once.ConsumedCapacity).toEqual({ TableName: engine.table, CapacityUnits: 0.5 });
    const consistent = await engine.client.send(new GetCommand({ ...total, ConsistentRead: true }));
    expect(consistent.ConsumedCapacity?.CapacityUnits).toBe(1);
    const together = await engine.client.send(
      new TransactGetCommand({
        TransactItems: [{ Get: { TableName: engine.table, Key } }],
        ReturnConsumedCapacity: 'TOTAL',
      }),
    );
    expect(together.ConsumedCapacity?.[0]?.CapacityUnits).toBe(2);
  });
});
