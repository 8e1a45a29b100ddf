import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contactRequestExample } from '../../domain/forms/contact-request/example.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const [FIRST, SECOND] = ['social-worker', 'social-worker-2'];
const MESSAGE = 'Das ist nur für Sie.';

const mailbox = async (receipt: string) => (await server.api('GET', '/api/mailbox', { receipt })).body;
const shown = async (as: string, id: string) =>
  (await server.api('GET', `/api/submissions/${id}`, { as })).body;
const answers = (as: string, id: string) => server.api('GET', `/api/submissions/${id}/answers`, { as });
const textsFor = async (as: string, id: string): Promise<(string | undefined)[]> => {
  const { body } = await server.api('GET', `/api/submissions/${id}/messages`, { as });
  return body.items.map(({ text }: { text?: string }) => text);
};
const whatHappened = async (as: string, id: string) => {
  const { body } = await server.api('GET', `/api/submissions/${id}/log`, { as });
  expect(body.whole).toBe(true);
  return body.items as { what: string; by: object; reason?: string }[];
};
const write = async (receipt: string, text: string) => {
  const sent = await server.api('POST', '/api/mailbox/messages', { receipt, body: { id: newId(), text } });
  expect(sent.status).toBe(201);
  return sent.body.id as string;
};
const reply = async (as: string, id: string, text: string) => {
  const body = { id: newId(), text };
  expect((await server.api('POST', `/api/submissions/${id}/messages`, { as, body })).status).toBe(201);
};
const askConsent = (as: string, id: string) =>
  server.api('POST', `/api/submissions/${id}/consent-requests`, { as });
const consent = (receipt: string, allow: boolean) =>
  server.api('POST', '/api/mailbox/consent', { receipt, body: { allow } });
const release = (as: string, id: string, body: object) =>
  server.api('POST', `/api/submissions/${id}/release`, {
    as,
    body: { answers: true, messages: [], reason: 'imminent-danger', ...body },
  });

const handOver = async (id: string, from: string, to: string) => {
  await server.decide(from, id, 'pass', { reason: 'absent' });
  await server.decide('coordinator', id, 'assign', { assignTo: to });
};

/** A case that the first worker accepted, in which both sides wrote, and that the second worker has now. */
const succeeded = async () => {
  const of = await server.submit({ message: MESSAGE });
  await server.decide(FIRST, of.id, 'accept');
  await write(of.receipt, 'An die Erste');
  await reply(FIRST, of.id, 'Von der Ersten');
  await handOver(of.id, FIRST, SECOND);
  return of;
};

