import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Observe } from '../observe.ts';
import type { Capacity } from './capacity.ts';
import { type Disk, openDisk } from './disk.ts';
import { AnswerError, isAnswerError, type Json } from './dynalite.ts';
import { type Outcome, operations, type Surroundings } from './operations.ts';
import { openRecords, type RecordListener } from './records.ts';
import { completeDeletions } from './tables.ts';
import { forgetOldTokens } from './transact.ts';

export interface DynamoDb {
  endpoint: string;
  /** Hands the records of all streams to the listener, per item in order; a failure is retried, then given up. */
  onRecords(listener: RecordListener): void;
  /** Resolves when no stream record is waiting or being handled. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The embedded DynamoDB: an HTTP server on 127.0.0.1 for the SDK's unchanged client, with its files in `dir`. An
 * answered write is on disk and survives a kill of the process; a transaction is there as a whole or not at all.
 *
 * The expressions are dynalite's. Added are transactions with their tokens, the old item on a failed condition, streams,
 * the capacity of writes to indexes, the comparisons that `conditions.ts` mends, and room in an index for items that share
 * its whole key (dynalite tells them apart by 24 bits, so it loses one now and then). Otherwise than in AWS: an index is
 * never behind its table, a batch is written as a whole, there are no conflicts and no throttling, `SET a = b ADD b :x`
 * changes a too, and a comparison of types that cannot be ordered is false instead of refused. Not there: TTL, backups,
 * PartiQL, UpdateTable, reading the stream over HTTP.
 *
 * `observe` is told of each operation and, as `TransactWriteItems:apply`, of each item of a transaction. The response it
 * gets always carries the ConsumedCapacity, also of a refused write. If it throws, the caller gets a 500.
 *
 * @throws Error when another process has the files open, or the port is taken.
 */
export async function startDynamoDb(options: {
  dir: string;
  observe?: Observe;
  port?: number;
}): Promise<DynamoDb> {
  const disk = await openDisk(options.dir);
  await completeDeletions(disk);
  await forgetOldTokens(disk);
  const records = openRecords(disk.region);
  const running = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const run = serve(request, response, disk, records.publish, options.observe).finally(() =>
      running.delete(run),
    );
    running.add(run);
  });
  // A connection that the server closes while idle makes the SDK's next request fail.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const tokens = setInterval(() => void forgetOldTokens(disk).catch(console.error), 60_000).unref();
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    onRecords: records.listen,
    idle: records.idle,
    async close() {
      clearInterval(tokens);
      await records.stop();
      server.close();
      await Promise.all(running);
      server.closeAllConnections();
      await disk.alone(() => disk.level.close());
    },
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  disk: Disk,
  changed: Surroundings['changed'],
  observe: Observe = () => undefined,
): Promise<void> {
  try {
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
    const body = JSON.parse(await textOf(request)) as Json;
    const by = /Credential=([^/,\s]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const call = { service: 'dynamodb', operation, by, request: body } as const;
    await observe({ ...call, phase: 'before' });
    const outcome = await run(operation, body, {
      disk,
      changed,
      applying: async (phase, item) =>
        observe({ ...call, operation: `${operation}:apply`, phase, request: item }),
    });
    const answer = outcome.failure?.body ?? outcome.answer;
    await observe({ ...call, phase: 'after', response: { ...answer, ConsumedCapacity: outcome.capacity } });
    const asked = outcome.failure ? undefined : asAsked(body.ReturnConsumedCapacity, outcome.capacity);
    send(response, outcome.failure?.statusCode ?? 200, { ...answer, ConsumedCapacity: asked });
  } catch (error) {
    console.error('The embedded DynamoDB failed:', placeOf(error));
    const failure = new AnswerError('InternalServerError', 'Internal server error', {}, 500);
    send(response, failure.statusCode, failure.body);
  }
}

async function run(operation: string, body: Json, surroundings: Surroundings): Promise<Outcome> {
  try {
    const handler = operations[operation];
    if (!handler) throw new AnswerError('UnknownOperationException', `Not known here: ${operation}`);
    return await handler(surroundings, body);
  } catch (failure) {
    if (!isAnswerError(failure)) throw failure;
    return { answer: {}, failure };
  }
}

function asAsked(wish: unknown, capacity: Outcome['capacity']): unknown {
  if (!capacity || (wish !== 'TOTAL' && wish !== 'INDEXES')) return undefined;
  if (Array.isArray(capacity)) return capacity.map((one) => asAsked(wish, one));
  return wish === 'INDEXES' ? capacity : total(capacity);
}

function total({ Table: _, GlobalSecondaryIndexes: __, LocalSecondaryIndexes: ___, ...rest }: Capacity) {
  return rest;
}

/** An error's kind and place without its message, which may hold what the item holds. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return [error.name, ...frames].join('\n');
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function send(response: ServerResponse, status: number, body: Json): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': 'application/x-amz-json-1.0',
    'Content-Length': Buffer.byteLength(text),
    'x-amzn-RequestId': randomUUID(),
  });
  response.end(text);
}
