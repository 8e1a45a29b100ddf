import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AwsServiceError } from '../../local/aws-server.ts';
import type { Call } from '../../local/observe.ts';
import type { Mail } from '../../local/ses/start.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

const WORKER = 'social-worker';
const WORDS = { name: 'Zwiebelfisch', message: 'Kummerkasten', topics: ['separation'] };

/** The mail service refuses these, as the real one does an address that bounced before, and quotes them. */
let refused: string[] = [];
const refuse = ({ service, phase, request }: Call) => {
  if (service !== 'ses' || phase !== 'before') return;
  const { ToAddresses } = (request as { Destination: { ToAddresses: string[] } }).Destination;
  if (ToAddresses.some((address) => refused.includes(address)))
    throw new AwsServiceError('MessageRejected', `Address is on the suppression list: ${ToAddresses}`);
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ observe: refuse });
  // One worker whose mails are to be in English; the county's own list has nobody.
  const person = server.people.find(({ id }) => id === 'social-worker-2');
  const { store } = server;
  await store.db.send(
    new PutCommand({
      TableName: store.table,
      Item: { pk: 'REG#people', sk: person?.id, ...person, language: 'en' },
    }),
  );
});
afterAll(() => server.close());

const mailsWhile = async (during: () => Promise<unknown>): Promise<Mail[]> => {
  const before = server.mails().length;
  await during();
  await server.idle();
  return server.mails().slice(before);
};
const languagesOf = (mails: Mail[]) =>
  mails.map(({ to, language }) => [to.join().split('@')[0], language]).sort();

