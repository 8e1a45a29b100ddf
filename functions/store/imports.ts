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
const CHUNK = 300_000;

const chunksOf = (rows: readonly unknown[]): string[] => {
  const chunks: string[] = [];
  let texts: string[] = [];
  let size = 0;
  for (const text of rows.map((row) => JSON.stringify(row))) {
    const bytes = Buffer.byteLength(text) + 1;
    if (size + bytes > CHUNK && texts.length > 0) {
      chunks.push(`[${texts.join(',')}]`);
      [texts, size] = [[], 0];
    }
    texts.push(text);
    size += bytes;
  }
  return texts.length > 0 ? [...chunks, `[${texts.join(',')}]`] : chunks;
};

/**
 * Keeps an import's rows beside it. Nobody sees them before the import is valid, so doing it again, or only half of it, is harmless.
 * @returns in how many items they lie
 */
export const putRows = async (
  store: Store,
  { id, sha256 }: { id: string; sha256: string },
  rows: readonly unknown[],
): Promise<number> => {
  const chunks = chunksOf(rows);
  for (const [n, text] of chunks.entries())
    await store.db.send(
      new PutCommand({ TableName: store.table, Item: { ...importRowsKey(id, sha256, n), rows: text } }),
    );
  return chunks.length;
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

/** All rows of a valid import, as its kind keeps them. */
export const readRows = async <Row>(
  store: Store,
  { id, sha256, chunks }: Pick<ValidImport, 'id' | 'sha256' | 'chunks'>,
  row: z.ZodMiniType<Row>,
): Promise<Row[]> => {
  const items = await Promise.all(
    Array.from({ length: chunks }, (_, n) =>
      // They may have been written a moment ago: what is not seen yet would look like rows that are gone.
      store.db.send(
        new GetCommand({ TableName: store.table, Key: importRowsKey(id, sha256, n), ConsistentRead: true }),
      ),
    ),
  );
  return items.flatMap(({ Item }) =>
    (JSON.parse(String(Item?.rows)) as unknown[]).map((one) => row.parse(one)),
  );
};
