import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type CandidateName, candidates, type Validate } from './candidates.ts';
import { type Depth, downstreams } from './downstream.ts';
import { eventOf, HEADERS, ID, TEXT } from './event.ts';

/** What the parent asks for: the time used so far, or so many events without a socket. */
export type Order = { events: number } | 'used';
export type Report = { port: number } | { used: number } | { perEvent: number };

const [, , name, depth, validator = ''] = process.argv as [string, string, CandidateName, Depth, string];
const validate = createRequire(import.meta.url)(validator) as Validate;
const downstream = downstreams[depth]?.();
if (!downstream) throw new Error(`there is no downstream ${depth}`);
const { listen, handle } = candidates[name](downstream, validate);

/** Processor time in microseconds. */
const used = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const runEvents = async (events: number): Promise<Report> => {
  if (!handle) return { perEvent: Number.NaN };
  const before = used();
  for (let n = 0; n < events; n += 1) {
    const { statusCode } = await handle(eventOf(ID, HEADERS, TEXT));
    if (statusCode !== 201) throw new Error(`${name} answered ${statusCode}`);
  }
  return { perEvent: (used() - before) / events };
};

const tell = (report: Report) => process.send?.(report);

process.on('message', async (order: Order) =>
  tell(order === 'used' ? { used: used() } : await runEvents(order.events)),
);
process.on('disconnect', () => process.exit());
const server = createServer(listen).listen(0, '127.0.0.1', () =>
  tell({ port: (server.address() as AddressInfo).port }),
);
