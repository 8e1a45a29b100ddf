import { writeFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import type { Call } from '../../local/observe.ts';
import { startServer } from '../../local/server.ts';
import { KILL_NOTE, type Moment, type Order, type Report } from './machine.ts';

/** One machine in a process of its own, which kills itself at the moment that it is told. */
const [data = '', clock = '', first = '[]'] = process.argv.slice(2);

/** What is still to be seen, in this order, until the kill. */
let ahead: readonly Moment[] = JSON.parse(first);
let seen = 0;
let trace: string[] = [];
/**
 * To whom mails may have gone that are not marked as sent yet: a kill now may repeat these, and no others. From the call
 * on, for a mail is on the disk before the answer is told here.
 */
let unmarked: string[] = [];

const tell = (report: Report) => process.send?.(report);

const isAt = ({ service, operation, by, phase, request }: Call, at: Moment) =>
  `${service} ${operation}` === at.call &&
  phase === at.phase &&
  (!at.by || by === at.by) &&
  (!at.of || JSON.stringify(request).includes(at.of));

const recipientsOf = ({ request }: Call) =>
  (request as { Destination?: { ToAddresses: string[] } }).Destination?.ToAddresses ?? [];

const followMails = (call: Call) => {
  const { service, operation, by, phase } = call;
  if (service === 'ses' && phase === 'before') unmarked.push(...recipientsOf(call));
  if (operation === 'TransactWriteItems:apply' && by === 'dispatch' && phase === 'after') unmarked = [];
};

const observe = (call: Call): void | Promise<void> => {
  followMails(call);
  trace.push(`${call.service} ${call.operation} by ${call.by}`);
  const [next, ...rest] = ahead;
  if (!next || !isAt(call, next)) return;
  seen += 1;
  if (seen < (next.nth ?? 1)) return;
  seen = 0;
  ahead = rest;
  if (rest.length > 0) return;
  // Killed before the mail service has done anything: this one was not sent.
  const unsent = call.phase === 'before' ? recipientsOf(call) : [];
  writeFileSync(join(data, KILL_NOTE), JSON.stringify(unmarked.filter((to) => !unsent.includes(to))));
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
};

// A killed process writes no cache at its end.
flushCompileCache();
const server = await startServer({
  port: 0,
  data,
  county: 'alzey-worms',
  clock,
  observe,
  pages: false,
  quiet: true,
});

const obey = async (order: Order): Promise<unknown> => {
  switch (order.do) {
    case 'arm':
      seen = 0;
      trace = [];
      ahead = order.at;
      return undefined;
    case 'idle':
      return server.idle();
    case 'trace':
      return trace;
    case 'mails':
      return server.mails();
    case 'advance':
      return server.advance(order.to);
    case 'now':
      return server.clock.now();
    case 'token':
      return server.token(order.user);
  }
};

process.on('message', ({ n, order }: { n: number; order: Order }) => {
  obey(order).then(
    (result) => tell({ n, result }),
    (error: unknown) => tell({ n, error: String(error) }),
  );
});
process.on('disconnect', () => process.exit());

tell({
  n: 0,
  result: {
    url: server.url,
    dynamodb: process.env.AWS_ENDPOINT_URL_DYNAMODB,
    states: process.env.AWS_ENDPOINT_URL_SFN,
    s3: process.env.AWS_ENDPOINT_URL_S3,
  },
});
