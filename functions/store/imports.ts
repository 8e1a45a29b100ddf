import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod/mini';
import { type Import, importItem, type ValidImport } from '../../domain/imports/import.ts';
import type { Store } from './client.ts';
import { importItemKey, importPk, importRowsKey, validImportKey } from './keys.ts';
import type { Write } from './transact.ts';

const parse = ({ pk: _pk, sk: _sk, ...item }: Record<string, unknown>): Import => importItem.parse(item);

export const readImport = async (store: Store, id: string): Promise<Import | undefined> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: importItemKey(id), ConsistentRead: true }),
  );
  return Item && parse(Item);
};

/** Keeps what somebody wants to import, if nothing is known under this id. */
export const putOffered = (store: Store, one: Import): Write => ({
  Put: {
    TableName: store.table,
    Item: { ...importItemKey(one.id), ...importItem.parse(one) },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** Bytes of one item's rows, as text: an item holds 400 kB. */
const MOST_BYTES = 300_000;
/** Rows of one item: whoever wants some of them reads few others. */
const MOST_ROWS = 500;

/** How many rows each item takes: the same for all of them, so that it is known where a row lies. */
const rowsEach = (texts: readonly string[]): number => {
  const longest = texts.reduce((most, text) => Math.max(most, Buffer.byteLength(text) + 1), 1);
  return Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_BYTES / longest)));
};

/**
 * Keeps an import's rows beside it. Nobody sees them before the import is valid, so doing it again, or only half of it, is harmless.
 * @returns how many rows lie in each item
 */
export const putRows = async (
  store: Store,
  { id, sha256 }: { id: string; sha256: string },
  rows: readonly unknown[],
): Promise<number> => {
  const texts = rows.map((row) => JSON.stringify(row));
  const each = rowsEach(texts);
  for (let n = 0; n * each < texts.length; n += 1) {
    const part = `[${texts.slice(n * each, (n + 1) * each).join(',')}]`;
    await store.db.send(
      new PutCommand({ TableName: store.table, Item: { ...importRowsKey(id, sha256, n), rows: part } }),
    );
  }
  return each;
};

/** What became of an import, if nobody has read it yet; what is valid comes into the list of its kind. */
export const putRead = (store: Store, one: Exclude<Import, { state: 'awaited' }>): Write[] => [
  {
    Put: {
      TableName: store.table,
      Item: { ...importItemKey(one.id), ...importItem.parse(one) },
      ConditionExpression: '#state = :awaited',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':awaited': 'awaited' },
    },
  },
  ...(one.state === 'valid'
    ? [
        {
          Put: {
            TableName: store.table,
            Item: { ...validImportKey(one.kind, one.id), ...importItem.parse(one) },
          },
        },
      ]
    : []),
];

/** As many as anybody looks through. */
const MOST = 50;

/** The valid imports of a kind, last first. */
export const listImports = async (store: Store, kind: Import['kind']): Promise<ValidImport[]> => {
  const { Items = [] } = await store.db.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': importPk(`OF#${kind}`) },
      Limit: MOST,
      ScanIndexForward: false,
      ConsistentRead: true,
    }),
  );
  return Items.map(parse).filter((one): one is ValidImport => one.state === 'valid');
};

type RowsOf = Pick<ValidImport, 'id' | 'sha256' | 'rows' | 'each'>;

/** Some rows of a valid import, as its kind keeps them: read is no more than the items in which they lie. */
export const readSomeRows = async <Row>(
  store: Store,
  { id, sha256, rows, each }: RowsOf,
  row: z.ZodMiniType<Row>,
  { from, count }: { from: number; count: number },
): Promise<Row[]> => {
  const end = Math.min(from + count, rows);
  if (from >= end) return [];
  const first = Math.floor(from / each);
  const items = await Promise.all(
    Array.from({ length: Math.ceil(end / each) - first }, (_, n) =>
      // They may have been written a moment ago: what is not seen yet would look like rows that are gone.
      store.db.send(
        new GetCommand({
          TableName: store.table,
          Key: importRowsKey(id, sha256, first + n),
          ConsistentRead: true,
        }),
      ),
    ),
  );
  return items
    .flatMap(({ Item }) => JSON.parse(String(Item?.rows)) as unknown[])
    .slice(from - first * each, end - first * each)
    .map((one) => row.parse(one));
};

/** All rows of a valid import. */
export const readRows = <Row>(store: Store, one: RowsOf, row: z.ZodMiniType<Row>): Promise<Row[]> =>
  readSomeRows(store, one, row, { from: 0, count: one.rows });
