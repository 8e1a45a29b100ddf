import { afterAll, beforeAll, expect, test } from 'vitest';
import { surveyExample } from '../../domain/survey/example.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';
import { keptOf, newAnswerId, putRound } from '../survey/an-open-round.ts';

const KITA = 'kita:biebelnheim';

let server: TestServer;
let round: Awaited<ReturnType<typeof putRound>>;
let link: string;
beforeAll(async () => {
  server = await startTestServer();
  round = await putRound(server.store, { extensions: { 'kita:wahlheim': '2026-05-20' } });
  link = round.linkOf(KITA);
});
afterAll(() => server.close());

const show = (of = link, language?: string) =>
  server.api('GET', `/api/surveys/${of}`, { ...(language && { language }) });
const tokenOf = async (of = link): Promise<string> => (await show(of)).body.token;
const send = async (
  answers: unknown,
  {
    of = link,
    id = newAnswerId(),
    token,
    language,
  }: Partial<Record<'of' | 'id' | 'token' | 'language', string>> = {},
) =>
  server.api('PUT', `/api/surveys/${of}/answers/${id}`, {
    body: { token: token ?? (await tokenOf(of)), answers },
    ...(language && { language }),
  });
const parentsOf = (unit = KITA, id = round.id) => keptOf(server.store, { round: id, group: 'parents', unit });

test('a link says who is asked for which Kita, until when, and gives a new token to everybody', async () => {
  const { status, body } = await show();
  expect(status).toBe(200);
  expect(body).toEqual({
    group: 'parents',
    unit: 'Kita Biebelnheim',
    questionnaire: 1,
    from: '2026-04-27',
    until: '2026-05-15',
    state: 'open',
    token: expect.stringMatching(/^[\w-]{22}$/),
  });
  expect(await tokenOf()).not.toBe(body.token);
  expect((await show(round.linkOf('kita:wahlheim'))).body.until).toBe('2026-05-20');
  expect((await show(round.linkOf('social-area:alzey-land'))).body).toMatchObject({
    group: 'social-area',
    unit: 'Alzey-Land',
  });
});

test('looking at a survey writes nothing', async () => {
  const before = await server.items();
  await show();
  expect(await server.items()).toEqual(before);
});

test('an answer is kept with nothing but what it says, counted, and its token is used up', async () => {
  const before = await parentsOf();
  const { status, body } = await send(surveyExample);
  expect(status).toBe(201);
  expect(Object.keys(body)).toEqual(['id']);
  const after = await parentsOf();
  const [item] = after.answers.filter(({ hash }) => !before.answers.some((one) => one.hash === hash));
  expect(item).toEqual({ questionnaire: 1, answers: surveyExample, hash: expect.any(String) });
  expect(after.counts.n).toBe((before.counts.n ?? 0) + 1);
  expect(after.counts).toMatchObject({ 'known.known': 1, 'offers.cafe': 1, good: 1 });
});

test('sending the same twice counts once; another answer under the same id is refused', async () => {
  const [id, token] = [newAnswerId(), await tokenOf()];
  const first = await send({ known: 'used' }, { id, token });
  const before = await parentsOf();
  expect(first.status).toBe(201);
  const again = await send({ known: 'used' }, { id, token });
  expect([again.status, again.body]).toEqual([200, first.body]);
  const other = await send({ known: 'no' }, { id, token });
  expect([other.status, other.body.type]).toEqual([409, '/problems/other-body']);
  expect(await parentsOf()).toEqual(before);
});

test('forty times the same at once counts once', async () => {
  const [id, token, before] = [newAnswerId(), await tokenOf(), await parentsOf()];
  const all = await Promise.all(Array.from({ length: 40 }, () => send({ way: 'bike' }, { id, token })));
  expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(all.filter(({ status }) => status === 200)).toHaveLength(39);
  expect((await parentsOf()).counts.n).toBe((before.counts.n ?? 0) + 1);
});

