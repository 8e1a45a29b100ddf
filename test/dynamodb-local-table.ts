import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Item, Table } from '../local/dynamodb/dynalite.ts';
import { openRecords, type Records } from '../local/dynamodb/records.ts';
import type { DynamoDb } from '../local/dynamodb/start.ts';
import type { StartTable } from '../local/engines.ts';

interface WriteRequest {
  TableName?: string;
  Item?: Item;
  TransactItems?: { Put?: { TableName: string; Item: Item } }[];
}

/** What the functions write of heads are whole items, alone or in a transaction. */
const putsOf = ({ TableName, Item, TransactItems = [] }: WriteRequest) => [
  ...(TableName && Item ? [{ TableName, Item }] : []),
  ...TransactItems.flatMap(({ Put }) => Put ?? []),
];

const publish = (records: Records, request: WriteRequest) =>
  records.publish(
    putsOf(request).map(({ TableName, Item: now }) => ({
      table: {
        TableName,
        TableStatus: 'ACTIVE',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ] as Table['KeySchema'],
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
      },
      key: JSON.stringify([now.pk, now.sk]),
      old: undefined,
      now,
    })),
  );

/**
 * DynamoDB Local in the place of the embedded engine. It keeps the tables of each access key apart and checks no
 * signature: calls go there under a key made up for this start, so that every test file has tables of its own. Every
 * answered write of an item is told as the stream would tell it.
 */
export const dynamoDbLocal =
  (endpoint: string): StartTable =>
  async ({ observe }): Promise<DynamoDb> => {
    const records = openRecords('eu-central-1');
    const owner = randomBytes(8).toString('hex');

    const forward = async (message: IncomingMessage, response: ServerResponse) => {
      const body = await text(message);
      const { authorization = '', 'x-amz-target': target = '', ...headers } = message.headers;
      const operation = String(target).split('.').at(-1) ?? '';
      const by = /Credential=([^/,\s]+)/.exec(authorization)?.[1] ?? '';
      const call = { service: 'dynamodb', operation, by, request: JSON.parse(body) } as const;
      await observe({ ...call, phase: 'before' });
      const answer = await fetch(endpoint, {
        method: 'POST',
        headers: {
          'content-type': String(headers['content-type']),
          'x-amz-target': String(target),
          'x-amz-date': String(headers['x-amz-date']),
          authorization: authorization.replace(`Credential=${by}`, `Credential=${owner}`),
        },
        body,
      });
      const answered = await answer.text();
      await observe({ ...call, phase: 'after', response: JSON.parse(answered) });
      if (answer.ok) publish(records, call.request);
      response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(answered);
    };

    const server = createServer((message, response) => {
      forward(message, response).catch(() => response.writeHead(500).end('{}'));
    });
    server.keepAliveTimeout = 0;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      onRecords: records.listen,
      idle: records.idle,
      async close() {
        await records.stop();
        await new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        });
      },
    };
  };