describe('what was entrusted to one person (§ 65 SGB VIII)', () => {
  test('is closed to a successor, who sees that there is a case and what is written from now on', async () => {
    const { id, receipt } = await succeeded();
    expect((await shown(SECOND, id)).content).toBe('own');
    expect((await answers(SECOND, id)).body).toMatchObject({ status: 403, type: '/problems/no-consent' });
    await server.decide(SECOND, id, 'accept');
    await write(receipt, 'An den Zweiten');
    await reply(SECOND, id, 'Vom Zweiten');
    expect(await textsFor(SECOND, id)).toEqual([undefined, undefined, 'An den Zweiten', 'Vom Zweiten']);
    expect((await answers(SECOND, id)).status).toBe(403);
    expect((await answers(FIRST, id)).status).toBe(404);
    expect((await release(SECOND, id, {})).status).toBe(403);
  });

  test('is opened to the successor by the family alone, in its mailbox', async () => {
    const { id, receipt } = await succeeded();
    expect((await consent(receipt, true)).body).toMatchObject({ status: 409, type: '/problems/not-asked' });
    expect((await askConsent(SECOND, id)).status).toBe(204);
    expect((await shown(SECOND, id)).consentAsked).toBe(true);
    expect(await mailbox(receipt)).toMatchObject({ consentAskedBy: 'Bernd Probe' });
    expect((await answers(SECOND, id)).status).toBe(403);
    const allowed = await consent(receipt, true);
    expect(allowed.status).toBe(200);
    expect(allowed.body).not.toHaveProperty('consentAskedBy');
    expect((await answers(SECOND, id)).body.message).toBe(MESSAGE);
    expect(await textsFor(SECOND, id)).toEqual(['An die Erste', 'Von der Ersten']);
    expect((await shown(SECOND, id)).content).toBe('all');
    expect((await whatHappened(SECOND, id)).map(({ what }) => what)).toContain('consent-given');
  });

  test('is opened to nobody whose name the family did not see, when somebody else asks meanwhile', async () => {
    const { id, receipt } = await succeeded();
    await askConsent(SECOND, id);
    const { consentAskedBy: person } = await mailbox(receipt);
    await handOver(id, SECOND, 'social-worker-3');
    await askConsent('social-worker-3', id);
    const body = { allow: true, person };
    const refused = await server.api('POST', '/api/mailbox/consent', { receipt, body });
    expect(refused.body).toMatchObject({ status: 409, type: '/problems/other-asks' });
    expect((await answers('social-worker-3', id)).status).toBe(403);
    const seen = { allow: true, person: (await mailbox(receipt)).consentAskedBy };
    expect((await server.api('POST', '/api/mailbox/consent', { receipt, body: seen })).status).toBe(200);
    expect((await answers('social-worker-3', id)).status).toBe(200);
  });

  test('is not asked for any more once the family has withdrawn', async () => {
    const { id, receipt } = await succeeded();
    await askConsent(SECOND, id);
    await server.api('POST', '/api/mailbox/withdrawal', { receipt });
    expect(await mailbox(receipt)).not.toHaveProperty('consentAskedBy');
    expect((await askConsent(SECOND, id)).body).toMatchObject({ status: 409, type: '/problems/ended' });
    expect((await consent(receipt, true)).body).toMatchObject({ status: 409, type: '/problems/not-asked' });
  });

  test('stays closed when the family says no', async () => {
    const { id, receipt } = await succeeded();
    await askConsent(SECOND, id);
    expect((await consent(receipt, false)).status).toBe(200);
    expect((await consent(receipt, true)).status).toBe(409);
    expect((await answers(SECOND, id)).status).toBe(403);
    expect(await textsFor(SECOND, id)).toEqual([undefined, undefined]);
  });

  test('cannot be given by the successor in the family’s place, with a code of their own making', async () => {
    const { id, receipt } = await succeeded();
    await askConsent(SECOND, id);
    const reissued = await server.api('POST', `/api/submissions/${id}/receipt`, { as: SECOND });
    expect([reissued.status, reissued.body.type]).toEqual([403, '/problems/no-consent']);
    expect((await mailbox(receipt)).consentAskedBy).toBeDefined();
    expect((await consent(receipt, true)).status).toBe(200);
    expect((await server.api('POST', `/api/submissions/${id}/receipt`, { as: SECOND })).status).toBe(200);
  });

  test('is asked for by nobody else than whoever is responsible now', async () => {
    const { id } = await succeeded();
    for (const as of [FIRST, 'coordinator', 'head', 'social-worker-3'])
      expect((await askConsent(as, id)).status).toBe(404);
  });

  test('a message that came before any acceptance is for whoever accepts', async () => {
    const { id, receipt } = await server.submit({ message: MESSAGE });
    await write(receipt, 'Vor der Annahme');
    await reply(FIRST, id, 'Ich gebe das weiter.');
    await handOver(id, FIRST, SECOND);
    await server.decide(SECOND, id, 'accept');
    expect(await textsFor(SECOND, id)).toEqual(['Vor der Annahme', 'Ich gebe das weiter.']);
    await handOver(id, SECOND, 'social-worker-3');
    expect(await textsFor('social-worker-3', id)).toEqual([undefined, undefined]);
  });

  test('a message that came while nobody was responsible is for whoever accepts next, and for nobody after', async () => {
    const { id, receipt } = await server.submit();
    await server.decide(FIRST, id, 'accept');
    await server.decide(FIRST, id, 'pass', { reason: 'absent' });
    await write(receipt, 'Ist jemand da?');
    await server.decide('coordinator', id, 'assign', { assignTo: SECOND });
    expect(await textsFor(SECOND, id)).toEqual(['Ist jemand da?']);
    await server.decide(SECOND, id, 'accept');
    expect(await textsFor(SECOND, id)).toEqual(['Ist jemand da?']);
    await handOver(id, SECOND, 'social-worker-3');
    expect(await textsFor('social-worker-3', id)).toEqual([undefined]);
  });

  test('whoever gets a case back can ask for what was written to the one in between', async () => {
    const { id, receipt } = await succeeded();
    await server.decide(SECOND, id, 'accept');
    await write(receipt, 'An den Zweiten');
    await handOver(id, SECOND, FIRST);
    expect((await answers(FIRST, id)).body.message).toBe(MESSAGE);
    expect(await textsFor(FIRST, id)).toEqual(['An die Erste', 'Von der Ersten', undefined]);
    await askConsent(FIRST, id);
    expect((await mailbox(receipt)).consentAskedBy).toBe('Amira Beispiel');
    await consent(receipt, true);
    expect(await textsFor(FIRST, id)).toEqual(['An die Erste', 'Von der Ersten', 'An den Zweiten']);
  });
});

