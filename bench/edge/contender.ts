import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import type { CandidateName } from './candidates.ts';
import type { Depth } from './downstream.ts';
import { HEADERS, ID, TEXT } from './event.ts';
import type { Order, Report } from './serve.ts';

/** A candidate in a process of its own. */
export interface Contender {
  /** Microseconds of processor time for one request over a socket. */
  requests(count: number): Promise<number>;
  /** The same as Lambda calls it; NaN for one that cannot be called like that. */
  events(count: number): Promise<number>;
  stop(): void;
}

const SOCKETS = 4;

const ask = async <R extends Report>(child: ChildProcess, order: Order): Promise<R> => {
  const answer = once(child, 'message') as Promise<[R]>;
  child.send(order);
  return (await answer)[0];
};

const put = (agent: Agent, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { ...HEADERS, 'content-length': Buffer.byteLength(TEXT) };
    const path = `/api/contact-requests/${ID}`;
    const sent = request({ agent, host: '127.0.0.1', port, path, method: 'PUT', headers }, (response) => {
      if (response.statusCode !== 201) reject(new Error(`answered ${response.statusCode}`));
      response.resume().once('end', resolve);
    });
    sent.once('error', reject).end(TEXT);
  });

export const startContender = async (
  name: CandidateName,
  depth: Depth,
  validator: string,
): Promise<Contender> => {
  const child = fork(join(import.meta.dirname, 'serve.ts'), [name, depth, validator], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env.PATH, AWS_REGION: 'eu-central-1' },
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS });
  return {
    async requests(count) {
      const before = await ask<{ used: number }>(child, 'used');
      const lane = async () => {
        for (let n = 0; n < count / SOCKETS; n += 1) await put(agent, port);
      };
      await Promise.all(Array.from({ length: SOCKETS }, lane));
      const after = await ask<{ used: number }>(child, 'used');
      return (after.used - before.used) / count;
    },
    events: async (count) => (await ask<{ perEvent: number }>(child, { events: count })).perEvent,
    stop() {
      agent.destroy();
      child.disconnect();
    },
  };
};
