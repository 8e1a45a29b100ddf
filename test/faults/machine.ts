import { type ChildProcess, fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import type { Mail } from '../../local/ses/start.ts';
import { type Api, apiOf, type Inside, insideOf } from './running-case.ts';

/** File in the data folder: a list of the addresses whose mails were sent and not yet marked when the kill fell. */
export const KILL_NOTE = 'kill.json';

/** A call that the process waits for: it kills itself at the last of several; at the `nth` such call of an embedded service or a function. */
export interface Moment {
  /** Service and operation, such as `dynamodb TransactWriteItems`. */
  call: string;
  phase: 'before' | 'after';
  by?: string;
  /** A text that the request contains. */
  of?: string;
  nth?: number;
}

export type Order =
  | { do: 'arm'; at: readonly Moment[] }
  | { do: 'advance'; to: string }
  | { do: 'token'; user: string }
  | { do: 'idle' | 'trace' | 'mails' | 'now' };

export type Report = { n: number; result?: unknown; error?: string };

/** The process that was asked is dead. */
export class KilledError extends Error {
  override name = 'KilledError';
}

export interface Machine {
  api: Api;
  inside: Inside;
  /** Where the embedded bucket is. */
  s3: string;
  /** It kills itself when it has seen all of these, in this order. */
  arm(at: readonly Moment[]): Promise<void>;
  /** Resolves when nothing is going on any more; @throws KilledError */
  idle(): Promise<void>;
  advance(to: string): Promise<void>;
  now(): Promise<string>;
  mails(): Promise<Mail[]>;
  /** The calls since it was armed. */
  trace(): Promise<string[]>;
  /** Resolves when it was killed by itself. */
  dead(): Promise<void>;
  stop(): Promise<void>;
}

const conversation = (child: ChildProcess) => {
  const open = new Map<number, PromiseWithResolvers<unknown>>();
  const expectReport = (n: number) => {
    const answer = Promise.withResolvers<unknown>();
    open.set(n, answer);
    return answer.promise;
  };
  child.on('message', ({ n, result, error }: Report) => {
    const answer = open.get(n);
    open.delete(n);
    if (error === undefined) answer?.resolve(result);
    else answer?.reject(new Error(error));
  });
  // It may still count as connected for a moment: nobody would answer any more.
  let isDead = false;
  child.once('exit', () => {
    isDead = true;
    for (const { reject } of open.values()) reject(new KilledError('the server is dead'));
  });
  let last = 0;
  const ask = (order: Order): Promise<unknown> => {
    if (isDead || !child.connected) return Promise.reject(new KilledError('the server is dead'));
    last += 1;
    const answer = expectReport(last);
    // Writing to a process that was just killed fails; its exit tells that it was killed.
    child.send({ n: last, order }, () => undefined);
    return answer;
  };
  return { ask, ready: expectReport(0) };
};

/**
 * Starts one machine on the files in `data`.
 * @throws KilledError when it is killed while it starts, at the last of `at`
 */
export const startMachine = async (
  data: string,
  clock: string,
  at: readonly Moment[] = [],
): Promise<Machine> => {
  const program = inject('machineProgram');
  const child = fork(program, [data, clock, JSON.stringify(at)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Compiled once for all of them: a start takes half the time.
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(program), 'compiled') },
  });
  const exit = new Promise((resolve) => child.once('exit', resolve));
  const { ask, ready } = conversation(child);
  const { url, dynamodb, states, s3 } = (await ready) as Record<'url' | 'dynamodb' | 'states' | 's3', string>;
  const inside = insideOf({ dynamodb, states });
  return {
    api: apiOf(url, async (user) => (await ask({ do: 'token', user })) as string),
    inside,
    s3,
    arm: async (moment) => void (await ask({ do: 'arm', at: moment })),
    idle: async () => void (await ask({ do: 'idle' })),
    advance: async (to) => void (await ask({ do: 'advance', to })),
    now: async () => (await ask({ do: 'now' })) as string,
    mails: async () => (await ask({ do: 'mails' })) as Mail[],
    trace: async () => (await ask({ do: 'trace' })) as string[],
    dead: async () => {
      if (child.connected) await ask({ do: 'idle' }).catch(() => undefined);
      if (child.connected && child.signalCode === null) throw new Error('it was never killed');
      if (child.signalCode === null) await exit;
    },
    stop: async () => {
      inside.close();
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await exit;
    },
  };
};
