import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const WORKER = 'social-worker';

const tasksOf = async (as: string): Promise<string[]> =>
  (await server.api('GET', '/api/tasks', { as })).body.items.map(({ id }: { id: string }) => id);
const mailbox = async (receipt: string) => (await server.api('GET', '/api/mailbox', { receipt })).body;
const shown = async (as: string, id: string) =>
  (await server.api('GET', `/api/submissions/${id}`, { as })).body;
const logOf = async (as: string, id: string) => {
  const { body } = await server.api('GET', `/api/submissions/${id}/log`, { as });
  expect(body.whole).toBe(true);
  return body.items;
};
const write = (receipt: string, text: string, id = newId()) =>
  server.api('POST', '/api/mailbox/messages', { receipt, body: { id, text } });
const reply = (as: string, of: string, text: string, id = newId()) =>
  server.api('POST', `/api/submissions/${of}/messages`, { as, body: { id, text } });

describe('a contact request from the first page to the closed case', () => {
  test('goes to the responsible person, who accepts, answers and closes it', async () => {
    const message = 'Wir wissen nicht weiter.';
    const { id, receipt } = await server.submit({ message });

    expect(await tasksOf(WORKER)).toContain(id);
    expect(await tasksOf('social-worker-2')).not.toContain(id);
    expect(await tasksOf('coordinator')).not.toContain(id);
    expect(await shown(WORKER, id)).toMatchObject({
      at: 'accept',
      turn: 'social-worker',
      responsible: { id: WORKER, name: 'Amira Beispiel' },
      kita: { name: 'Kita Biebelnheim' },
      due: '2026-04-30T22:00:00.000Z',
      actions: ['accept', 'pass'],
      content: 'all',
    });
    expect(await mailbox(receipt)).toMatchObject({
      state: 'received',
      answerBy: '2026-04-30',
      responsible: { name: 'Amira Beispiel' },
      mayWrite: true,
      mayWithdraw: true,
      messages: [],
    });

    const accepted = await server.decide(WORKER, id, 'accept');
    expect(accepted.body).toMatchObject({
      at: 'contact',
      actions: ['reached', 'close', 'pass'],
      content: 'all',
    });
    const answers = await server.api('GET', `/api/submissions/${id}/answers`, { as: WORKER });
    expect(answers.body.message).toBe(message);
    expect(await mailbox(receipt)).toMatchObject({ state: 'accepted' });

    const replied = await reply(WORKER, id, 'Ich rufe Sie an.');
    expect(replied.status).toBe(201);
    expect((await mailbox(receipt)).messages).toEqual([
      { id: replied.body.id, from: 'worker', at: replied.body.at, text: 'Ich rufe Sie an.' },
    ]);
    const written = await write(receipt, 'Gern nach 14 Uhr.');
    expect(written.status).toBe(201);
    expect(written.body).not.toHaveProperty('text');
    const seenByFamily = (await mailbox(receipt)).messages;
    expect(seenByFamily.map(({ from }: { from: string }) => from)).toEqual(['worker', 'family']);
    expect(seenByFamily[1]).not.toHaveProperty('text');
    const seenByWorker = await server.api('GET', `/api/submissions/${id}/messages`, { as: WORKER });
    expect(seenByWorker.body.items.map(({ text }: { text: string }) => text)).toEqual([
      'Ich rufe Sie an.',
      'Gern nach 14 Uhr.',
    ]);

    expect((await server.decide(WORKER, id, 'reached')).body.at).toBe('advise');
    expect(await mailbox(receipt)).toMatchObject({ state: 'in-contact' });
    const closed = await server.decide(WORKER, id, 'close', { outcome: 'advised' });
    expect(closed.body).toMatchObject({
      at: 'closed',
      ended: true,
      outcome: 'advised',
      actions: [],
      deleteOn: '2026-10-28',
    });
    expect(await tasksOf(WORKER)).not.toContain(id);
    expect(await mailbox(receipt)).toMatchObject({
      state: 'closed',
      mayWrite: false,
      mayWithdraw: false,
      deletedOn: '2026-10-28',
    });

    const entries = await logOf(WORKER, id);
    expect(entries.map(({ what }: { what: string }) => what)).toEqual([
      'received',
      'assigned',
      'accept',
      'answers-read',
      'message-from-worker',
      'message-from-family',
      'messages-read',
      'reached',
      'close',
    ]);
    expect(entries[2]).toMatchObject({
      by: { person: WORKER },
      byName: 'Amira Beispiel',
      from: 'accept',
      to: 'contact',
    });
    expect(JSON.stringify(entries)).not.toContain(message);
  });

  test('after the end nothing can be written, withdrawn or decided', async () => {
    const { id, receipt } = await server.submit();
    await server.decide(WORKER, id, 'accept');
    await server.decide(WORKER, id, 'close', { outcome: 'not-reached' });
    const refusals = [
      await write(receipt, 'Noch etwas'),
      await reply(WORKER, id, 'Noch etwas'),
      await server.api('POST', '/api/mailbox/withdrawal', { receipt }),
      await server.decide(WORKER, id, 'reached'),
      await server.decide(WORKER, id, 'close', { outcome: 'advised' }),
    ];
    expect(refusals.map(({ status, body }) => [status, body.type])).toEqual(
      Array(5).fill([409, '/problems/ended']),
    );
  });

  test('the same message twice is there once; another text under its id is refused', async () => {
    const { id, receipt } = await server.submit();
    const [mine, yours] = [newId(), newId()];
    const first = await write(receipt, 'Hallo', mine);
    const again = await write(receipt, 'Hallo', mine);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect((await write(receipt, 'Anders', mine)).status).toBe(409);
    expect((await reply(WORKER, id, 'Hallo', mine)).status).toBe(409);
    const replies = await Promise.all(Array.from({ length: 10 }, () => reply(WORKER, id, 'Antwort', yours)));
    expect(replies.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
    expect((await mailbox(receipt)).messages).toHaveLength(2);
  });

  test('a repeated message is answered as the first time even when the case has ended in between', async () => {
    const { id, receipt } = await server.submit();
    const mine = newId();
    await write(receipt, 'Hallo', mine);
    await server.decide(WORKER, id, 'accept');
    await server.decide(WORKER, id, 'close', { outcome: 'advised' });
    expect((await write(receipt, 'Hallo', mine)).status).toBe(200);
  });

  test('many messages at once all arrive, each once', async () => {
    const { id, receipt } = await server.submit();
    const texts = Array.from({ length: 10 }, (_, n) => `Nachricht ${n}`);
    const sent = await Promise.all(texts.map((text) => write(receipt, text)));
    expect(sent.map(({ status }) => status)).toEqual(Array(10).fill(201));
    const { body } = await server.api('GET', `/api/submissions/${id}/messages`, { as: WORKER });
    expect(body.items.map(({ text }: { text: string }) => text).sort()).toEqual(texts);
    await logOf(WORKER, id);
  });
});

describe('a withdrawal', () => {
  test('ends the case at any step; a second one changes nothing', async () => {
    const { id, receipt } = await server.submit();
    const withdrawn = await server.api('POST', '/api/mailbox/withdrawal', { receipt });
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', mayWrite: false, mayWithdraw: false });
    expect((await server.api('POST', '/api/mailbox/withdrawal', { receipt })).body).toEqual(withdrawn.body);
    await server.idle();
    expect(await tasksOf(WORKER)).not.toContain(id);
    expect(
      (await logOf(WORKER, id)).filter(({ what }: { what: string }) => what === 'withdraw'),
    ).toHaveLength(1);
  });

  test('closes the content even to whoever was responsible', async () => {
    const { id, receipt } = await server.submit();
    await server.decide(WORKER, id, 'accept');
    await write(receipt, 'Bitte vergessen Sie es.');
    await server.api('POST', '/api/mailbox/withdrawal', { receipt });
    expect((await shown(WORKER, id)).content).toBe('none');
    expect((await server.api('GET', `/api/submissions/${id}/answers`, { as: WORKER })).status).toBe(403);
    const { body } = await server.api('GET', `/api/submissions/${id}/messages`, { as: WORKER });
    expect(body.items.map(({ text }: { text?: string }) => text)).toEqual([undefined]);
    const released = await server.api('POST', `/api/submissions/${id}/release`, {
      as: WORKER,
      body: { answers: true, messages: [], reason: 'imminent-danger' },
    });
    expect(released.status).toBe(403);
  });
});

describe('a decision', () => {
  test('with an action that the step does not have is a wrong field', async () => {
    const { id } = await server.submit();
    for (const action of [
      'reached',
      'assign',
      'nonsense',
      'constructor',
      'toString',
      '__proto__',
      'withdraw',
    ]) {
      const answer = await server.decide(
        WORKER,
        id,
        action,
        action === 'assign' ? { assignTo: 'social-worker-2' } : {},
      );
      expect([action, answer.status]).toEqual([action, action === 'withdraw' ? 403 : 422]);
      if (answer.status === 422) expect(answer.body.errors[0].path).toBe('action');
    }
    expect((await shown(WORKER, id)).at).toBe('accept');
  });

  test('needs what belongs to it, and nothing else', async () => {
    const { id } = await server.submit();
    const wrong = async (action: string, more: object, as = WORKER) => {
      const { status, body } = await server.decide(as, id, action, more);
      return [status, body.errors?.map(({ path }: { path: string }) => path).join()];
    };
    expect(await wrong('pass', {})).toEqual([422, 'reason']);
    expect(await wrong('pass', { reason: 'because' })).toEqual([422, 'reason']);
    expect(await wrong('pass', { reason: 'absent', outcome: 'advised' })).toEqual([422, 'outcome']);
    expect(await wrong('accept', { assignTo: 'social-worker-2' })).toEqual([422, 'assignTo']);
    expect(await wrong('accept', { comment: 'Das Kind heißt …' })).toEqual([422, 'comment']);
    await server.decide(WORKER, id, 'accept');
    expect(await wrong('close', {})).toEqual([422, 'outcome']);
    await server.decide(WORKER, id, 'pass', { reason: 'biased' });
    expect(await wrong('assign', {}, 'coordinator')).toEqual([422, 'assignTo']);
    for (const assignTo of ['nobody', 'coordinator', 'head', 'kita', ''])
      expect(await wrong('assign', { assignTo }, 'coordinator')).toEqual([422, 'assignTo']);
  });

  test('made on an old version is refused with how it stands now and who was faster', async () => {
    const { id } = await server.submit();
    const before = await shown(WORKER, id);
    await server.decide(WORKER, id, 'accept');
    const late = await server.api('POST', `/api/submissions/${id}/decisions`, {
      as: WORKER,
      body: { step: 'accept', action: 'pass', reason: 'other', version: before.version },
    });
    expect(late.status).toBe(409);
    expect(late.body.current).toEqual({ version: before.version + 1, at: 'contact', by: 'Amira Beispiel' });
  });

  test("of a step that is not the coordinator's is refused to the coordinator with the reason", async () => {
    const { id } = await server.submit();
    for (const [action, more] of [
      ['accept', {}],
      ['pass', { reason: 'other' }],
    ] as const) {
      const refused = await server.decide('coordinator', id, action, more);
      expect([refused.status, refused.body.type]).toEqual([403, '/problems/other-role']);
    }
    expect((await shown('coordinator', id)).actions).toEqual(['reassign']);
  });
});
