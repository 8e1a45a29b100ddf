import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  DynamoDBDocumentClient,
  GetCommand,
  type GetCommandInput,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Context } from 'aws-lambda';
import { create } from '../../functions/portal/app.ts';
import { createDeps } from '../../functions/portal/deps.ts';
import { credentialsOf } from '../../local/credentials.ts';
import type { Call } from '../../local/observe.ts';
import { interleaved, median, ms } from '../measure.ts';
import { itemsRead, unitsRead } from '../reads.ts';
import type { Section } from '../report.ts';
import { environment, ISSUER, startTable } from './table.ts';

const SIZES = [1_000, 100_000, 1_000_000] as const;

/** Who asks for which list: what waits for a social worker, for a clerk, and all that the coordinator may see. */
const asks = {
  'a social worker’s tasks': { route: 'GET /api/tasks', as: 'social-worker', query: {} },
  'a clerk’s tasks': { route: 'GET /api/tasks', as: 'clerk', query: {} },
  'a coordinator’s requests': {
    route: 'GET /api/submissions',
    as: 'coordinator',
    query: { form: 'contact-request', year: '2026' },
  },
  'a clerk’s applications': {
    route: 'GET /api/submissions',
    as: 'clerk',
    query: { form: 'budget-application', year: '2026' },
  },
} as const;
type List = keyof typeof asks;
const LISTS = Object.keys(asks) as List[];

const context = { getRemainingTimeInMillis: () => 10_000 } as Context;

const ask = async (handler: ReturnType<typeof create>, list: List) => {
  const { route, as, query } = asks[list];
  const event = {
    routeKey: route,
    headers: {},
    queryStringParameters: query,
    requestContext: { requestId: '1', authorizer: { jwt: { claims: { iss: ISSUER, sub: as } } } },
  };
  const { statusCode, body = '' } = (await handler(event as never, context)) as {
    statusCode: number;
    body?: string;
  };
  if (statusCode !== 200) throw new Error(`${list}: answered with ${statusCode}`);
  return (JSON.parse(body) as { items: unknown[] }).items.length;
};

const plain = (value: unknown) => unmarshall(value as Parameters<typeof unmarshall>[0]);

/** The same reads once more, with the client alone: nothing is checked, parsed, allowed, sorted or answered. */
const repeat = (db: DynamoDBDocumentClient, { operation, request }: Call) => {
  const input = structuredClone(request) as Record<string, unknown>;
  if (operation === 'GetItem')
    return db.send(new GetCommand({ ...input, Key: plain(input.Key) } as unknown as GetCommandInput));
  if (operation === 'Query') {
    const values = plain(input.ExpressionAttributeValues);
    return db.send(
      new QueryCommand({ ...input, ExpressionAttributeValues: values } as unknown as QueryCommandInput),
    );
  }
  const tables = Object.entries(input.RequestItems as Record<string, { Keys: unknown[] }>);
  const RequestItems = Object.fromEntries(
    tables.map(([name, { Keys }]) => [name, { Keys: Keys.map(plain) }]),
  );
  return db.send(new BatchGetCommand({ RequestItems } as BatchGetCommandInput));
};

/** Lists at a thousand, a hundred thousand and a million heads: what they read, and what the handler takes above its reads. */
export const lists = async (rounds: number, sizes: readonly number[] = SIZES): Promise<Section> => {
  let calls: Call[] = [];
  const table = await startTable((call) => {
    if (call.phase === 'after') calls.push(call);
  });
  const db = DynamoDBDocumentClient.from(new DynamoDBClient({ credentials: credentialsOf('bare') }));
  const handler = create(
    createDeps({ ...environment } as NodeJS.ProcessEnv, { credentials: credentialsOf('portal') }),
  );
  const rows: Section['rows'] = [];
  const before = new Map<List, number>();
  const timed = async (run: () => Promise<unknown>) => {
    const start = performance.now();
    await run();
    return performance.now() - start;
  };
  try {
    for (const size of sizes) {
      await table.fill(size);
      for (const list of LISTS) {
        // Once before counting, so that the registers are remembered.
        await ask(handler, list);
        calls = [];
        const shown = await ask(handler, list);
        // A list of its own: what follows is observed too.
        const reads = [...calls];
        const items = reads.reduce((sum, call) => sum + itemsRead(call), 0);
        const units = reads.reduce((sum, call) => sum + unitsRead(call), 0);
        const run = {
          handler: () => ask(handler, list),
          bare: async () => {
            for (const call of reads) await repeat(db, call);
          },
        };
        const times = await interleaved(['bare', 'handler'] as const, rounds, (name) => timed(run[name]));
        const [ours, bare] = [median(times.handler), median(times.bare)];
        const first = before.get(list);
        const named = `${list} at ${size.toLocaleString('en')} heads`;
        rows.push(
          {
            name: `${named}: items read for ${shown} shown`,
            ours: `${items} (${units} units)`,
            ...(first !== undefined && {
              peer: `${first} at ${(sizes[0] ?? 0).toLocaleString('en')}`,
              ratio: items / first,
              aim: 'no more',
              met: items <= first,
            }),
          },
          { name: `${named}: time`, ours: ms(ours), peer: `${ms(bare)} the reads alone`, ratio: ours / bare },
        );
        if (first === undefined) before.set(list, items);
      }
    }
  } finally {
    db.destroy();
    await table.close();
  }
  return {
    about: 'Lists',
    rows,
    notes: [
      `On the embedded table, in turn contact requests, spread over three social workers, and budget applications, two thirds of them open and a quarter with each of four steps; of those beyond the first hundred thousand that no list shows, only the keys are written. Medians of ${rounds} interleaved runs, in one process with the table. Beside the handler: the same reads, one after another, with the SDK’s client alone.`,
    ],
  };
};