test('who has answered with a token does not answer again with it, at once neither', async () => {
  const [token, before] = [await tokenOf(), await parentsOf()];
  const all = await Promise.all(['used', 'known', 'no'].map((known) => send({ known }, { token })));
  expect(all.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  const late = await send({ known: 'no' }, { token });
  expect([late.status, late.body.type]).toEqual([409, '/problems/already-answered']);
  expect((await parentsOf()).counts.n).toBe((before.counts.n ?? 0) + 1);
});

test('an answer to nothing is an answer', async () => {
  expect((await send({})).status).toBe(201);
});

test.each([
  ['an option that is not offered', { known: 'maybe' }, 'answers.known'],
  ['a need above four', { 'need-money': '5' }, 'answers.need-money'],
  ['a number', { known: 1 }, 'answers.known'],
  ['one of several that is not offered', { days: ['monday', 'sunday'] }, 'answers.days.1'],
  ['a text that is too long', { more: 'a'.repeat(501) }, 'answers.more'],
  ['a question that nobody asked', { name: 'Anna' }, 'answers.name'],
  ['a question of another group', { 'child-kita': 'good' }, 'answers.child-kita'],
  ['a list', [], 'answers'],
])('%s is refused by the name of its field', async (_what, answers, path) => {
  const { status, body } = await send(answers);
  expect(status).toBe(422);
  expect(body.errors.map((one: { path: string }) => one.path)).toEqual([path]);
});

test('an id that tells a time is refused, and so is a token that was never one', async () => {
  for (const id of [newId(), 'a', newAnswerId().toUpperCase()])
    expect((await send({}, { id })).body.errors?.[0]?.path).toBe('id');
  for (const token of ['', 'short', `${'a'.repeat(21)}!`])
    expect((await send({}, { token })).body.errors?.[0]?.path).toBe('token');
});

test('a link that was never made leads nowhere, however near it is to one', async () => {
  const near = link.slice(0, -1) + (link.endsWith('2') ? '3' : '2');
  for (const of of [near, link.toUpperCase(), link.slice(1), '-', `${link}x`, round.id]) {
    expect((await show(of)).status).toBe(404);
    expect((await send({}, { of, token: 'a'.repeat(22) })).status).toBe(404);
  }
});

test('a link counts for its own unit and group alone', async () => {
  const of = round.linkOf('kita:wahlheim');
  const [mine, other] = [await parentsOf('kita:wahlheim'), await parentsOf()];
  expect((await send({ known: 'no' }, { of })).status).toBe(201);
  expect((await parentsOf('kita:wahlheim')).counts.n).toBe((mine.counts.n ?? 0) + 1);
  expect(await parentsOf()).toEqual(other);
  expect((await send({ waiting: '1-4' }, { of })).status).toBe(422);
  expect((await send({ waiting: '1-4' }, { of: round.linkOf('social-area:alzey-land') })).status).toBe(201);
});

test('a round that has not begun takes no answer, and says so', async () => {
  const later = await putRound(server.store, { from: '2026-05-04' });
  const of = later.linkOf(KITA);
  expect((await show(of)).body.state).toBe('not-yet');
  const { status, body } = await send({}, { of, language: 'de' });
  expect([status, body.type, body.title]).toEqual([409, '/problems/survey-not-open', 'Noch nicht offen']);
  await later.change({ at: 'prepare-round' });
  expect((await send({}, { of })).body.type).toBe('/problems/survey-not-open');
});

test('while somebody types the round ends: what came before counts, what comes later is refused and says why', async () => {
  const ending = await putRound(server.store, {
    to: '2026-04-28',
    extensions: { 'kita:wahlheim': '2026-04-29' },
  });
  const of = ending.linkOf(KITA);
  const [token, late] = [await tokenOf(of), await tokenOf(of)];
  const id = newAnswerId();
  await server.moveClock('2026-04-28T21:59:59.000Z');
  expect((await send({ known: 'used' }, { of, id, token })).status).toBe(201);
  await server.moveClock('2026-04-28T22:00:00.000Z');

  const refused = await send({ known: 'no' }, { of, token: late, language: 'ar' });
  expect([refused.status, refused.body.type]).toEqual([409, '/problems/survey-ended']);
  expect(refused.body.title).toBe('انتهى الاستبيان');
  // The answer to what was sent in time got lost: its sender asks again, and learns that it counts.
  expect((await send({ known: 'used' }, { of, id, token })).status).toBe(200);
  expect((await send({ known: 'no' }, { of, id, token })).body.type).toBe('/problems/survey-ended');
  expect((await show(of)).body.state).toBe('ended');
  expect((await parentsOf(KITA, ending.id)).counts).toEqual({ n: 1, known: 1, 'known.used': 1 });

  const more = ending.linkOf('kita:wahlheim');
  expect((await send({ known: 'no' }, { of: more })).status).toBe(201);
  await ending.change({ at: 'evaluation' });
  expect((await send({ known: 'no' }, { of: more })).body.type).toBe('/problems/survey-ended');
});

test('nothing of a broken answer comes back with its refusal', async () => {
  const { text } = await send({ known: 'Zwiebelfisch', more: 'Zwiebelfisch'.repeat(50) });
  expect(text).not.toContain('Zwiebelfisch');
  expect(text).not.toContain(link);
});
