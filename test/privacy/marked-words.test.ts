import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contactRequestExample } from '../../domain/forms/contact-request/example.ts';
import type { Mail } from '../../local/ses/start.ts';
import { newId } from '../server.ts';
import { type Request, talkativeServer } from './talkative-server.ts';
import { newNumber, newWord, wordsIn } from './words.ts';

const [WORKER, SECOND] = ['social-worker', 'social-worker-2'];
const RELEASE = { answers: true, messages: [], reason: 'suspected-neglect' };

/** Every word that was sent, by the field it was sent in. */
const sent = new Map<string, string>();
const marked = (field: string, make = newWord): string => {
  const word = make();
  sent.set(field, word);
  return word;
};

const server = talkativeServer();
const { api, settled, decide } = server;
let mailAddress: string;

/** A case with a word in every free field, its whole life long. */
const live = async () => {
  mailAddress = `${marked('e-mail')}@example.org`;
  const phone = marked('phone', newNumber);
  const answers = {
    ...contactRequestExample,
    replyBy: 'e-mail',
    name: marked('name'),
    phone: `06731 ${phone.slice(0, 4)} ${phone.slice(4)}`,
    email: mailAddress,
    message: `Es geht um ${marked('message')}.`,
  };
  const id = newId();
  const put = () => api('PUT', `/api/contact-requests/${id}`, { body: answers });
  const [{ status, body }] = [await put(), await put()];
  expect(status).toBe(201);
  let { receipt } = body;
  sent.set('receipt code', receipt);
  sent.set('receipt code without dashes', receipt.replaceAll('-', ''));
  expect(
    (await api('PUT', `/api/contact-requests/${id}`, { body: { ...answers, message: marked('other body') } }))
      .status,
  ).toBe(409);
  await settled();

  await api('GET', `/api/submissions/${id}/answers`, { as: WORKER });
  await decide(WORKER, id, 'accept');
  const message = { id: newId(), text: marked('family message') };
  for (const expected of [201, 200])
    expect((await api('POST', '/api/mailbox/messages', { receipt, body: message })).status).toBe(expected);
  const reply = { id: newId(), text: marked('reply') };
  expect((await api('POST', `/api/submissions/${id}/messages`, { as: WORKER, body: reply })).status).toBe(
    201,
  );
  const replaced = await api('POST', '/api/mailbox/receipt', { receipt, body: { id: newId() } });
  receipt = replaced.body.receipt;
  sent.set('replaced code', receipt);
  const reissued = await api('POST', `/api/submissions/${id}/receipt`, { as: WORKER });
  receipt = reissued.body.receipt;
  sent.set('reissued code', receipt);
  expect((await api('GET', '/api/mailbox', { receipt })).text).toContain(reply.text);

  await decide(WORKER, id, 'pass', { reason: 'absent' });
  expect(
    (
      await api('POST', '/api/mailbox/messages', {
        receipt,
        body: { id: newId(), text: marked('message to nobody') },
      })
    ).status,
  ).toBe(201);
  await decide('coordinator', id, 'assign', { assignTo: SECOND });
  await api('POST', `/api/submissions/${id}/consent-requests`, { as: SECOND });
  expect((await api('POST', '/api/mailbox/consent', { receipt, body: { allow: true } })).status).toBe(200);
  await decide(SECOND, id, 'accept');
  expect((await api('GET', `/api/submissions/${id}/messages`, { as: SECOND })).text).toContain(message.text);
  const released = await api('POST', `/api/submissions/${id}/release`, { as: SECOND, body: RELEASE });
  expect(released.text).toContain(answers.message);
  await decide(SECOND, id, 'close', { outcome: 'referred' });
  expect(
    (await api('POST', '/api/mailbox/messages', { receipt, body: { id: newId(), text: marked('too late') } }))
      .status,
  ).toBe(409);

  const { name: _, phone: _phone, email: _email, ...spoken } = answers;
  const words = { ...spoken, replyBy: 'at-kita', message: marked('spoken request') };
  const second = newId();
  expect((await api('PUT', `/api/spoken-requests/${second}`, { as: WORKER, body: words })).status).toBe(201);
  await settled();
  await decide(WORKER, second, 'accept');
  await decide(WORKER, second, 'close', { outcome: 'not-needed' });
  const named = { ...words, name: marked('name of a spoken request') };
  expect((await api('PUT', `/api/spoken-requests/${newId()}`, { as: WORKER, body: named })).status).toBe(422);
  await settled();
  return id;
};

