import { afterEach, expect, test } from 'vitest';
import { contactRequestExample } from '../../domain/forms/contact-request/example.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

const WORKER = 'social-worker';

let server: TestServer;
afterEach(() => server.close());

/** Everything in both tables that has to do with a case. */
const leftOf = async (id: string) => {
  const items = (await server.items()).filter((item) => JSON.stringify(item).includes(id));
  return items.map(({ pk, sk }) => `${pk} ${sk}`).sort();
};

/** A case with everything that one can have: mail address, messages of both sides, a replaced code. */
const fullCase = async () => {
  const { id, receipt: first } = await server.submit({ replyBy: 'e-mail', email: 'familie@example.org' });
  const { body } = await server.api('POST', '/api/mailbox/receipt', {
    receipt: first,
    body: { id: newId() },
  });
  const { receipt } = body;
  await server.decide(WORKER, id, 'accept');
  await server.api('POST', '/api/mailbox/messages', { receipt, body: { id: newId(), text: 'Hallo' } });
  await server.api('POST', `/api/submissions/${id}/messages`, {
    as: WORKER,
    body: { id: newId(), text: 'Hallo' },
  });
  return { id, first, receipt };
};

const expectGone = async ({ id, first, receipt }: { id: string; first: string; receipt: string }) => {
  expect(await leftOf(id)).toEqual([`ERASED ${id}`]);
  for (const code of [first, receipt])
    expect((await server.api('GET', '/api/mailbox', { receipt: code })).status).toBe(404);
  for (const as of [WORKER, 'coordinator']) {
    for (const path of ['', '/log', '/answers', '/messages'])
      expect((await server.api('GET', `/api/submissions/${id}${path}`, { as })).status).toBe(404);
    for (const path of ['/api/tasks', '/api/submissions', '/api/submissions?year=2026'])
      expect((await server.api('GET', path, { as })).text).not.toContain(id);
  }
};

test('six months after the closing the case, its answers, messages, keys and code are gone', async () => {
  server = await startTestServer();
  const of = await fullCase();
  await server.decide(WORKER, of.id, 'close', { outcome: 'advised' });
  const parts = await leftOf(of.id);
  for (const sk of ['HEAD', 'ANSWERS', 'MAIL', 'TOKEN']) expect(parts).toContain(`S#${of.id} ${sk}`);
  expect(parts.filter((part) => part.includes('MSG#'))).toHaveLength(2);
  expect(parts.filter((part) => part.startsWith('R#')).length).toBeGreaterThan(0);

  await server.moveClock('2026-10-28T22:59:00.000Z');
  expect((await server.api('GET', '/api/mailbox', { receipt: of.receipt })).body).toMatchObject({
    state: 'closed',
    deletedOn: '2026-10-28',
  });
  await server.moveClock('2026-10-28T23:00:00.000Z');
  await expectGone(of);
});

test('six months after a withdrawal likewise', async () => {
  server = await startTestServer();
  const of = await fullCase();
  await server.api('POST', '/api/mailbox/withdrawal', { receipt: of.receipt });
  await server.moveClock('2026-10-29T08:00:00.000Z');
  await expectGone(of);
});

test('what was released for the protection of a child is kept, and does not hold up the deletion of others', async () => {
  server = await startTestServer();
  const [held, other] = [await fullCase(), await fullCase()];
  await server.api('POST', `/api/submissions/${held.id}/release`, {
    as: WORKER,
    body: { answers: true, messages: [], reason: 'suspected-violence' },
  });
  for (const { id } of [held, other]) await server.decide(WORKER, id, 'close', { outcome: 'referred' });
  const parts = await leftOf(held.id);
  await server.moveClock('2027-06-01T08:00:00.000Z');
  await expectGone(other);
  expect(await leftOf(held.id)).toEqual(parts);
  expect((await server.api('GET', `/api/submissions/${held.id}/answers`, { as: WORKER })).status).toBe(200);
});

