import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../domain/calendar/period.ts';
import type { Registers } from '../domain/registers/registers.ts';
import type { FunctionName } from '../domain/sealed/rights.ts';
import { createStore } from '../functions/store/client.ts';
import { idsToWake, nextWake } from '../functions/store/head-lists.ts';
import { importRegisters } from '../functions/store/registers.ts';
import { ensureBucket } from './bucket.ts';
import { type Advance, createAdvance } from './clock/advance.ts';
import type { MovedClock } from './clock/moved-clock.ts';
import { keepClosers } from './closers.ts';
import { credentialsOf } from './credentials.ts';
import { type StartTable, startEngines } from './engines.ts';
import { FILES_BUCKET } from './file-grants.ts';
import { createFunctions, type Invoke } from './functions.ts';
import { MAC_KEY, SEALING_KEY } from './key-grants.ts';
import { issuerOf } from './login/tokens.ts';
import { machines, STATE_MACHINES } from './machines.ts';
import type { Observe } from './observe.ts';
import { FILES_PATH } from './s3/serve-files.ts';
import type { RunningS3 } from './s3/start.ts';
import type { Mail } from './ses/start.ts';
import type { StatusChange } from './states/start.ts';
import { followWrites } from './stream.ts';
import { ANSWERS_TABLE, ensureTables, KEYS_TABLE, TABLE, TOKENS_TABLE } from './tables.ts';
import { every } from './timer.ts';

export interface Backend {
  invoke: Invoke;
  /** What was sent; undefined when a real service sends. */
  mails: (() => Mail[]) | undefined;
  /** Where files lie; undefined when a real service keeps them. */
  files: RunningS3 | undefined;
  nextWake(): Promise<Instant | undefined>;
  advance: Advance;
  /** Resolves when nothing is going on any more. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

interface Parts {
  data: string;
  site: string;
  registers: Registers;
  clock: MovedClock;
  observe?: Observe | undefined;
  startTable?: StartTable | undefined;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const PATIENCE = 3_000;

/** Those endings of an execution that the event rule passes on in AWS. */
const ENDED_EARLY = ['FAILED', 'TIMED_OUT', 'ABORTED'];

const environmentFor = (site: string) => ({
  TABLE_NAME: TABLE,
  KEYS_TABLE_NAME: KEYS_TABLE,
  ANSWERS_TABLE_NAME: ANSWERS_TABLE,
  TOKENS_TABLE_NAME: TOKENS_TABLE,
  SEALING_KEY_ID: SEALING_KEY,
  MAC_KEY_ID: MAC_KEY,
  STATE_MACHINES,
  SITE_URL: site,
  FILES_BUCKET,
  // A real service in the place of the embedded one is reached by browsers where it is.
  ...(!process.env.AWS_ENDPOINT_URL_S3 && { FILES_URL: site + FILES_PATH }),
});

/** The machine behind the pages: embedded services, tables, registers, state machines, functions, and what drives them. */
export async function startBackend({
  data,
  site,
  registers,
  clock,
  observe,
  startTable,
}: Parts): Promise<Backend> {
  const closers = keepClosers();
  const environment = environmentFor(site);
  // The functions need the services' addresses, and the state machines call the functions.
  let functions: Invoke = () => Promise.reject(new Error('the functions are not ready yet'));
  const invoke: Invoke = (name, event, by) => functions(name, event, by);
  const onStatusChange = async (event: StatusChange) => {
    if (ENDED_EARLY.includes(event.detail.status)) await invoke('schedule', event, 'events');
  };
  try {
    const engines = await startEngines({
      data,
      clock,
      observe,
      startTable,
      invoke: (name, payload) => invoke(name as FunctionName, payload, 'states'),
      onStatusChange,
      onScanned: (result) => invoke('documents', result, 'events'),
    });
    closers.add(engines.close);
    // What is under way gets a moment to end; what does not is owed, and driven again after the next start.
    closers.add(() => Promise.race([engines.quiet(), sleep(PATIENCE, undefined, { ref: false })]));
    await ensureTables();
    await ensureBucket();
    const store = createStore(environment, { credentials: credentialsOf('admin') });
    closers.add(() => store.db.destroy());
    await importRegisters(store, registers, issuerOf(site));
    for (const { name, definition } of machines()) engines.define(name, definition);
    functions = createFunctions(environment, clock, observe);
    engines.follow(followWrites(invoke));

    const sweep = async () => void (await invoke('schedule', { task: 'sweep' }, 'timer'));
    const checkRuns = async () => void (await invoke('schedule', { task: 'check-runs' }, 'timer'));
    const checkLedgers = async () => void (await invoke('schedule', { task: 'check-ledgers' }, 'timer'));
    // No execution outlives the process: every open case gets a new run at the step where its head stands.
    await checkRuns();
    closers.add(every(MINUTE, 'The sweep', sweep));
    closers.add(every(DAY, 'The check of all runs', checkRuns));
    closers.add(every(DAY, 'The check of all ledgers', checkLedgers));

    const next = () => nextWake(store);
    const due = () => idsToWake(store, clock.now());
    return {
      invoke,
      mails: engines.mails,
      files: engines.files,
      nextWake: next,
      advance: createAdvance({ clock, nextWake: next, due, sweep, quiet: engines.quiet }),
      idle: engines.quiet,
      close: closers.closeAll,
    };
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}
