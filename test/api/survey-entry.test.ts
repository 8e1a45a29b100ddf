import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, startTestServer, type TestServer } from '../server.ts';
import { keptOf, newAnswerId, putRound } from '../survey/an-open-round.ts';

const KITA = 'kita:biebelnheim';

let server: TestServer;
let round: Awaited<ReturnType<typeof putRound>>;
beforeAll(async () => {
  server = await startTestServer();
  round = await putRound(server.store);
});
afterAll(() => server.close());

interface Entry {
  group?: string;
  unit?: string;
  answers?: object;
  id?: string;
  of?: string;
}
const enter = (
  as: string,
  { group = 'parents', unit = KITA, answers = {}, id = newAnswerId(), of = round.id }: Entry,
) => server.api('PUT', `/api/survey-rounds/${of}/answers/${id}`, { as, body: { group, unit, answers } });
const child = { group: 'children', answers: { 'child-kita': 'good', 'child-heard': 'bad' } };

test('the coordinator enters paper: counted like any answer, and as paper', async () => {
  const id = newAnswerId();
  const paper = { answers: { known: 'no' }, id };
  expect((await enter('coordinator', paper)).status).toBe(201);
  expect((await enter('coordinator', paper)).status).toBe(200);
  expect((await enter('coordinator', { ...paper, answers: { known: 'used' } })).status).toBe(409);
  const { counts, answers } = await keptOf(server.store, { round: round.id, group: 'parents', unit: KITA });
  expect(counts).toEqual({ n: 1, 'n.paper': 1, known: 1, 'known.no': 1 });
  expect(answers).toEqual([
    { questionnaire: 1, answers: { known: 'no' }, mode: 'paper', hash: expect.any(String) },
  ]);
  expect((await enter('coordinator', { group: 'social-area', unit: 'social-area:alzey-land' })).status).toBe(
    201,
  );
});

test('what a child points at is entered by its own Kita, and by nobody else', async () => {
  expect((await enter('kita', child)).status).toBe(201);
  const { counts, answers } = await keptOf(server.store, { round: round.id, group: 'children', unit: KITA });
  expect(counts).toMatchObject({ n: 1, 'child-kita.good': 1 });
  expect(answers[0]?.mode).toBeUndefined();
  expect((await enter('kita', { ...child, unit: 'kita:wahlheim' })).status).toBe(403);
  expect((await enter('coordinator', child)).status).toBe(403);
});

test('a Kita enters no paper of parents: it would read what they wrote', async () => {
  expect((await enter('kita', {})).status).toBe(403);
});

test.each(['provider', 'social-worker', 'clerk', 'head', 'committee', 'treasurer', 'auditor', 'admin'])(
  '%s enters nothing, and learns of no round',
  async (as) => {
    expect((await enter(as, child)).status).toBe(404);
    expect((await server.api('GET', `/api/survey-rounds/${round.id}/returns`, { as })).status).toBe(404);
    expect((await server.api('GET', `/api/survey-rounds/${round.id}/recount`, { as })).status).toBe(404);
  },
);

test('a unit that the round does not ask, or not for this group, is refused by name', async () => {
  for (const unit of ['kita:nowhere', 'social-area:alzey-land', 'biebelnheim', ''])
    expect((await enter('coordinator', { unit })).body.errors?.[0]?.path).toBe('unit');
  expect((await enter('coordinator', { group: 'staff' })).body.errors?.[0]?.path).toBe('group');
  expect((await enter('coordinator', { answers: { known: 'x' } })).body.errors?.[0]?.path).toBe(
    'answers.known',
  );
  expect((await enter('coordinator', { id: newId() })).body.errors?.[0]?.path).toBe('id');
});

test('a group that a round does not ask has no answers, and a round that is none has no groups', async () => {
  const only = await putRound(server.store, { groups: { parents: 1 } });
  expect((await enter('kita', { ...child, of: only.id })).status).toBe(404);
  expect((await enter('coordinator', { of: newId() })).status).toBe(404);
  expect((await enter('coordinator', { of: 'x' })).status).toBe(404);
});

test('late paper is entered until the round is evaluated; children answer while it is open', async () => {
  const ended = await putRound(server.store, { at: 'evaluation', to: '2026-04-27', from: '2026-04-01' });
  expect((await enter('coordinator', { of: ended.id })).status).toBe(201);
  expect((await enter('kita', { ...child, of: ended.id })).body.type).toBe('/problems/survey-ended');
  await ended.change({ at: 'published' });
  expect((await enter('coordinator', { of: ended.id })).body.type).toBe('/problems/survey-ended');
});

const returnsOf = async (as: string, of = round.id, query = '') =>
  (await server.api('GET', `/api/survey-rounds/${of}/returns${query}`, { as })).body;

test('whether five have answered is told, to the coordinator for all and to a Kita for itself', async () => {
  const own = await putRound(server.store);
  const numberOf = async (as: string) =>
    (await returnsOf(as, own.id)).items.find(
      (one: { unit: { id: string }; group: string }) =>
        one.unit.id === 'biebelnheim' && one.group === 'parents',
    );
  for (let n = 0; n < 4; n += 1) await enter('coordinator', { of: own.id });
  expect((await numberOf('coordinator')).enough).toBe(false);
  await enter('coordinator', { of: own.id });
  expect(await numberOf('coordinator')).toEqual({
    unit: { kind: 'kita', id: 'biebelnheim', name: 'Kita Biebelnheim' },
    group: 'parents',
    enough: true,
    places: 75,
    until: '2026-05-15',
  });
  expect(await numberOf('kita')).toEqual(await numberOf('coordinator'));
  const { items } = await returnsOf('kita', own.id);
  expect(new Set(items.map((one: { unit: { id: string } }) => one.unit.id))).toEqual(
    new Set(['biebelnheim']),
  );
});

test('units of a large round come in pages, each once', async () => {
  const units = Array.from({ length: 230 }, (_, n) => ({
    kind: 'kita' as const,
    id: `k-${n}`,
    name: `Kita ${n}`,
  }));
  const large = await putRound(server.store, { units, groups: { parents: 1 } });
  const seen: string[] = [];
  let query = '';
  do {
    const page = await returnsOf('coordinator', large.id, query);
    seen.push(...page.items.map((one: { unit: { id: string } }) => one.unit.id));
    query = page.cursor && `?cursor=${page.cursor}`;
  } while (query);
  expect(seen).toHaveLength(230);
  expect(new Set(seen).size).toBe(230);
  const wrong = await server.api('GET', `/api/survey-rounds/${large.id}/returns?cursor=%C3%A4`, {
    as: 'coordinator',
  });
  expect(wrong.body.errors?.[0]?.path).toBe('cursor');
});
