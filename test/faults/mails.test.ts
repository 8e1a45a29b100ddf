import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { changeHead } from '../../functions/store/heads.ts';
import { owing } from '../../functions/store/owe.ts';
import type { Call } from '../../local/observe.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

const WORKER = 'social-worker';

/** A server on which whatever `holds` names waits until it is released. */
const startHolding = async (holds: (call: Call) => boolean) => {
  const gate = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  let armed = false;
  const server = await startTestServer({
    async observe(call) {
      if (!armed || !holds(call)) return;
      reached.resolve();
      await gate.promise;
    },
  });
  return { server, arm: () => (armed = true), reached: reached.promise, release: gate.resolve };
};

const mailsTo = (server: TestServer, address: string) =>
  server.mails().filter(({ to }) => to.includes(address));

test('what is owed while a mail is on its way gets a mail of its own', async () => {
  const email = 'family@example.org';
  const { server, arm, reached, release } = await startHolding(
    ({ service, phase }) => service === 'ses' && phase === 'after',
  );
  try {
    const { id } = await server.submit({ replyBy: 'e-mail', email });
    await server.decide(WORKER, id, 'accept');
    await server.decide(WORKER, id, 'reached');
    const before = mailsTo(server, email).length;
    arm();
    const message = { id: newId(), text: 'Alles Gute.' };
    await server.api('POST', `/api/submissions/${id}/messages`, { as: WORKER, body: message });
    await reached;
    const { body } = await server.api('GET', `/api/submissions/${id}`, { as: WORKER });
    const decision = { step: body.at, version: body.version, action: 'close', outcome: 'advised' };
    await server.api('POST', `/api/submissions/${id}/decisions`, { as: WORKER, body: decision });
    release();
    await server.idle();
    expect(mailsTo(server, email)).toHaveLength(before + 2);
  } finally {
    release();
    await server.close();
  }
});

test('a mail that somebody else began to send is left to them while they may be alive, then sent', async () => {
  const server = await startTestServer();
  try {
    const { id } = await server.submit({ replyBy: 'telephone' });
    await server.idle();
    const address = server.mails()[0]?.to[0] ?? '';
    const before = mailsTo(server, address).length;
    // As another dispatcher leaves it that is killed right after its claim.
    const until = Date.now() + 15_000;
    const at = server.clock.now();
    await changeHead(server.store, id, async (head) => ({
      head: owing(head, at, {
        'mail#more': {
          do: 'mail',
          mail: 'assigned',
          to: { person: WORKER },
          at,
          claimedUntil: new Date(until).toISOString(),
        },
      }),
    }));
    await sleep(2_000);
    expect(mailsTo(server, address)).toHaveLength(before);
    await server.idle();
    expect(Date.now()).toBeGreaterThanOrEqual(until);
    expect(mailsTo(server, address)).toHaveLength(before + 1);
  } finally {
    await server.close();
  }
});
