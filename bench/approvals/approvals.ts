import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Context } from 'aws-lambda';
import { create } from '../../functions/portal/app.ts';
import { createDeps } from '../../functions/portal/deps.ts';
import { credentialsOf } from '../../local/credentials.ts';
import { itemSize } from '../../local/dynamodb/capacity.ts';
import type { Item } from '../../local/dynamodb/dynalite.ts';
import type { Call } from '../../local/observe.ts';
import { TABLE } from '../../local/tables.ts';
import { environment, ISSUER, startTable } from '../lists/table.ts';
import { interleaved, median } from '../measure.ts';
import type { Section } from '../report.ts';
import { awaitApproval, DOCUMENT, fillFrame } from './table-of-approvals.ts';

const context = { getRemainingTimeInMillis: () => 10_000 } as Context;

/** Write units a second that one partition of DynamoDB takes, and so one item too. */
const PARTITION = 1_000;

const approve = async (handler: ReturnType<typeof create>, id: string) => {
  const event = {
    routeKey: 'POST /api/submissions/{id}/decisions',
    headers: { 'content-type': 'application/json' },
    pathParameters: { id },
    body: JSON.stringify({ step: 'approval', action: 'approve', version: 3, document: DOCUMENT }),
    requestContext: { requestId: '1', authorizer: { jwt: { claims: { iss: ISSUER, sub: 'head' } } } },
  };
  const { statusCode, body } = (await handler(event as never, context)) as {
    statusCode: number;
    body?: string;
  };
  if (statusCode !== 200) throw new Error(`an approval was answered with ${statusCode}: ${body}`);
};

const COUNTER = { pk: 'BENCH', sk: 'COUNTER' };

/** The least that could keep a sum from being exceeded: one number, one condition. */
const count = (db: DynamoDBDocumentClient) =>
  db.send(
    new UpdateCommand({
      TableName: TABLE,
      Key: COUNTER,
      UpdateExpression: 'ADD #left :less',
      ConditionExpression: '#left >= :more',
      ExpressionAttributeNames: { '#left': 'left' },
      ExpressionAttributeValues: { ':less': -1, ':more': 1 },
    }),
  );

/** Runs so many, `atOnce` of them always under way. @returns how many a second */
const perSecond = async (jobs: readonly (() => Promise<unknown>)[], atOnce: number): Promise<number> => {
  const waiting = [...jobs];
  const start = performance.now();
  const lane = async () => {
    for (let job = waiting.pop(); job; job = waiting.pop()) await job();
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return (1000 * jobs.length) / (performance.now() - start);
};

type Written = { Put?: { Item: Item }; Update?: { Key: Item } };

/** Units that one approval writes into the partition of its year: twice those of a single write, for each kilobyte begun. */
const unitsInPartition = ({ request }: Call): number => {
  const { TransactItems = [] } = request as { TransactItems?: Written[] };
  return TransactItems.reduce((sum, { Put, Update }) => {
    const item = Put?.Item ?? Update?.Key;
    if (!item?.pk?.S?.startsWith('BUDGET#')) return sum;
    return sum + 2 * Math.ceil(itemSize(item) / 1024);
  }, 0);
};

/** How many approvals a second one frame takes, beside a bare conditional update. */
export const approvals = async (rounds: number, each = 20): Promise<Section> => {
  let units = 0;
  const table = await startTable((call) => {
    if (call.phase === 'after' && call.operation === 'TransactWriteItems' && call.by === 'portal')
      units = unitsInPartition(call);
  });
  const { store } = table;
  const db = DynamoDBDocumentClient.from(new DynamoDBClient({ credentials: credentialsOf('bare') }));
  const handler = create(
    createDeps({ ...environment } as NodeJS.ProcessEnv, { credentials: credentialsOf('portal') }),
  );
  const prepared = async () => {
    const ids: string[] = [];
    for (let n = 0; n < each; n += 1) ids.push(await awaitApproval(store));
    return ids.map((id) => () => approve(handler, id));
  };
  const race = async (atOnce: number) => {
    const runs = await interleaved(['bare', 'ours'] as const, rounds, async (name) =>
      perSecond(
        name === 'ours' ? await prepared() : Array.from({ length: each }, () => () => count(db)),
        atOnce,
      ),
    );
    return { ours: median(runs.ours), bare: median(runs.bare) };
  };
  const rate = (n: number) => `${n.toFixed(0)} a second`;
  const row = (name: string, { ours, bare }: { ours: number; bare: number }) => ({
    name,
    ours: rate(ours),
    peer: `${rate(bare)} bare conditional updates`,
    ratio: ours / bare,
  });
  try {
    await fillFrame(store);
    await db.send(new PutCommand({ TableName: TABLE, Item: { ...COUNTER, left: 1_000_000 } }));
    // Everything warm: the registers are remembered, the code is compiled.
    for (const job of await prepared()) await job();
    const alone = await race(1);
    const many = await race(16);
    return {
      about: 'Approvals against one frame',
      rows: [
        row('approvals, one after another', alone),
        row('approvals, sixteen at once', many),
        {
          name: 'the most that a partition of DynamoDB takes',
          ours: rate(PARTITION / units),
          peer: `${rate(PARTITION)} bare conditional updates`,
          ratio: 1 / units,
        },
      ],
      notes: [
        `Medians of ${rounds} interleaved rounds of ${each}, on the embedded table, in one process with it. An approval is the whole handler as Lambda calls it: who asks and what they may do is read, the head is read, and head, log entry, frame, ledger entry and the condition on the role are written in one transaction. The bare update changes one number under one condition and reads nothing. Everybody writes the same frame, or the same number.`,
        `A partition takes ${PARTITION} write units a second: an approval writes ${units} into that of its year (frame and ledger entry, twice for the transaction), the head elsewhere. A county decides about a hundred applications a year.`,
      ],
    };
  } finally {
    db.destroy();
    await table.close();
  }
};
