import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contactRequestExample } from '../../domain/forms/contact-request/example.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const send = (id: string, body: unknown, more: object = {}) =>
  server.api('PUT', `/api/contact-requests/${id}`, { body, ...more });

const headsIn = async (id: string) =>
  (await server.items()).filter(({ pk, sk }) => pk === `S#${id}` && sk === 'HEAD').length;

describe('sending a contact request', () => {
  test('a first time is answered with 201 and a receipt code', async () => {
    const id = newId();
    const sent = await send(id, contactRequestExample);
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({ id, answerBy: '2026-04-30' });
    expect(sent.body.receipt).toMatch(/^([34679ACDEFGHJKMNPQRTUVWXY]{4}-){3}[34679ACDEFGHJKMNPQRTUVWXY]{4}$/);
  });

  test("again with the same id and body is answered with 200 and the same receipt, whatever the fields' order", async () => {
    const id = newId();
    const first = await send(id, contactRequestExample);
    const reversed = Object.fromEntries(Object.entries(contactRequestExample).reverse());
    for (const body of [contactRequestExample, reversed]) {
      const again = await send(id, body);
      expect(again.status).toBe(200);
      expect(again.body).toEqual(first.body);
    }
    expect(await headsIn(id)).toBe(1);
  });

  test('again with another body is refused with 409 and changes nothing', async () => {
    const id = newId();
    const first = await send(id, contactRequestExample);
    const other = await send(id, { ...contactRequestExample, message: 'Etwas anderes.' });
    expect(other.status).toBe(409);
    expect(other.body).toMatchObject({ type: '/problems/other-body', status: 409 });
    expect((await send(id, contactRequestExample)).body).toEqual(first.body);
    expect(await headsIn(id)).toBe(1);
  });

  test('again by somebody who knows all of it but the key is refused: a worker who read it gets no code', async () => {
    const id = newId();
    const own = { headers: { 'idempotency-key': newId() } };
    const first = await send(id, contactRequestExample, own);
    expect(first.status).toBe(201);
    await server.idle();
    const read = await server.api('GET', `/api/submissions/${id}/answers`, { as: 'social-worker' });
    expect(read.status).toBe(200);
    for (const more of [{}, { headers: { 'idempotency-key': newId() } }])
      expect((await send(id, read.body, more)).body).toMatchObject({ type: '/problems/other-body' });
    const again = await send(id, contactRequestExample, own);
    expect([again.status, again.body]).toEqual([200, first.body]);
  });

  test('twenty times at once makes one case with one receipt', async () => {
    const id = newId();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(id, contactRequestExample)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(19).fill(200), 201]);
    expect(new Set(answers.map(({ body }) => body.receipt)).size).toBe(1);
    await server.idle();
    const parts = (await server.items()).filter(({ pk }) => pk === `S#${id}`).map(({ sk }) => sk);
    expect(parts.filter((sk) => sk === 'HEAD')).toHaveLength(1);
    // One set of answers, and one wrapped key for it in the other table.
    expect(parts.filter((sk) => sk === 'ANSWERS')).toHaveLength(2);
    const { body } = await server.api('GET', `/api/submissions/${id}/log`, { as: 'social-worker' });
    expect(body.items.filter(({ what }: { what: string }) => what === 'received')).toHaveLength(1);
    expect(body.whole).toBe(true);
  });

  test('two bodies at once under one id: one is taken, the other refused', async () => {
    const id = newId();
    const bodies = [contactRequestExample, { ...contactRequestExample, message: 'Etwas anderes.' }];
    const answers = await Promise.all([...bodies, ...bodies, ...bodies].map((body) => send(id, body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201, 409, 409, 409]);
  });
});