describe('a request made in conversation', () => {
  test('is recorded without a name, once, and routed like any other', async () => {
    const id = newId();
    const { name: _, ...spoken } = contactRequestExample;
    const put = (as: string, body: object) => server.api('PUT', `/api/spoken-requests/${id}`, { as, body });
    const named = await put(SECOND, contactRequestExample);
    expect([named.status, named.body.errors]).toMatchObject([422, [{ path: 'name' }]]);
    const [first, again] = [await put(SECOND, spoken), await put(SECOND, spoken)];
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    await server.idle();
    expect(await shown(FIRST, id)).toMatchObject({ at: 'accept', responsible: { id: FIRST } });
    const log = await whatHappened(FIRST, id);
    expect(log[0]).toMatchObject({ what: 'received', by: { person: SECOND }, byName: 'Bernd Probe' });
    expect((await mailbox(first.body.receipt)).state).toBe('received');
    expect((await server.api('GET', `/api/submissions/${id}`, { as: SECOND })).status).toBe(404);
  });

  test('is repeated by nobody but the one who recorded it', async () => {
    const id = newId();
    const body = { iAm: 'guardian', kita: 'biebelnheim', replyBy: 'at-kita', language: 'de' };
    const record = (as: string) => server.api('PUT', `/api/spoken-requests/${id}`, { as, body });
    const first = await record(SECOND);
    expect(first.status).toBe(201);
    expect((await record(FIRST)).status).toBe(409);
    expect((await server.api('PUT', `/api/contact-requests/${id}`, { body })).status).toBe(409);
    expect((await record(SECOND)).body).toEqual(first.body);
  });

  test('is for social workers only', async () => {
    const { name: _, ...spoken } = contactRequestExample;
    for (const as of ['coordinator', 'head', 'kita', 'admin']) {
      const sent = await server.api('PUT', `/api/spoken-requests/${newId()}`, { as, body: spoken });
      expect([sent.status, sent.body.type]).toEqual([403, '/problems/other-role']);
    }
  });
});

describe('a mailbox that is abused', () => {
  test('can be blocked and opened again by whoever is responsible; the family still reads and withdraws', async () => {
    const { id, receipt } = await server.submit();
    const block = (as: string, blocked: boolean) =>
      server.api('POST', `/api/submissions/${id}/block`, { as, body: { blocked } });
    expect((await block('coordinator', true)).status).toBe(404);
    expect((await block(FIRST, true)).status).toBe(204);
    expect((await block(FIRST, true)).status).toBe(204);
    expect(await mailbox(receipt)).toMatchObject({ mayWrite: false, mayWithdraw: true });
    const refused = await server.api('POST', '/api/mailbox/messages', {
      receipt,
      body: { id: newId(), text: 'x' },
    });
    expect(refused.body).toMatchObject({ status: 409, type: '/problems/mailbox-closed' });
    await reply(FIRST, id, 'Wir lesen wieder, wenn Sie freundlich schreiben.');
    await block(FIRST, false);
    await write(receipt, 'Entschuldigung');
    const events = (await whatHappened(FIRST, id)).map(({ what }) => what);
    expect(events.filter((what) => what.startsWith('mailbox-'))).toEqual([
      'mailbox-blocked',
      'mailbox-opened',
    ]);
  });
});