/** Words where none belong: wrong fields, broken bodies, queries, paths, headers. */
const goWrong = async (id: string) => {
  const request = (body: unknown, headers?: Record<string, string>) =>
    api('PUT', `/api/contact-requests/${newId()}`, { body, ...(headers && { headers }) });
  for (const field of [
    'iAm',
    'kita',
    'municipality',
    'replyBy',
    'language',
    'notToResponsible',
    'notToPerson',
  ])
    expect((await request({ ...contactRequestExample, [field]: marked(`wrong ${field}`) })).status).toBe(422);
  for (const field of ['topics', 'reachableOn'])
    expect((await request({ ...contactRequestExample, [field]: [marked(`wrong ${field}`)] })).status).toBe(
      422,
    );
  expect((await request({ ...contactRequestExample, phone: marked('wrong phone') })).status).toBe(422);
  expect(
    (await request({ ...contactRequestExample, email: `${marked('wrong e-mail')} @ nowhere` })).status,
  ).toBe(422);
  expect((await request({ ...contactRequestExample, name: `${marked('wrong name')} 名` })).status).toBe(422);
  expect(
    (await request({ ...contactRequestExample, message: marked('long message').repeat(100) })).status,
  ).toBe(422);
  expect(
    (await request({ ...contactRequestExample, [marked('unknown field')]: marked('its value') })).status,
  ).toBe(422);
  expect((await request(`{"message": "${marked('broken JSON')}`)).status).toBe(400);
  expect((await request(marked('huge body').repeat(20_000))).status).toBe(413);
  expect((await request(marked('other type'), { 'content-type': 'text/plain' })).status).toBe(415);

  const get = (path: string, more?: Request) => api('GET', path, more);
  expect((await get(`/api/kitas?q=${marked('search')}&cursor=${marked('cursor')}`)).status).toBe(422);
  expect(
    (await get(`/api/kitas?q=${marked('search that finds nothing')}&municipality=${marked('place')}`)).status,
  ).toBe(200);
  expect(
    (await get(`/api/responsible?kita=${marked('unknown Kita')}&${marked('query name')}=1`)).status,
  ).toBe(404);
  expect((await get(`/api/responsible?kita=biebelnheim&on=${marked('date')}`)).status).toBe(422);
  for (const [name, value] of ['form', 'state', 'kita', 'year', 'cursor'].map((one) => [
    one,
    marked(`query ${one}`),
  ]))
    await get(`/api/submissions?${name}=${value}`, { as: 'coordinator' });
  expect(
    (await get(`/api/tasks?cursor=${btoa(`1#${marked('cursor of tasks')}`)}`, { as: WORKER })).status,
  ).toBe(200);

  expect((await get('/api/mailbox', { receipt: marked('wrong code') })).status).toBe(404);
  for (const scheme of ['Bearer', 'Basic', 'Receipt', marked('scheme')])
    await get('/api/me', { headers: { authorization: `${scheme} ${marked(`credentials of ${scheme}`)}` } });
  expect((await get('/api/me', { as: marked('unknown user') })).status).toBe(403);
  expect((await get(`/api/${marked('path')}`)).status).toBe(404);
  await get(`/${marked('page')}?q=${marked('query of a page')}`);
  await api('PUT', `/api/contact-requests/${marked('id')}`, { body: contactRequestExample });
  await get(`/api/submissions/${marked('id of a submission')}/log`, { as: WORKER });
  await get('/api/county', {
    headers: {
      cookie: `a=${marked('cookie')}`,
      'user-agent': marked('user agent'),
      referer: `http://${marked('referer')}/`,
      'accept-language': marked('language'),
      [`x-${marked('header')}`]: marked('value of a header'),
    },
  });
  await get(`/api/${marked('huge path').repeat(2_000)}`).catch(() => undefined);
  await get(`/api/kitas?q=%E0%A4%A${marked('broken query')}`);
  await get(`/api/submissions/%E0%A4%A${marked('broken path')}`, { as: WORKER });

  const decision = (more: object) =>
    api('POST', `/api/submissions/${id}/decisions`, { as: SECOND, body: more });
  const good = { step: 'contact', action: 'close', version: 1 };
  for (const field of ['step', 'action', 'reason', 'outcome', 'assignTo', 'comment'])
    await decision({ ...good, [field]: marked(`decision's ${field}`) });
  await api('POST', `/api/submissions/${id}/release`, {
    as: SECOND,
    body: { ...RELEASE, messages: [marked('message to release')], reason: marked('reason to release') },
  });
  await api('POST', `/api/submissions/${id}/release`, {
    as: SECOND,
    body: { ...RELEASE, messages: [marked('unknown message')] },
  });
  await settled();
};

let lives: string;
beforeAll(async () => {
  await server.start();
  lives = await live();
  await goWrong(lives);
});
afterAll(() => server.end());

const words = () => [...sent.values()];
/** Names the fields of which something was found: the words themselves say nothing. */
const fieldsIn = (where: string | Buffer, but: string[] = []): string[] => {
  const found = wordsIn(where, words());
  return [...sent]
    .filter(([field, word]) => found.includes(word) && !but.includes(field))
    .map(([field]) => field);
};

const credentials = { accessKeyId: 'admin', secretAccessKey: 'local' };
const region = 'eu-central-1';

const everyItem = async (): Promise<string> => {
  const client = new DynamoDBClient({ endpoint: server.dynamodb(), region, credentials });
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  expect(TableNames).toHaveLength(4);
  const items: unknown[] = [];
  for (const TableName of TableNames) {
    for await (const { Items = [] } of paginateScan({ client }, { TableName })) items.push(...Items);
  }
  client.destroy();
  return JSON.stringify(items);
};

/** Every file of the data folder with its bytes, and its name. */
const everyFile = (folder = server.data): [string, Buffer][] =>
  readdirSync(folder).flatMap((name): [string, Buffer][] => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? everyFile(path) : [[path, readFileSync(path)]];
  });

describe('what was written in confidence', () => {
  test('is found by this search in whatever form it lies', () => {
    const word = newWord();
    const places = [
      `x${word}x`,
      word.toUpperCase(),
      Buffer.from(`x${word}`, 'utf16le'),
      Buffer.from(`é${word}`, 'utf16le').swap16(),
      ...['', 'x', 'xx', 'xxx'].map((before) => Buffer.from(`${before}${word}!`).toString('base64')),
      Buffer.from(word).toString('hex'),
    ];
    for (const place of places) expect(wordsIn(place, [word])).toEqual([word]);
    expect(wordsIn('something else', [word])).toEqual([]);
  });

  test('stands nowhere in the tables', async () => {
    const items = await everyItem();
    expect(items).toContain(lives);
    expect(items).toContain('biebelnheim');
    expect(fieldsIn(items)).toEqual([]);
  });

  test('stands in no execution: not in its name, input, output or history', async () => {
    const executions = await server.executions();
    expect(executions).toContain(lives);
    expect(executions).toContain('TaskSubmitted');
    expect(fieldsIn(executions)).toEqual([]);
  });

  test('stands in nothing that the server printed, at the most talkative level and with failures', () => {
    expect(server.printed()).toContain('"level":"INFO"');
    expect(server.printed()).toContain('stays owed');
    expect(server.printed().split('"message":"request"').length).toBeGreaterThan(60);
    expect(fieldsIn(server.printed())).toEqual([]);
  });

  test('stands in no mail; the address alone is where the mail goes', async () => {
    const { body } = await api('GET', '/mails', { headers: { accept: 'application/json' } });
    const mails: Mail[] = body.items;
    expect(mails.filter(({ to }) => to.includes(mailAddress)).length).toBeGreaterThan(2);
    for (const { to, ...rest } of mails) {
      expect(fieldsIn(JSON.stringify(rest))).toEqual([]);
      expect(JSON.stringify(rest)).not.toContain(lives);
      expect(to.every((one) => one === mailAddress || one.endsWith('@alzey-worms.example.org'))).toBe(true);
    }
  });

  test('lies readable in no file, before and after a kill', async () => {
    const search = () => {
      const files = everyFile();
      expect(files.length).toBeGreaterThan(5);
      expect(files.some(([, bytes]) => bytes.includes(lives))).toBe(true);
      for (const [path, bytes] of files) {
        // The mails that were "sent" lie in their own file, with the addresses they went to.
        const but = path.startsWith(join(server.data, 'mails')) ? ['e-mail'] : [];
        expect([path, fieldsIn(bytes, but), fieldsIn(path)]).toEqual([path, [], []]);
      }
    };
    search();
    await server.kill();
    search();
    await server.start();
    await settled('2026-12-01T08:00:00.000Z');
    search();
    expect(fieldsIn(await everyItem())).toEqual([]);
    expect(fieldsIn(await server.executions())).toEqual([]);
    expect(fieldsIn(server.printed())).toEqual([]);
  });
});
