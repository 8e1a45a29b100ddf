import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  type KeySchemaElement,
  ResourceInUseException,
  ResourceNotFoundException,
  ScanCommand,
  type TableDescription,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import {
  answersTable,
  keysTable,
  mainTable,
  type TableDefinition,
  tokensTable,
} from '../functions/store/table.ts';
import { credentialsOf } from './credentials.ts';

export const TABLE = 'bindeglied';
export const KEYS_TABLE = 'bindeglied-keys';
export const ANSWERS_TABLE = 'bindeglied-answers';
export const TOKENS_TABLE = 'bindeglied-tokens';

/** The files hold a table of another version of this software. */
export class TableDiffersError extends Error {
  override name = 'TableDiffersError';
}

const keySchema = (pk: string, sk: string): KeySchemaElement[] => [
  { AttributeName: pk, KeyType: 'HASH' },
  { AttributeName: sk, KeyType: 'RANGE' },
];

/** The request that creates a table of the given definition. */
const createInput = (
  TableName: string,
  { pk, sk, indexes, stream }: TableDefinition,
): CreateTableCommandInput => {
  const attributes = [pk, sk, ...indexes.flatMap((index) => [index.pk, index.sk])];
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keySchema(pk, sk),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index.pk, index.sk),
        Projection: { ProjectionType: index.projection },
      })),
    }),
    ...(stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' } }),
  };
};

const shapeOf = (
  table: Pick<TableDescription, 'GlobalSecondaryIndexes' | 'KeySchema' | 'StreamSpecification'>,
) =>
  JSON.stringify([
    table.KeySchema,
    (table.GlobalSecondaryIndexes ?? [])
      .map(({ IndexName, KeySchema, Projection }) => [IndexName, KeySchema, Projection?.ProjectionType])
      .sort(),
    table.StreamSpecification?.StreamEnabled ?? false,
  ]);

const ensureTable = async (db: DynamoDBClient, name: string, definition: TableDefinition): Promise<void> => {
  const input = createInput(name, definition);
  try {
    await db.send(new CreateTableCommand(input));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists({ client: db, maxWaitTime: 60, minDelay: 1 }, { TableName: name });
  const { Table = {} } = await db.send(new DescribeTableCommand({ TableName: name }));
  if (shapeOf(Table) !== shapeOf(input as TableDescription))
    throw new TableDiffersError(
      `The table ${name} is of another version. Start with another --data, or remove this one.`,
    );
};

/** Whether the keys' table behind an endpoint holds any wrapped key: then something is sealed. */
export async function holdsWrappedKeys(endpoint: string): Promise<boolean> {
  const db = new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials: credentialsOf('admin') });
  try {
    const { Count = 0 } = await db.send(new ScanCommand({ TableName: KEYS_TABLE, Limit: 1 }));
    return Count > 0;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  } finally {
    db.destroy();
  }
}

/**
 * Creates the tables where the SDK's settings lead, if they are not there yet.
 * @throws TableDiffersError when they are there with other indexes
 */
export async function ensureTables(): Promise<void> {
  const db = new DynamoDBClient({ credentials: credentialsOf('admin') });
  try {
    await ensureTable(db, TABLE, mainTable);
    await ensureTable(db, KEYS_TABLE, keysTable);
    await ensureTable(db, ANSWERS_TABLE, answersTable);
    await ensureTable(db, TOKENS_TABLE, tokensTable);
  } finally {
    db.destroy();
  }
}