describe('a mailbox that is written to without end', () => {
  const send = (receipt: string, id = newId(), language = 'de') =>
    server.api('POST', '/api/mailbox/messages', { receipt, language, body: { id, text: 'Noch etwas' } });

  test('takes twenty messages in a row, also at once, and more when the office has reacted', async () => {
    const { id, receipt } = await server.submit();
    const ids = Array.from({ length: 24 }, newId);
    const sent = await Promise.all(
      ids.map(async (one) => {
        for (;;) {
          const { status, body } = await send(receipt, one);
          // So many at once come in each other's way; the page tries again, too.
          if (status !== 503) return { one, status, type: body.type };
        }
      }),
    );
    const taken = sent.filter(({ status }) => status === 201);
    expect(taken).toHaveLength(20);
    const refused = sent.filter(({ status }) => status !== 201);
    for (const { status, type } of refused)
      expect([status, type]).toEqual([409, '/problems/wait-for-answer']);
    expect((await mailbox(receipt)).messages).toHaveLength(20);
    // A repeat of one that was taken is answered as the first time.
    expect((await send(receipt, taken[0]?.one)).status).toBe(200);
    const details = ['de', 'en', 'ar'].map(
      async (language) => (await send(receipt, newId(), language)).body.detail,
    );
    expect(new Set(await Promise.all(details)).size).toBe(3);
    await server.decide(FIRST, id, 'accept');
    expect((await send(receipt)).status).toBe(201);
    for (let n = 0; n < 19; n += 1) await send(receipt);
    expect((await send(receipt)).status).toBe(409);
    await reply(FIRST, id, 'Ich habe alles gelesen.');
    expect((await send(receipt)).status).toBe(201);
  });

  test('takes two hundred in all; the office may still answer', async () => {
    const { id, receipt } = await server.submit();
    await send(receipt);
    await server.store.db.send(
      new UpdateCommand({
        TableName: server.store.table,
        Key: { pk: `S#${id}`, sk: 'HEAD' },
        UpdateExpression: 'SET about.written = :written, rev = rev + :one',
        ExpressionAttributeValues: { ':written': { all: 199, unanswered: 0 }, ':one': 1 },
      }),
    );
    expect((await send(receipt)).status).toBe(201);
    await reply(FIRST, id, 'Bitte rufen Sie mich an.');
    const refused = await send(receipt);
    expect(refused.body).toMatchObject({ status: 409, type: '/problems/mailbox-full' });
    expect(await mailbox(receipt)).toMatchObject({ mayWrite: true, mayWithdraw: true });
  });
});

