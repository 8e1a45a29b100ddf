import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { exportFormat } from '../../domain/payments/settings.ts';
import type { Store } from './client.ts';
import {
  exportKey,
  exportRowKey,
  exportRowsPk,
  exportsPk,
  numberedOrderKey,
  orderNumbersKey,
} from './keys.ts';
import type { Write } from './transact.ts';

const count = z.int().check(z.nonnegative());

/**
 * A handing over to the finance system. `open` until every order that was there is in it; how its file looks was fixed when it
 * began, so that the file is the same whenever it is asked for.
 */
const exported = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime({ precision: 3 }),
  by: z.string(),
  format: exportFormat,
  prefix: z.string(),
  rows: count,
  /** Cents. */
  amount: count,
  state: z.enum(['open', 'closed']),
});
export type Exported = z.infer<typeof exported>;

/** An order as it was handed over: its number, and what stands in the file. */
const exportedRow = z.strictObject({
  number: z.int(),
  order: z.uuid(),
  amount: count,
  cells: z.array(z.string()),
});
export type ExportedRow = z.infer<typeof exportedRow>;

const bare = ({ pk: _pk, sk: _sk, ...item }: Record<string, unknown>) => item;

export const readExport = async (store: Store, id: string): Promise<Exported | undefined> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: exportKey(id), ConsistentRead: true }),
  );
  return Item && exported.parse(bare(Item));
};

const MOST = 100;

/** The exports, last first. */
export const listExports = async (store: Store): Promise<Exported[]> => {
  const { Items = [] } = await store.db.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': exportsPk },
      Limit: MOST,
      ScanIndexForward: false,
      ConsistentRead: true,
    }),
  );
  return Items.map((item) => exported.parse(bare(item)));
};

/** What was handed over, by its numbers. */
export const readExportRows = async (store: Store, id: string): Promise<ExportedRow[]> => {
  const rows: ExportedRow[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await store.db.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': exportRowsPk(id) },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    rows.push(...(page.Items ?? []).map((item) => exportedRow.parse(bare(item))));
    from = page.LastEvaluatedKey;
  } while (from);
  return rows;
};

/** Begins an export, if none has begun under this id. */
export const putExport = (store: Store, one: Exported): Write => ({
  Put: {
    TableName: store.table,
    Item: { ...exportKey(one.id), ...exported.parse(one) },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** Ends it, if nothing was added since it was read. */
export const closeExport = (store: Store, { id, rows }: Exported): Write => ({
  Update: {
    TableName: store.table,
    Key: exportKey(id),
    UpdateExpression: 'SET #state = :closed',
    ConditionExpression: '#rows = :rows',
    ExpressionAttributeNames: { '#state': 'state', '#rows': 'rows' },
    ExpressionAttributeValues: { ':closed': 'closed', ':rows': rows },
  },
});

/** The number that was given last; 0 before the first. */
export const readLastNumber = async (store: Store): Promise<number> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: orderNumbersKey, ConsistentRead: true }),
  );
  return Item ? z.int().parse(Item.last) : 0;
};

/**
 * Part of the transaction that hands an order over: its number is the next one, its row is in the file, and the file is open
 * still. Without that transaction no number is used, and nobody else gets the same.
 */
export const handOver = (store: Store, id: string, row: ExportedRow): Write[] => [
  {
    Update: {
      TableName: store.table,
      Key: orderNumbersKey,
      UpdateExpression: 'SET #last = :number',
      ConditionExpression: row.number === 1 ? 'attribute_not_exists(pk)' : '#last = :before',
      ExpressionAttributeNames: { '#last': 'last' },
      ExpressionAttributeValues: {
        ':number': row.number,
        ...(row.number > 1 && { ':before': row.number - 1 }),
      },
    },
  },
  {
    Update: {
      TableName: store.table,
      Key: exportKey(id),
      UpdateExpression: 'ADD #rows :one, #amount :amount',
      ConditionExpression: '#state = :open',
      ExpressionAttributeNames: { '#rows': 'rows', '#amount': 'amount', '#state': 'state' },
      ExpressionAttributeValues: { ':one': 1, ':amount': row.amount, ':open': 'open' },
    },
  },
  {
    Put: {
      TableName: store.table,
      Item: { ...exportRowKey(id, row.number), ...exportedRow.parse(row) },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  {
    Put: {
      TableName: store.table,
      Item: { ...numberedOrderKey(row.number), order: row.order },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
];

/** The order that was handed over under a number. */
export const readOrderOf = async (store: Store, number: number): Promise<string | undefined> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: numberedOrderKey(number), ConsistentRead: true }),
  );
  return Item && z.string().parse(Item.order);
};

/** Whether somebody else got the number. */
export const isNumberWrite = ({ Update }: Write): boolean => Update?.Key?.sk === orderNumbersKey.sk;
/** Whether the export was ended meanwhile. */
export const isExportWrite = ({ Update }: Write): boolean => Update?.Key?.pk === exportsPk;
