import { join } from 'node:path';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Clock } from '../functions/runtime/local-parts.ts';
import { type DynamoDb, startDynamoDb } from './dynamodb/start.ts';
import { fileGrants } from './file-grants.ts';
import { grants } from './key-grants.ts';
import { expectKeyFile } from './kms/key-file.ts';
import { startKms } from './kms/start.ts';
import type { Call, Observe } from './observe.ts';
import type { OnScanned } from './s3/scanner.ts';
import { type RunningS3, startS3 } from './s3/start.ts';
import { type Mail, startSes } from './ses/start.ts';
import { type Invoke, type OnStatusChange, startStates } from './states/start.ts';
import { holdsWrappedKeys } from './tables.ts';

/** The SDK's own settings: one that is set already leads to the real service, and nothing is embedded in its place. */
const SETTINGS = {
  dynamodb: 'AWS_ENDPOINT_URL_DYNAMODB',
  states: 'AWS_ENDPOINT_URL_SFN',
  kms: 'AWS_ENDPOINT_URL_KMS',
  ses: 'AWS_ENDPOINT_URL_SESV2',
  s3: 'AWS_ENDPOINT_URL_S3',
} as const;

export interface Engines {
  /** Hands the changes of the table to `dispatch`. */
  follow(listener: (records: DynamoDBRecord[]) => Promise<void>): void;
  /** Creates a state machine, or gives it a new definition. */
  define(name: string, definition: object): void;
  /** What was sent; undefined when a real service sends. */
  mails: (() => Mail[]) | undefined;
  /** Where files lie; undefined when a real service keeps them. */
  files: RunningS3 | undefined;
  /** Resolves when nothing is going on: no change is being followed, and every execution waits for somebody. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/** What stands in for the embedded DynamoDB: the official engine, say, with a stream of its own. */
export type StartTable = (options: { dir: string; observe: Observe }) => Promise<DynamoDb>;

interface Parts {
  data: string;
  clock: Clock;
  observe?: Observe | undefined;
  startTable?: StartTable | undefined;
  invoke: Invoke;
  onStatusChange: OnStatusChange;
  onScanned: OnScanned;
}

/** Sets what is not set yet, and answers how to take it back. */
const setEnvironment = (values: Record<string, string | undefined>): (() => void) => {
  const mine = Object.entries(values).filter(([name, value]) => value && !process.env[name]);
  for (const [name, value] of mine) process.env[name] = value;
  return () => {
    for (const [name] of mine) delete process.env[name];
  };
};

/**
 * Starts the embedded services, their files under `data`, and points the SDK at them by its own settings: so only one
 * set can run in a process at a time.
 * @throws KeyFileMissingError when the tables hold what only a key that is gone can open
 */
export async function startEngines({
  data,
  clock,
  observe,
  startTable = startDynamoDb,
  invoke,
  onStatusChange,
  onScanned,
}: Parts): Promise<Engines> {
  let calls = 0;
  const watch: Observe = (call: Call) => {
    calls += 1;
    return observe?.(call);
  };
  const started: { close(): Promise<void> }[] = [];
  const embed = async <E extends { endpoint: string; close(): Promise<void> }>(
    setting: string,
    start: () => Promise<E>,
  ): Promise<E | undefined> => {
    if (process.env[setting]) return undefined;
    const engine = await start();
    started.push(engine);
    return engine;
  };
  const close = async () => {
    for (const engine of started.toReversed()) await engine.close();
  };
  try {
    const dynamodb = await embed(SETTINGS.dynamodb, () =>
      startTable({ dir: join(data, 'dynamodb'), observe: watch }),
    );
    const kms = await embed(SETTINGS.kms, async () => {
      const file = join(data, 'keys.json');
      if (dynamodb) await expectKeyFile(file, () => holdsWrappedKeys(dynamodb.endpoint));
      return startKms({ file, grants, observe: watch });
    });
    const ses = await embed(SETTINGS.ses, () =>
      startSes({ dir: join(data, 'mails'), observe: watch, now: () => new Date(clock.now()) }),
    );
    const s3 = await embed(SETTINGS.s3, () =>
      startS3({ dir: join(data, 'files'), grants: fileGrants, observe: watch, onScanned }),
    );
    const states = await embed(SETTINGS.states, () =>
      startStates({ observe: watch, invoke, onStatusChange }),
    );
    const unset = setEnvironment({
      AWS_REGION: 'eu-central-1',
      [SETTINGS.dynamodb]: dynamodb?.endpoint,
      [SETTINGS.states]: states?.endpoint,
      [SETTINGS.kms]: kms?.endpoint,
      [SETTINGS.ses]: ses?.endpoint,
      [SETTINGS.s3]: s3?.endpoint,
    });
    return {
      follow: (listener) => dynamodb?.onRecords(listener),
      define: (name, definition) => void states?.define(name, definition),
      mails: ses?.list,
      files: s3,
      async quiet() {
        // Each may give another something to do: quiet is when none did while all were waited for.
        for (let before = -1; before !== calls; ) {
          before = calls;
          await dynamodb?.idle();
          await states?.idle();
          await s3?.idle();
        }
      },
      async close() {
        unset();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
