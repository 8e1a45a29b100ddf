import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANSWERS_TABLE, KEYS_TABLE, TABLE, TOKENS_TABLE } from '../../local/tables.ts';
import { newId } from '../server.ts';
import { talkativeServer } from './talkative-server.ts';
import { newWord, wordsIn } from './words.ts';

const server = talkativeServer();
const { api, settled } = server;

const written: string[] = [];
const tokens: string[] = [];
const ids: string[] = [];
const word = () => {
  const one = newWord();
  written.push(one);
  return one;
};

let link: string;
const send = async (answers: object, token = '', id = randomUUID()) => {
  ids.push(id);
  const sent = token || randomBytes(16).toString('base64url');
  tokens.push(sent);
  return api('PUT', `/api/surveys/${link}/answers/${id}`, { body: { token: sent, answers } });
};

/** A round that is opened and answered, well and badly, by its link and on paper. */
const live = async () => {
  const id = newId();
  const round = { year: 2026, from: '2026-04-28', to: '2026-05-29', groups: ['children', 'parents'] };
  expect((await api('PUT', `/api/survey-rounds/${id}`, { as: 'coordinator', body: round })).status).toBe(201);
  await settled();
  await server.decide('coordinator', id, 'open', { saved: 1 });
  const { body } = await api('GET', `/api/survey-rounds/${id}`, { as: 'coordinator' });
  link = body.units.find(({ unit }: { unit: string }) => unit === 'kita:biebelnheim').link;
  for (let n = 0; n < 6; n += 1) {
    const { token } = (await api('GET', `/api/surveys/${link}`)).body;
    const one = randomUUID();
    const answers = { known: 'used', good: word(), more: word() };
    for (const status of [201, 200]) expect((await send(answers, token, one)).status).toBe(status);
    expect((await send({ more: word() }, token)).status).toBe(409);
    expect((await send({ more: word() }, token, one)).status).toBe(409);
  }
  expect((await send({ known: word() })).status).toBe(422);
  expect((await send({ [word()]: word() })).status).toBe(422);
  expect((await send({ more: word().repeat(40) })).status).toBe(422);
  const paper = { group: 'parents', unit: 'kita:biebelnheim', answers: { more: word() } };
  const entered = `/api/survey-rounds/${id}/answers/${randomUUID()}`;
  expect((await api('PUT', entered, { as: 'coordinator', body: paper })).status).toBe(201);
  for (const part of ['returns', 'recount'])
    expect((await api('GET', `/api/survey-rounds/${id}/${part}`, { as: 'coordinator' })).status).toBe(200);
  await settled('2026-06-01T08:00:00.000Z');
  expect((await send({ more: word() })).status).toBe(409);
  return id;
};

let round: string;
beforeAll(async () => {
  await server.start();
  round = await live();
}, 120_000);
afterAll(() => server.end());

const itemsOf = async (TableName: string): Promise<string> => {
  const credentials = { accessKeyId: 'admin', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: server.dynamodb(), region: 'eu-central-1', credentials });
  const items: unknown[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName })) items.push(...Items);
  client.destroy();
  return JSON.stringify(items);
};

test('what somebody wrote lies with the answers, and in no other table', async () => {
  expect(wordsIn(await itemsOf(ANSWERS_TABLE), written)).toHaveLength(13);
  for (const table of [TABLE, KEYS_TABLE, TOKENS_TABLE])
    expect(wordsIn(await itemsOf(table), [...written, ...ids]), table).toEqual([]);
});

test('a token lies in no table, as it was sent', async () => {
  for (const table of [TABLE, KEYS_TABLE, ANSWERS_TABLE, TOKENS_TABLE])
    expect(wordsIn(await itemsOf(table), tokens), table).toEqual([]);
});

test('nothing of it is printed: no word, no token, no id, no link, though every request is', () => {
  const printed = server.printed();
  expect(printed).toContain('PUT /api/surveys/{survey}/answers/{answer}');
  expect(printed).toContain('"service":"survey"');
  expect(wordsIn(printed, [...written, ...tokens, ...ids, link])).toEqual([]);
});

test('nothing of it is in an execution, a mail or the log of the round', async () => {
  const mails = await api('GET', '/mails', { headers: { accept: 'application/json' } });
  const log = await api('GET', `/api/submissions/${round}/log`, { as: 'coordinator' });
  const executions = await server.executions();
  expect(executions).toContain(round);
  expect(log.status).toBe(200);
  for (const where of [executions, mails.text, log.text])
    expect(wordsIn(where, [...written, ...tokens, ...ids, link])).toEqual([]);
});

test('a token stands in no file; words stand in the files of the tables alone', () => {
  const every = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? every(path) : [path];
    });
  const files = every(server.data);
  expect(files.length).toBeGreaterThan(3);
  for (const path of files) {
    const bytes = readFileSync(path);
    expect([path, wordsIn(bytes, tokens)]).toEqual([path, []]);
    if (!path.startsWith(join(server.data, 'dynamodb')))
      expect([path, wordsIn(bytes, [...written, ...ids])]).toEqual([path, []]);
  }
});
