import { expect, test } from 'vitest';
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