describe('mails', () => {
  test("go to the family in its language and to the office in each person's own", async () => {
    for (const [language, page, script] of [
      ['de', 'de', /Ihre Anfrage/],
      ['de-simple', 'de', /Ihre Anfrage/],
      ['en', 'en', /your request/i],
      ['ar', 'ar', /\p{Script=Arabic}{3}/u],
      ['tr', 'de', /Ihre Anfrage/],
    ] as const) {
      const mails = await mailsWhile(() =>
        server.submit({
          ...WORDS,
          language,
          kita: 'am-effenkranz',
          replyBy: 'e-mail',
          email: 'familie@example.org',
        }),
      );
      expect(languagesOf(mails)).toEqual([
        ['familie', page],
        ['social-worker-2', 'en'],
      ]);
      const [toFamily] = mails.filter(({ to }) => to.includes('familie@example.org'));
      expect(toFamily?.text).toMatch(script);
      expect(toFamily?.headers?.['Content-Language']).toBe(page);
      expect(toFamily?.text).toContain(`${server.url}/postfach?lang=${page}`);
    }
  });

  test('tell of news to whoever did not make it: a reply, a message, an end', async () => {
    const { id, receipt } = await server.submit({ replyBy: 'e-mail', email: 'familie@example.org' });
    const whom = async (during: () => Promise<unknown>) =>
      languagesOf(await mailsWhile(during)).map(([who]) => who);
    const message = { id: newId(), text: 'Hallo' };
    expect(await whom(() => server.decide(WORKER, id, 'accept'))).toEqual(['familie']);
    expect(
      await whom(() => server.api('POST', `/api/submissions/${id}/messages`, { as: WORKER, body: message })),
    ).toEqual(['familie']);
    expect(
      await whom(() =>
        server.api('POST', '/api/mailbox/messages', { receipt, body: { ...message, id: newId() } }),
      ),
    ).toEqual([WORKER]);
    expect(await whom(() => server.decide(WORKER, id, 'pass', { reason: 'absent' }))).toEqual([
      'coordinator',
      'coordinator-2',
    ]);
    expect(await whom(() => server.decide('coordinator', id, 'assign', { assignTo: WORKER }))).toEqual([
      WORKER,
    ]);
    expect(await whom(() => server.api('POST', '/api/mailbox/withdrawal', { receipt }))).toEqual([WORKER]);
    expect(await whom(() => server.api('GET', '/api/mailbox', { receipt }))).toEqual([]);
  });

  test('go to whoever stands in as well, once each, and to nobody whom the family does not want', async () => {
    const [ABSENT, DEPUTY] = ['social-worker-7', 'social-worker-6'];
    const whom = async (during: () => Promise<unknown>) =>
      languagesOf(await mailsWhile(during)).map(([who]) => who);
    const givenTo = async (answers: Record<string, unknown>) => {
      const { id, receipt } = await server.submit(answers);
      const assigned = await whom(() => server.decide('coordinator', id, 'assign', { assignTo: ABSENT }));
      const written = await whom(() =>
        server.api('POST', '/api/mailbox/messages', { receipt, body: { id: newId(), text: 'Hallo' } }),
      );
      return { id, receipt, assigned, written };
    };
    const both = [DEPUTY, ABSENT];
    const given = await givenTo({ kita: 'dittelsheim-muster' });
    expect([given.assigned, given.written]).toEqual([both, both]);
    // The Kita's own person is the deputy: whom the family sees there, and does not want.
    const unwanted = await givenTo({ kita: 'eich-muster', notToResponsible: true });
    expect([unwanted.assigned, unwanted.written]).toEqual([[ABSENT], [ABSENT]]);
    await server.api('POST', '/api/mailbox/withdrawal', { receipt: unwanted.receipt });
    const { due } = (await server.api('GET', `/api/submissions/${given.id}`, { as: DEPUTY })).body;
    const reminded = await mailsWhile(() => server.moveClock(due));
    const reminders = reminded.filter(({ subject }) => subject === 'Erinnerung: eine Frist ist abgelaufen');
    expect(languagesOf(reminders).map(([who]) => who)).toEqual(expect.arrayContaining(both));
    expect(await whom(() => server.decide(DEPUTY, given.id, 'pass', { reason: 'absent' }))).not.toContain(
      DEPUTY,
    );
  });

  test('go to no family that left no address', async () => {
    const { id } = await server.submit();
    const mails = await mailsWhile(async () => {
      await server.decide(WORKER, id, 'accept');
      await server.decide(WORKER, id, 'close', { outcome: 'advised' });
    });
    expect(mails).toEqual([]);
  });

  test('that are refused hold up no other, and are sent when they can be', async () => {
    refused = ['refused@example.org', 'coordinator@alzey-worms.example.org'];
    const whom = async (during: () => Promise<unknown>) =>
      languagesOf(await mailsWhile(during)).map(([who]) => who);
    let id = '';
    const submit = async () => {
      ({ id } = await server.submit({ replyBy: 'e-mail', email: 'refused@example.org' }));
    };
    expect(await whom(submit)).toEqual([WORKER]);
    expect(await whom(() => server.decide(WORKER, id, 'pass', { reason: 'absent' }))).toEqual([
      'coordinator-2',
    ]);
    refused = [];
    const now = Date.parse(server.clock.now());
    expect(await whom(() => server.moveClock(new Date(now + 6 * 60_000).toISOString()))).toEqual([
      'coordinator',
      'refused',
    ]);
    expect(await whom(() => server.moveClock(new Date(now + 12 * 60_000).toISOString()))).toEqual([]);
  });

  test('hold no content, no name, no number, no code and no id; only one neutral link', async () => {
    const codes: string[] = [];
    const ids: string[] = [];
    for (const kita of ['biebelnheim', 'dittelsheim-muster']) {
      const { id, receipt } = await server.submit({
        ...WORDS,
        kita,
        replyBy: 'e-mail',
        email: 'familie@example.org',
      });
      codes.push(receipt, receipt.replaceAll('-', ''));
      ids.push(id);
    }
    await server.moveClock('2026-05-20T08:00:00.000Z');
    const secrets = [
      ...codes,
      ...ids,
      ...ids.map((id) => id.slice(-6)),
      ...Object.values(WORDS).flat(),
      'familie@example.org',
      '06731',
      'Biebelnheim',
      'Heidenturm',
      ...server.people.map(({ name }) => name),
    ].map((secret) => secret.toLowerCase());
    const mails = server.mails();
    expect(mails.length).toBeGreaterThan(15);
    for (const { subject, text = '', html = '', headers, tags, from, to } of mails) {
      const words = JSON.stringify([subject, text, html, headers, tags, from]).toLowerCase();
      expect(secrets.filter((secret) => words.includes(secret))).toEqual([]);
      expect(to).toHaveLength(1);
      expect(text.match(/https?:\/\/\S+/g)).toHaveLength(1);
      expect(from).toBe('nachricht@bindeglied.example.org');
    }
  });

  test('to families say in subject and sender nothing of the youth office', async () => {
    const toFamilies = server.mails().filter(({ to }) => to.includes('familie@example.org'));
    expect(new Set(toFamilies.map(({ subject }) => subject)).size).toBeLessThanOrEqual(3);
    for (const { subject, from } of toFamilies)
      expect(`${subject} ${from}`).not.toMatch(
        /jugendamt|sozialarbeit|kita|youth|social|hilfe|help|kind|child/i,
      );
  });
});