describe('a release for the protection of a child (§ 8a SGB VIII)', () => {
  test('hands over what was chosen, with a reason that is logged', async () => {
    const { id, receipt } = await server.submit({ message: MESSAGE });
    await server.decide(FIRST, id, 'accept');
    const [chosen] = [await write(receipt, 'Das ist es'), await write(receipt, 'Das nicht')];
    const released = await release(FIRST, id, {
      answers: false,
      messages: [chosen],
      reason: 'suspected-neglect',
    });
    expect(released.status).toBe(200);
    expect(released.body).toMatchObject({ messages: [{ text: 'Das ist es' }] });
    expect(released.text).not.toContain('Das nicht');
    expect(released.text).not.toContain(MESSAGE);
    expect((await whatHappened(FIRST, id)).at(-1)).toMatchObject({
      what: 'released',
      reason: 'suspected-neglect',
    });
    expect((await shown(FIRST, id)).held).toBe(true);
  });

  test('needs something to release, known messages and a known reason', async () => {
    const { id } = await server.submit();
    const wrong = async (body: object) => {
      const { status, body: problem } = await release(FIRST, id, body);
      return [status, problem.errors?.map(({ path }: { path: string }) => path).join()];
    };
    expect(await wrong({ answers: false })).toEqual([422, 'messages']);
    expect(await wrong({ messages: [newId()] })).toEqual([422, 'messages']);
    expect(await wrong({ reason: 'because' })).toEqual([422, 'reason']);
    expect(await wrong({ note: 'Das Kind heißt …' })).toEqual([422, 'note']);
    expect((await shown(FIRST, id)).held).toBe(false);
  });

  test('keeps what was released readable through a withdrawal, and shows the family what it would see without', async () => {
    const { id, receipt } = await server.submit({ message: MESSAGE });
    await server.decide(FIRST, id, 'accept');
    await release(FIRST, id, {});
    const withdrawn = await server.api('POST', '/api/mailbox/withdrawal', { receipt });
    const other = await server.submit({ message: MESSAGE });
    await server.decide(FIRST, other.id, 'accept');
    const plain = await server.api('POST', '/api/mailbox/withdrawal', { receipt: other.receipt });
    const { receivedAt: _, since: _since, ...seen } = withdrawn.body;
    expect(seen).toHaveProperty('deletedOn');
    expect(plain.body).toMatchObject(seen);
    expect(Object.keys(plain.body)).toEqual(Object.keys(withdrawn.body));
    expect(await shown(FIRST, id)).not.toHaveProperty('deleteOn');
    expect((await answers(FIRST, id)).body.message).toBe(MESSAGE);
  });
});

describe('a receipt code', () => {
  test('replaced by the family opens the mailbox; the old one opens nothing', async () => {
    const { id, receipt } = await server.submit();
    const replaced = await server.api('POST', '/api/mailbox/receipt', { receipt, body: { id: newId() } });
    expect(replaced.status).toBe(200);
    expect(replaced.body.receipt).not.toBe(receipt);
    expect((await server.api('GET', '/api/mailbox', { receipt })).status).toBe(404);
    expect((await mailbox(replaced.body.receipt)).state).toBe('received');
    expect((await whatHappened(FIRST, id)).map(({ what }) => what)).toContain('code-replaced');
  });

  test('whose answer was lost on the way is answered again to the same request, and to no other', async () => {
    const { receipt } = await server.submit();
    const request = { receipt, body: { id: newId() } };
    const first = await server.api('POST', '/api/mailbox/receipt', request);
    const again = await server.api('POST', '/api/mailbox/receipt', request);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    const other = await server.api('POST', '/api/mailbox/receipt', { receipt, body: { id: newId() } });
    expect(other.status).toBe(404);
    expect((await mailbox(first.body.receipt)).state).toBe('received');
  });

  test('replaced twice at once leaves exactly one that opens the mailbox, and its sender has it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { receipt } = await server.submit();
      const sent = await Promise.all(
        [1, 2, 3].map(() => server.api('POST', '/api/mailbox/receipt', { receipt, body: { id: newId() } })),
      );
      const codes = sent.filter(({ status }) => status === 200).map(({ body }) => body.receipt);
      const opened = await Promise.all(
        [receipt, ...codes].map((code) => server.api('GET', '/api/mailbox', { receipt: code })),
      );
      expect(opened.map(({ status }) => status)).toEqual([404, 200]);
    }
  });

  test('reissued by whoever is responsible, in person, opens the mailbox; the old one opens nothing', async () => {
    const { id, receipt } = await server.submit();
    const reissue = (as: string) => server.api('POST', `/api/submissions/${id}/receipt`, { as });
    for (const as of ['coordinator', SECOND, 'admin']) expect((await reissue(as)).status).toBe(404);
    const { body } = await reissue(FIRST);
    expect((await server.api('GET', '/api/mailbox', { receipt })).status).toBe(404);
    expect((await mailbox(body.receipt)).state).toBe('received');
    expect(server.mails().some(({ text = '' }) => text.includes(body.receipt))).toBe(false);
  });
});
