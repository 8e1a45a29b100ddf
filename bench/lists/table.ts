import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { aHead } from '../../domain/submission/a-head.test-data.ts';
import { createStore, type Store } from '../../functions/store/client.ts';
import { headItem } from '../../functions/store/heads.ts';
import { importRegisters } from '../../functions/store/registers.ts';
import { credentialsOf } from '../../local/credentials.ts';
import { startDynamoDb } from '../../local/dynamodb/start.ts';
import type { Observe } from '../../local/observe.ts';
import { readCounty } from '../../local/read-county.ts';
import { ensureTables, KEYS_TABLE, TABLE } from '../../local/tables.ts';

export const ISSUER = 'https://issuer.example.org';
export const environment = { TABLE_NAME: TABLE, KEYS_TABLE_NAME: KEYS_TABLE };
/** Who the open cases wait for, one after another. */
const WORKERS = ['social-worker', 'social-worker-2', 'social-worker-3'];

const START = Date.parse('2026-01-02T08:00:00.000Z');
const MINUTE = 60_000;
const BATCH = 25;

const instant = (n: number) => new Date(START + n * MINUTE).toISOString();

/** The n-th case: every third of each worker's has ended, the others wait, each due at another minute. */
const itemOf = (n: number) => {
  const ended = Math.floor(n / WORKERS.length) % 3 === 0;
  const at = instant(n);
  const time = (START + n * MINUTE).toString(16).padStart(12, '0');
  return headItem(
    aHead({
      id: `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${n.toString(16).padStart(12, '0')}`,
      createdAt: at,
      since: at,
      runSince: at,
      responsible: WORKERS[n % WORKERS.length],
      ...(ended
        ? { at: 'closed', due: undefined, endedAt: at, deleteAt: instant(n + 500_000) }
        : { due: instant(n + 4000) }),
    }),
  );
};

const write = async (store: Store, from: number, to: number) => {
  for (let n = from; n < to; n += BATCH) {
    const items = Array.from({ length: Math.min(BATCH, to - n) }, (_, more) => itemOf(n + more));
    const puts = items.map((Item) => ({ PutRequest: { Item } }));
    await store.db.send(new BatchWriteCommand({ RequestItems: { [store.table]: puts } }));
  }
};

/** An embedded table with a county's registers and no one who follows its writes. */
export const startTable = async (observe: Observe) => {
  const dir = await mkdtemp(join(tmpdir(), 'bindeglied-bench-'));
  const dynamodb = await startDynamoDb({ dir, observe });
  process.env.AWS_ENDPOINT_URL_DYNAMODB = dynamodb.endpoint;
  process.env.AWS_REGION ??= 'eu-central-1';
  process.env.POWERTOOLS_LOG_LEVEL ??= 'WARN';
  await ensureTables();
  const store = createStore(environment, { credentials: credentialsOf('admin') });
  await importRegisters(store, await readCounty('alzey-worms'), ISSUER);
  let heads = 0;
  return {
    store,
    /** Writes heads until there are so many. */
    async fill(count: number) {
      await write(store, heads, count);
      heads = count;
    },
    async close() {
      store.db.destroy();
      await dynamodb.close();
      delete process.env.AWS_ENDPOINT_URL_DYNAMODB;
      await rm(dir, { recursive: true, force: true });
    },
  };
};