test('to the family what is held looks like any other case, and from the date on like one that is deleted', async () => {
  server = await startTestServer();
  const [held, other] = [await fullCase(), await fullCase()];
  await releaseOf(held.id);
  for (const { id } of [held, other]) await server.decide(WORKER, id, 'close', { outcome: 'referred' });
  const seen = async (path: string, { receipt }: { receipt: string }, method = 'GET', body?: object) => {
    let answer: Awaited<ReturnType<typeof server.api>> | undefined;
    const calls = await server.callsWhile(async () => {
      answer = await server.api(method, path, { receipt, body });
    });
    const text = answer?.text.replaceAll(/[0-9a-f-]{36}|[\d-]+T[\d:.]+Z/g, '…');
    // What the registers say is remembered for a while: who asks first reads more of them.
    const reads = calls.filter(({ by, operation }) => by === 'families' && operation === 'GetItem');
    return { status: answer?.status, text, reads: reads.length };
  };
  await server.moveClock('2026-10-28T22:59:59.000Z');
  expect(await seen('/api/mailbox', held)).toEqual(await seen('/api/mailbox', other));
  const mails = server.mails().length;
  await server.moveClock('2026-10-28T23:00:00.000Z');
  await expectGone(other);
  const message = () => ({ id: newId(), text: 'Hallo' });
  for (const [method, path, body] of [
    ['GET', '/api/mailbox', undefined],
    ['POST', '/api/mailbox/messages', message()],
    ['POST', '/api/mailbox/withdrawal', undefined],
    ['POST', '/api/mailbox/consent', { allow: true }],
    ['POST', '/api/mailbox/receipt', { id: newId() }],
  ] as const) {
    const gone = await seen(path, held, method, body);
    expect(gone.status, path).toBe(404);
    expect(gone, path).toEqual(await seen(path, other, method, body));
  }
  // Nor does the office tell the family by a mail, or by a code that opens nothing.
  const of = `/api/submissions/${held.id}`;
  const reissued = await server.api('POST', `${of}/receipt`, { as: WORKER });
  expect([reissued.status, reissued.body.type]).toEqual([409, '/problems/ended']);
  await server.idle();
  expect(server.mails()).toHaveLength(mails);
  expect((await server.api('GET', `${of}/answers`, { as: WORKER })).status).toBe(200);
});

test('a release after the closing holds the deletion that was due', async () => {
  server = await startTestServer();
  const of = await fullCase();
  await server.decide(WORKER, of.id, 'close', { outcome: 'referred' });
  await server.moveClock('2026-10-28T08:00:00.000Z');
  await server.api('POST', `/api/submissions/${of.id}/release`, {
    as: WORKER,
    body: { answers: true, messages: [], reason: 'suspected-violence' },
  });
  await server.moveClock('2026-12-01T08:00:00.000Z');
  expect((await server.api('GET', `/api/submissions/${of.id}/answers`, { as: WORKER })).status).toBe(200);
});

test('whoever reads at the moment of the deletion leaves nothing behind', async () => {
  server = await startTestServer();
  const cases = [];
  for (let n = 0; n < 4; n += 1) {
    const of = await fullCase();
    await server.decide(WORKER, of.id, 'close', { outcome: 'advised' });
    cases.push(of);
  }
  await server.clock.set('2026-10-28T23:00:00.000Z');
  const reads = async (id: string) => {
    for (let status = 200; status === 200; )
      ({ status } = await server.api('GET', `/api/submissions/${id}/messages`, { as: WORKER }));
  };
  const reading = Promise.all(cases.map(({ id }) => reads(id)));
  for (let sweeps = 0; sweeps < 5; sweeps += 1) await server.invoke('schedule', { task: 'sweep' }, 'timer');
  await reading;
  await server.invoke('schedule', { task: 'sweep' }, 'timer');
  for (const of of cases) await expectGone(of);
});

const releaseOf = (id: string) =>
  server.api('POST', `/api/submissions/${id}/release`, {
    as: WORKER,
    body: { answers: true, messages: [], reason: 'suspected-violence' },
  });

const endHold = (id: string, as = WORKER, reason = 'handed-over') =>
  server.api('POST', `/api/submissions/${id}/hold-end`, { as, body: { reason } });

