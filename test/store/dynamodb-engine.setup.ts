import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type DynamoDb, startDynamoDb } from '../../local/dynamodb/start.ts';
import type { Observe } from '../../local/observe.ts';

/** Where DynamoDB Local listens, when these tests are to run against it. */
const official = process.env.DYNAMODB_LOCAL_ENDPOINT;
/** Streams, `observe` and kills are the embedded engine's own. */
export const embedded = official === undefined;

export interface Engine {
  client: DynamoDBDocumentClient;
  /** A new table `name` in the shape of `tableNamed`. */
  table: string;
  /** Only there when the engine is the embedded one. */
  server: DynamoDb;
  dir: string;
  close(): Promise<void>;
}

let tables = 0;

export async function startEngine(observe?: Observe): Promise<Engine> {
  const dir = mkdtempSync(join(tmpdir(), 'bindeglied-dynamodb-'));
  const server = embedded ? await startDynamoDb({ dir, observe }) : undefined;
  const client = clientOf(server?.endpoint ?? official ?? '');
  tables += 1;
  const table = `engine-${process.pid}-${Date.now()}-${tables}`;
  await client.send(new CreateTableCommand(tableNamed(table)));
  return {
    client,
    table,
    server: server as DynamoDb,
    dir,
    async close() {
      client.destroy();
      await server?.close();
      rmSync(dir, { recursive: true });
    },
  };
}

/** A client that asks once and signs as `caller`, so that no retry hides what the engine says. */
export function clientOf(endpoint: string, caller = 'tester'): DynamoDBDocumentClient {
  const credentials = { accessKeyId: caller, secretAccessKey: 'secret' };
  const plain = new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials, maxAttempts: 1 });
  return DynamoDBDocumentClient.from(plain);
}

/** Keys pk and sk, and three sparse indexes, one of each projection. */
export function tableNamed(name: string): CreateTableCommandInput {
  const key = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ];
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['pk', 'sk', 'state', 'due', 'owner'].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S',
    })),
    KeySchema: key('pk', 'sk'),
    GlobalSecondaryIndexes: [
      { IndexName: 'by-state', KeySchema: key('state', 'due'), Projection: { ProjectionType: 'KEYS_ONLY' } },
      {
        IndexName: 'by-due',
        KeySchema: key('owner', 'due'),
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['title'] },
      },
      { IndexName: 'by-owner', KeySchema: key('owner', 'sk'), Projection: { ProjectionType: 'ALL' } },
    ],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
  };
}
