import { resolve } from 'node:path';
import type { Registers } from '../domain/registers/registers.ts';
import { createStore } from '../functions/store/client.ts';
import { type Imported, importRegisters, OtherCountyError } from '../functions/store/registers.ts';
import { credentialsOf } from './credentials.ts';
import { filesOf } from './data-files.ts';
import { startDynamoDb } from './dynamodb/start.ts';
import { LockedError, takeLock } from './lock.ts';
import { issuerOf } from './login/tokens.ts';
import { OptionsError, readOptions } from './options.ts';
import { readCounty, UnknownCountyError } from './read-county.ts';
import { ensureTables, KEYS_TABLE, TABLE } from './tables.ts';

/** Into the table of an installation, with the rights of whoever runs this. */
const importIntoInstallation = (registers: Registers, table: string): Promise<Imported> => {
  const issuer = process.env.ISSUER;
  if (!issuer) throw new OptionsError('ISSUER is missing: the OpenID Connect issuer whose people log in.');
  return importRegisters(createStore({ TABLE_NAME: table, KEYS_TABLE_NAME: table }), registers, issuer);
};

/** Into the files of one machine, while no server runs on them. */
const importIntoFiles = async (registers: Registers, data: string, port: number): Promise<Imported> => {
  const release = await takeLock(filesOf(data).lock);
  try {
    const dynamodb = await startDynamoDb({ dir: resolve(data, 'dynamodb') });
    try {
      process.env.AWS_REGION ??= 'eu-central-1';
      process.env.AWS_ENDPOINT_URL_DYNAMODB = dynamodb.endpoint;
      await ensureTables();
      const names = { TABLE_NAME: TABLE, KEYS_TABLE_NAME: KEYS_TABLE };
      const store = createStore(names, { credentials: credentialsOf('admin') });
      return await importRegisters(store, registers, issuerOf(`http://127.0.0.1:${port}`));
    } finally {
      await dynamodb.close();
    }
  } finally {
    release();
  }
};

/**
 * Checks a county's lists and takes them over, all or nothing: with TABLE_NAME and ISSUER in the environment into the
 * table of an installation, else into `--data`.
 */
const main = async (): Promise<void> => {
  const { county, data, port } = readOptions(process.argv.slice(2), ['county', 'data', 'port']);
  const registers = await readCounty(county);
  const table = process.env.TABLE_NAME;
  const { written, removed } = table
    ? await importIntoInstallation(registers, table)
    : await importIntoFiles(registers, resolve(data), port);
  console.log(
    `${registers.county.name}: ${written} entries written, ${removed} removed, the others were the same.`,
  );
};

const expected = [OptionsError, UnknownCountyError, LockedError, OtherCountyError];

await main().catch((error: unknown) => {
  const known = expected.some((kind) => error instanceof kind) || (error as Error).name === 'RegistersError';
  console.error(known ? (error as Error).message : error);
  process.exitCode = 1;
});