describe('a wrong body', () => {
  test('with thousands of unknown fields is refused with the first of them', async () => {
    const body = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`f${n}`, n]));
    const sent = await send(newId(), body);
    expect(sent.status).toBe(422);
    expect(sent.body.errors).toHaveLength(100);
  });

  test('that is no JSON is refused with 400', async () => {
    for (const body of ['{"iAm":', '', 'iAm=guardian', '\u0000']) {
      const sent = await send(newId(), body);
      expect(sent.status).toBe(400);
      expect(sent.headers.get('content-type')).toBe('application/problem+json');
      expect(sent.body).toMatchObject({ type: '/problems/bad-request', status: 400 });
    }
  });

  test('of more than 100 kB is refused with 413, up to the last byte of a letter', async () => {
    const body = JSON.stringify({ ...contactRequestExample, message: '' });
    const filled = (bytes: number) => body.replace('"message":""', `"message":"${'a'.repeat(bytes)}"`);
    const room = 100_000 - Buffer.byteLength(body);
    expect((await send(newId(), filled(room))).status).toBe(422);
    expect((await send(newId(), filled(room + 1))).status).toBe(413);
    expect((await send(newId(), filled(room - 1).replace('aa', 'äa'))).status).toBe(422);
    expect((await send(newId(), filled(room).replace('aa', 'äa'))).status).toBe(413);
    expect((await send(newId(), filled(2_000_000))).status).toBe(413);
  });

  test('of another media type is refused with 415', async () => {
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json-patch+json',
      'text/json',
    ];
    for (const type of types) {
      const sent = await send(newId(), contactRequestExample, { headers: { 'content-type': type } });
      expect([type, sent.status]).toEqual([type, 415]);
    }
    for (const type of [
      'application/json; charset=utf-8',
      'Application/JSON',
      'application/json;charset=utf-8',
    ]) {
      const sent = await send(newId(), contactRequestExample, { headers: { 'content-type': type } });
      expect([type, sent.status]).toEqual([type, 201]);
    }
  });

  test('that is no object, or missing, is refused', async () => {
    for (const body of ['null', '[]', '"text"', '7', 'true'])
      expect((await send(newId(), body)).status).toBe(422);
    const none = await server.api('PUT', `/api/contact-requests/${newId()}`);
    expect(none.status).toBe(415);
  });

  test('with a field that nobody knows is refused, naming each', async () => {
    const sent = await send(newId(), { ...contactRequestExample, childsName: 'x', extra: 1 });
    expect(sent.status).toBe(422);
    expect(sent.body.errors.map(({ path }: { path: string }) => path)).toEqual(['childsName', 'extra']);
    const inherited = await send(
      newId(),
      JSON.stringify(contactRequestExample).replace('{', '{"__proto__":{"x":1},'),
    );
    expect(inherited.status).toBe(422);
  });

  test('names every wrong field at once by its path', async () => {
    const sent = await send(newId(), {
      iAm: 'neighbour',
      name: '名前',
      replyBy: 'telephone',
      phone: 'call me',
      email: 'no address',
      language: 'tlh',
      topics: ['money', 'nonsense'],
      message: 'x'.repeat(1_001),
      reachableOn: 'monday',
    });
    expect(sent.status).toBe(422);
    const paths = sent.body.errors.map(({ path }: { path: string }) => path);
    expect(paths.sort()).toEqual(
      [
        'email',
        'iAm',
        'kita',
        'language',
        'mayLeaveMessage',
        'message',
        'name',
        'phone',
        'reachableOn',
        'topics.1',
      ].sort(),
    );
  });

  test('is explained in the language of the page', async () => {
    const body = { ...contactRequestExample, iAm: undefined };
    const sentences = await Promise.all(
      ['de', 'en', 'ar'].map(async (language) => {
        const sent = await send(newId(), body, { language });
        expect(sent.status).toBe(422);
        expect(sent.headers.get('content-language')).toBe(language);
        expect(sent.body.errors).toHaveLength(1);
        expect(sent.body.errors[0].path).toBe('iAm');
        return [sent.body.title, sent.body.errors[0].message];
      }),
    );
    const [german, english, arabic] = sentences.map(([, message]) => message as string);
    expect(german).toMatch(/[a-zäöüß]{3,} .*[.?!]$/);
    expect(english).toMatch(/[a-z]{3,} .*[.?!]$/);
    expect(arabic).toMatch(/\p{Script=Arabic}{2,}/u);
    expect(new Set(sentences.flat()).size).toBe(6);
  });

  test('is explained in the first language that we know, in German without one', async () => {
    const languageFor = async (language: string) =>
      (await send(newId(), {}, { language })).headers.get('content-language');
    expect(await languageFor('ar-SY,ar;q=0.9,en;q=0.8')).toBe('ar');
    expect(await languageFor('fr, en;q=0.8')).toBe('en');
    expect(await languageFor('en;q=0.5, ar;q=0.9')).toBe('ar');
    expect(await languageFor('de-simple')).toBe('de');
    expect(await languageFor('fr')).toBe('de');
    expect(await languageFor('*')).toBe('de');
    expect((await send(newId(), {})).headers.get('content-language')).toBe('de');
  });

  test('never comes back in the answer', async () => {
    for (const body of [{ ...contactRequestExample, phone: 'zwiebelfisch' }, '{"zwiebelfisch']) {
      expect((await send(newId(), body)).text).not.toContain('zwiebelfisch');
    }
  });
});

describe('a wrong place or id', () => {
  test('an id that is no UUIDv7 in lower case is refused at `id`', async () => {
    const ids = [
      '1',
      'hallo',
      '3fa85f64-5717-4562-b3fc-2c963f66afa6',
      newId().toUpperCase(),
      `${newId()}0`,
      'a%2Fb',
    ];
    for (const id of ids) {
      const sent = await send(id, contactRequestExample);
      expect([id, sent.status, sent.body.errors?.[0].path]).toEqual([id, 422, 'id']);
    }
  });

  test('a Kita or municipality that the register does not know is refused', async () => {
    const kita = await send(newId(), { ...contactRequestExample, kita: 'atlantis' });
    expect(kita.body).toMatchObject({ status: 422, errors: [{ path: 'kita' }] });
    const municipality = await send(newId(), {
      ...contactRequestExample,
      kita: undefined,
      municipality: 'atlantis',
    });
    expect(municipality.body).toMatchObject({ status: 422, errors: [{ path: 'municipality' }] });
  });

  test('a refused request leaves nothing behind', async () => {
    const before = (await server.items()).length;
    await send(newId(), { ...contactRequestExample, kita: 'atlantis' });
    await send(newId(), {});
    expect((await server.items()).length).toBe(before);
  });

  test('a path or method that is none is told so', async () => {
    expect((await server.api('GET', '/api/nowhere')).status).toBe(404);
    expect((await server.api('GET', `/api/contact-requests/${newId()}`)).status).toBe(405);
  });
});
