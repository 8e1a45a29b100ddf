import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Observe } from '../local/observe.ts';
import { startServer } from '../local/server.ts';

/** A Tuesday morning. */
const START = '2026-04-28T08:00:00.000Z';

/** Who asks: by a receipt code, or logged in as somebody of the register. */
export interface Asking {
  as?: string;
  receipt?: string;
  body?: unknown;
}

/** One machine in a folder that goes with it, whose services tell `observe` of every call. */
export const startMachine = async (observe?: Observe) => {
  const data = await mkdtemp(join(tmpdir(), 'bindeglied-bench-'));
  const server = await startServer({
    port: 0,
    data,
    county: 'alzey-worms',
    clock: START,
    quiet: true,
    pages: false,
    observe,
  });
  const call = async <T>(method: string, path: string, { as, receipt, body }: Asking = {}): Promise<T> => {
    const answer = await fetch(server.url + path, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(as && { authorization: `Bearer ${await server.token(as)}` }),
        ...(receipt && { authorization: `Receipt ${receipt}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}`);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  };
  return {
    ...server,
    call,
    async close() {
      await server.close();
      await rm(data, { recursive: true, force: true });
    },
  };
};
export type Machine = Awaited<ReturnType<typeof startMachine>>;
