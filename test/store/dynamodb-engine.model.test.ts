import { randomUUID } from 'node:crypto';
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, startEngine } from './dynamodb-engine.setup.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

const KEYS = ['a', 'b', 'c'] as const;

/** One write of one item, on a condition: a number is the value that the item must have. */
interface Write {
  key: (typeof KEYS)[number];
  effect: 'put' | 'add' | 'delete' | 'check';
  when: 'always' | 'absent' | 'present' | 0 | 1;
}

/** Several writes are a transaction. */
type Step = Write[];
type Model = ReadonlyMap<string, number>;

const effect = fc.constantFrom<Write['effect'][]>('put', 'add', 'delete');
const when = fc.constantFrom<Write['when'][]>('always', 'absent', 'present', 0, 1);
const single = fc.record({ key: fc.constantFrom(...KEYS), effect, when }).map((write): Step => [write]);
const transaction = fc.uniqueArray(
  fc.record({ key: fc.constantFrom(...KEYS), effect: fc.oneof(effect, fc.constant('check' as const)), when }),
  { selector: (write) => write.key, minLength: 2, maxLength: 3 },
);
const step = fc.oneof(single, transaction);

function holds({ key, when }: Write, model: Model): boolean {
  if (when === 'always') return true;
  if (when === 'absent') return !model.has(key);
  return when === 'present' ? model.has(key) : model.get(key) === when;
}

/** The model after a step, or undefined when a condition refuses it. */
function apply(step: Step, model: Model): Model | undefined {
  if (!step.every((write) => holds(write, model))) return undefined;
  const next = new Map(model);
  for (const { key, effect } of step) {
    if (effect === 'put') next.set(key, 0);
    if (effect === 'add') next.set(key, (model.get(key) ?? 0) + 1);
    if (effect === 'delete') next.delete(key);
  }
  return next;
}

function requestOf({ key, effect, when }: Write, pk: string) {
  // A condition check must have a condition.
  const [condition, value] =
    when === 'absent'
      ? ['attribute_not_exists(pk)']
      : when === 'present'
        ? ['attribute_exists(pk)']
        : when === 'always'
          ? [effect === 'check' ? 'attribute_exists(pk) OR attribute_not_exists(pk)' : undefined]
          : ['n = :n', when];
  const values = {
    ...(value === undefined ? {} : { ':n': value }),
    ...(effect === 'add' ? { ':one': 1 } : {}),
  };
  const conditional = {
    TableName: engine.table,
    ConditionExpression: condition,
    ExpressionAttributeValues: Object.keys(values).length > 0 ? values : undefined,
  };
  const Key = { pk, sk: key };
  return {
    put: { ...conditional, Item: { ...Key, n: 0, owner: pk } },
    check: { ...conditional, ConditionExpression: condition ?? '', Key },
    delete: { ...conditional, Key },
    add: {
      ...conditional,
      Key,
      UpdateExpression: 'SET #owner = :owner ADD n :one',
      ExpressionAttributeNames: { '#owner': 'owner' },
      ExpressionAttributeValues: { ...values, ':owner': pk },
    },
  };
}

/** In a conflict the engine refuses a transaction only because another runs; the embedded one never does. */
type Result = 'done' | 'refused' | 'conflict';

async function send(step: Step, pk: string): Promise<Result> {
  const [first, ...others] = step;
  const sending =
    first && others.length === 0
      ? sendOne(first, pk)
      : engine.client.send(
          new TransactWriteCommand({ TransactItems: step.map((write) => partOf(write, pk)) }),
        );
  return sending.then(
    () => 'done',
    (error) => {
      if (error.name === 'ConditionalCheckFailedException') return 'refused';
      if (error.name !== 'TransactionCanceledException') throw error;
      return error.message.includes('TransactionConflict') ? 'conflict' : 'refused';
    },
  );
}

function sendOne(write: Write, pk: string): Promise<unknown> {
  const request = requestOf(write, pk);
  if (write.effect === 'put') return engine.client.send(new PutCommand(request.put));
  if (write.effect === 'add') return engine.client.send(new UpdateCommand(request.add));
  return engine.client.send(new DeleteCommand(request.delete));
}

function partOf(write: Write, pk: string): NonNullable<TransactWriteCommandInput['TransactItems']>[number] {
  const request = requestOf(write, pk);
  if (write.effect === 'put') return { Put: request.put };
  if (write.effect === 'add') return { Update: request.add };
  return write.effect === 'delete' ? { Delete: request.delete } : { ConditionCheck: request.check };
}

async function stored(pk: string): Promise<Model> {
  const found = new Map<string, number>();
  for (const key of KEYS) {
    const { Item } = await engine.client.send(
      new GetCommand({ TableName: engine.table, Key: { pk, sk: key }, ConsistentRead: true }),
    );
    if (Item) found.set(key, Item.n as number);
  }
  return found;
}

async function indexed(pk: string): Promise<Model> {
  const { Items = [] } = await engine.client.send(
    new QueryCommand({
      TableName: engine.table,
      IndexName: 'by-owner',
      KeyConditionExpression: '#owner = :pk',
      ExpressionAttributeNames: { '#owner': 'owner' },
      ExpressionAttributeValues: { ':pk': pk },
    }),
  );
  return new Map(Items.map((item) => [item.sk as string, item.n as number]));
}

test('single writes and transactions do what a simple model does, in the table and in an index', async () => {
  const steps = fc.array(step, { maxLength: 15 });
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      const pk = randomUUID();
      let model: Model = new Map();
      for (const step of steps) {
        const next = apply(step, model);
        expect(await send(step, pk)).toBe(next ? 'done' : 'refused');
        model = next ?? model;
      }
      expect(await stored(pk)).toEqual(model);
      expect(await indexed(pk)).toEqual(model);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('what happens at the same time comes to what it comes to in some order', async () => {
  const rounds = fc.array(fc.array(step, { minLength: 2, maxLength: 4 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(rounds, async (rounds) => {
      const pk = randomUUID();
      let before: Model = new Map();
      for (const steps of rounds) {
        const results = await Promise.all(steps.map((step) => send(step, pk)));
        const after = await stored(pk);
        const orders = permutations(steps.map((step, at) => ({ step, result: results[at] })));
        expect(orders.some((order) => leadsTo(order, before, after))).toBe(true);
        before = after;
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

function leadsTo(order: { step: Step; result?: Result }[], before: Model, after: Model): boolean {
  let model = before;
  for (const { step, result } of order) {
    if (result === 'conflict') continue;
    const next = apply(step, model);
    if (result !== (next ? 'done' : 'refused')) return false;
    model = next ?? model;
  }
  return model.size === after.size && [...model].every(([key, n]) => after.get(key) === n);
}

function permutations<T>(values: T[]): T[][] {
  if (values.length < 2) return [values];
  return values.flatMap((value, at) => permutations(values.toSpliced(at, 1)).map((rest) => [value, ...rest]));
}