test('what need not be kept any longer is deleted on its day, or at once when that is past', async () => {
  server = await startTestServer();
  const [early, late] = [await fullCase(), await fullCase()];
  for (const { id } of [early, late]) {
    await releaseOf(id);
    await server.decide(WORKER, id, 'close', { outcome: 'referred' });
  }
  for (const as of ['coordinator', 'social-worker-2', 'head', 'admin'])
    expect((await endHold(early.id, as)).status).toBe(404);
  const refused = await endHold(early.id, WORKER, 'because');
  expect([refused.status, refused.body.errors[0].path]).toEqual([422, 'reason']);
  expect((await endHold(early.id)).status).toBe(204);
  // A second time changes nothing, and is not logged again.
  expect((await endHold(early.id)).status).toBe(204);
  const { body: log } = await server.api('GET', `/api/submissions/${early.id}/log`, { as: WORKER });
  expect(log.items.filter(({ what }: { what: string }) => what === 'hold-ended')).toMatchObject([
    { by: { person: WORKER }, reason: 'handed-over' },
  ]);
  const shown = await server.api('GET', `/api/submissions/${early.id}`, { as: WORKER });
  expect(shown.body).toMatchObject({ held: false, deleteOn: '2026-10-28' });
  await server.moveClock('2026-10-28T23:00:00.000Z');
  await expectGone(early);
  await server.moveClock('2027-02-01T08:00:00.000Z');
  expect((await endHold(late.id)).status).toBe(204);
  await server.moveClock('2027-02-01T08:06:00.000Z');
  await expectGone(late);
});

test('what was deleted cannot be sent again under its id, nor what looks deleted to the family', async () => {
  server = await startTestServer();
  const [held, other] = [await fullCase(), await fullCase()];
  await releaseOf(held.id);
  for (const { id } of [held, other]) await server.decide(WORKER, id, 'close', { outcome: 'referred' });
  await server.moveClock('2026-10-28T23:00:00.000Z');
  const left = [await leftOf(held.id), await leftOf(other.id)];
  const again = async (path: string, id: string, more: object = {}, as?: string) => {
    const body = { ...contactRequestExample, ...more };
    const sent = await server.api('PUT', `/api/${path}/${id}`, { body, as });
    return [sent.status, sent.body.type, sent.body.detail];
  };
  const mailed = { replyBy: 'e-mail', email: 'familie@example.org' };
  for (const { id } of [held, other]) {
    const refused = await again('contact-requests', id, mailed);
    expect(refused).toEqual([409, '/problems/erased', expect.stringContaining('als neue Nachricht')]);
    expect(await again('contact-requests', id, { message: 'Etwas anderes' })).toEqual(refused);
    expect(await again('spoken-requests', id, { name: undefined }, WORKER)).toEqual(refused);
    expect((await again('contact-requests', id, { kita: 'atlantis' }))[0]).toBe(422);
  }
  expect([await leftOf(held.id), await leftOf(other.id)]).toEqual(left);
});

test('a withdrawal that waited takes its effect when nothing is kept any longer', async () => {
  server = await startTestServer();
  const of = await fullCase();
  await releaseOf(of.id);
  await server.api('POST', '/api/mailbox/withdrawal', { receipt: of.receipt });
  const read = () => server.api('GET', `/api/submissions/${of.id}/answers`, { as: WORKER });
  expect((await read()).status).toBe(200);
  await endHold(of.id);
  expect((await read()).status).toBe(403);
});

test('what is to be deleted cannot be released any more, also when the calendar is late', async () => {
  server = await startTestServer();
  const of = await fullCase();
  await server.decide(WORKER, of.id, 'close', { outcome: 'advised' });
  await server.clock.set('2026-10-28T23:00:00.000Z');
  expect((await releaseOf(of.id)).status).toBe(404);
  await server.invoke('schedule', { task: 'sweep' }, 'timer');
  await expectGone(of);
});

test('a release that is written after the calendar looked, and before it deletes, still holds the deletion', async () => {
  let armed = false;
  const asked = Promise.withResolvers<void>();
  const looked = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  server = await startTestServer({
    async observe({ by, operation, phase }) {
      if (!armed) return;
      if (by === 'casework' && operation === 'TransactWriteItems' && phase === 'before') {
        asked.resolve();
        await looked.promise;
      }
      if (by === 'schedule' && operation === 'GetItem' && phase === 'after') {
        looked.resolve();
        await written.promise;
      }
    },
  });
  const of = await fullCase();
  await server.decide(WORKER, of.id, 'close', { outcome: 'referred' });
  await server.clock.set('2026-10-28T22:59:59.000Z');
  armed = true;
  const release = releaseOf(of.id).finally(() => written.resolve());
  // Asked a moment before the deletion, written a moment after.
  await asked.promise;
  await server.clock.set('2026-10-28T23:00:01.000Z');
  await server.invoke('schedule', { task: 'sweep' }, 'timer');
  expect((await release).status).toBe(200);
  armed = false;
  await server.invoke('schedule', { task: 'sweep' }, 'timer');
  expect((await server.api('GET', `/api/submissions/${of.id}/answers`, { as: WORKER })).status).toBe(200);
});
