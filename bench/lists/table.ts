import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSurveyStore } from '../../functions/store/client.ts';
import { importRegisters } from '../../functions/store/registers.ts';
import { credentialsOf } from '../../local/credentials.ts';
import type { Item } from '../../local/dynamodb/dynalite.ts';
import { startDynamoDb } from '../../local/dynamodb/start.ts';
import type { Observe } from '../../local/observe.ts';
import { readCounty } from '../../local/read-county.ts';
import { ANSWERS_TABLE, ensureTables, KEYS_TABLE, TABLE, TOKENS_TABLE } from '../../local/tables.ts';
import { cases } from './cases.ts';
import { writeInBulk } from './write-in-bulk.ts';

export const ISSUER = 'https://issuer.example.org';
export const environment = {
  TABLE_NAME: TABLE,
  KEYS_TABLE_NAME: KEYS_TABLE,
  ANSWERS_TABLE_NAME: ANSWERS_TABLE,
  TOKENS_TABLE_NAME: TOKENS_TABLE,
};

/** An embedded table with a county's registers and no one who follows its writes. */
export const startTable = async (observe: Observe) => {
  const dir = await mkdtemp(join(tmpdir(), 'bindeglied-bench-'));
  let dynamodb = await startDynamoDb({ dir, observe });
  const port = Number(new URL(dynamodb.endpoint).port);
  process.env.AWS_ENDPOINT_URL_DYNAMODB = dynamodb.endpoint;
  process.env.AWS_REGION ??= 'eu-central-1';
  process.env.POWERTOOLS_LOG_LEVEL ??= 'WARN';
  await ensureTables();
  const store = createSurveyStore(environment, { credentials: credentialsOf('admin') });
  await importRegisters(store, await readCounty('alzey-worms'), ISSUER);
  let written = 0;
  /** Writes items into the files while nobody has them open. */
  const write = async (items: Iterable<Item>, table?: string) => {
    await dynamodb.close();
    await writeInBulk(dir, items, table);
    dynamodb = await startDynamoDb({ dir, observe, port });
  };
  return {
    store,
    write,
    /** Writes cases until there are so many. */
    async fill(count: number) {
      await write(cases(written, count));
      written = count;
    },
    async close() {
      store.db.destroy();
      await dynamodb.close();
      delete process.env.AWS_ENDPOINT_URL_DYNAMODB;
      await rm(dir, { recursive: true, force: true });
    },
  };
};
