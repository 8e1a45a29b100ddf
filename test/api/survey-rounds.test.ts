import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kitaSurveyExample } from '../../domain/forms/kita-survey/example.ts';
import { providerSurveyExample } from '../../domain/forms/provider-survey/example.ts';
import { readLink } from '../../functions/store/rounds.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';
import { ROUND, type SurveyCases, surveyCases } from '../survey-cases.ts';

let server: TestServer;
let surveys: SurveyCases;
beforeAll(async () => {
  server = await startTestServer();
  surveys = surveyCases(server);
});
afterAll(() => server.close());

const REASON = 'Im letzten Jahr war es umgekehrt: Ist das so gemeint?';
const answered = async (round: string) => {
  const id = surveys.kitaForm(round);
  expect((await surveys.answer(id, kitaSurveyExample)).status).toBe(200);
  expect((await surveys.send(id)).status).toBe(200);
  return id;
};

describe('a round of the needs survey', () => {
  test('is prepared by the coordinator, from the state that was seen', async () => {
    const id = newId();
    for (const as of ['kita', 'provider', 'clerk', 'head', 'social-worker'])
      expect((await surveys.save(id, ROUND, { as })).status, as).toBe(403);
    expect((await surveys.save(id, ROUND)).status).toBe(201);
    await server.idle();
    expect((await surveys.save(id, ROUND)).status).toBe(200);
    const late = await surveys.save(id, { ...ROUND, to: '2026-06-30' });
    expect([late.status, late.body.type]).toEqual([409, '/problems/changed-meanwhile']);
    expect((await surveys.save(id, { ...ROUND, to: '2026-06-30' }, { seen: 1 })).body.saved).toBe(2);
    const wrong = await surveys.save(id, { ...ROUND, to: '2026-04-01' }, { seen: 2 });
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([422, 'to']);
    const stale = await surveys.decide('coordinator', id, 'open', { saved: 1 });
    expect([stale.status, stale.body.type]).toEqual([409, '/problems/changed-meanwhile']);
    await surveys.decide('coordinator', id, 'discard');
    expect(await surveys.at(id)).toBe('discarded');
  });

  test('is opened with its units as they are today, links and forms, and not changed any more', async () => {
    const id = await surveys.opened();
    const file = await surveys.file(id);
    expect(file).toMatchObject({ at: 'open', groups: { staff: 1, parents: 1 }, actions: ['end-round'] });
    const kita = file.units.find(({ unit }: { unit: string }) => unit === 'kita:biebelnheim');
    expect(kita).toMatchObject({
      name: 'Kita Biebelnheim',
      municipality: { id: 'alzey-land' },
      provider: { id: 'vg-alzey-land' },
      until: ROUND.to,
      state: 'open',
      form: { id: surveys.kitaForm(id), at: 'fill' },
    });
    expect(await readLink(server.store, kita.link)).toEqual({
      round: id,
      group: 'parents',
      unit: 'kita:biebelnheim',
    });
    const links = file.units.flatMap(({ link }: { link?: string }) => link ?? []);
    expect(new Set(links).size).toBe(links.length);
    expect(file.units.map(({ unit }: { unit: string }) => unit)).toContain('provider:vg-alzey-land');
    expect((await surveys.save(id, ROUND, { seen: 1 })).body.type).toBe('/problems/round-opened');
    for (const as of ['kita', 'provider', 'clerk', 'social-worker', 'committee'])
      expect((await server.api('GET', `/api/survey-rounds/${id}`, { as })).status, as).toBe(404);
  });

  test('shows a Kita and a provider what they are asked, with the link for their wall', async () => {
    const id = await surveys.opened();
    const own = (await surveys.rounds('kita')).find((one: { id: string }) => one.id === id);
    expect(own.units).toEqual([
      expect.objectContaining({
        unit: 'kita:biebelnheim',
        state: 'open',
        link: expect.any(String),
        form: expect.objectContaining({ at: 'fill' }),
      }),
    ]);
    const [unit] = (await surveys.rounds('provider')).find((one: { id: string }) => one.id === id).units;
    expect(unit).toMatchObject({ unit: 'provider:vg-alzey-land' });
    expect(unit.link).toBeUndefined();
    expect(await surveys.rounds('clerk')).toEqual([]);
    expect((await surveys.rounds('coordinator'))[0].units).toEqual([]);
    const tasks = (await server.api('GET', '/api/tasks', { as: 'kita' })).body.items;
    expect(tasks).toContainEqual(
      expect.objectContaining({ id: surveys.kitaForm(id), due: '2026-05-29T22:00:00.000Z' }),
    );
    const others = (await server.api('GET', '/api/tasks', { as: 'kita-2' })).body.items;
    expect(others.map((task: { id: string }) => task.id)).not.toContain(surveys.kitaForm(id));
  });
});

describe('what a Kita answers', () => {
  test('is saved, fits the questionnaire, and is sent once', async () => {
    const id = surveys.kitaForm(await surveys.opened());
    const wrong = await surveys.answer(id, { answers: { strain: '9', nothing: 'x' } });
    expect(wrong.status).toBe(422);
    expect((await surveys.answer(id, kitaSurveyExample)).status).toBe(200);
    expect((await surveys.answer(id, kitaSurveyExample)).status).toBe(200);
    expect((await surveys.answer(id, { answers: {} })).body.type).toBe('/problems/changed-meanwhile');
    // What is being written is the Kita's alone.
    expect((await surveys.form(id, 'coordinator')).answers).toBeUndefined();
    for (const as of ['kita-2', 'provider', 'clerk', 'head'])
      expect((await server.api('GET', `/api/kita-surveys/${id}`, { as })).status, as).toBe(404);
    expect((await surveys.answer(id, kitaSurveyExample, { as: 'coordinator', seen: 1 })).status).toBe(403);
    expect((await surveys.send(id, 2)).status).toBe(409);
    expect((await surveys.send(id)).status).toBe(200);
    expect(await surveys.at(id)).toBe('plausibility');
    expect((await surveys.answer(id, { answers: {} }, { seen: 1 })).body.type).toBe(
      '/problems/survey-answered',
    );
    expect((await surveys.form(id, 'coordinator')).answers).toEqual(kitaSurveyExample);
  });

  test('says something at least', async () => {
    const id = surveys.kitaForm(await surveys.opened());
    await surveys.answer(id, { answers: {} });
    const { status, body } = await surveys.send(id);
    expect([status, body.errors[0].path]).toEqual([422, 'answers']);
  });

  test('is returned with a reason for each field, and only those can be changed', async () => {
    const id = await answered(await surveys.opened());
    const bare = await surveys.decide('coordinator', id, 'return');
    expect(bare.status).toBe(422);
    const unknown = await surveys.decide('coordinator', id, 'return', {
      fields: [{ path: 'nothing', reason: REASON }],
    });
    expect(unknown.status).toBe(422);
    await surveys.decide('coordinator', id, 'return', { fields: [{ path: 'strain', reason: REASON }] });
    expect(await surveys.form(id)).toMatchObject({
      at: 'corrections',
      reopened: ['strain'],
      returns: [{ byName: 'Marta Erfunden', fields: [{ path: 'strain', reason: REASON }] }],
      answers: kitaSurveyExample,
    });
    const other = { answers: { ...kitaSurveyExample.answers, burdened: '0' } };
    const refused = await surveys.answer(id, other, { seen: 1 });
    expect([refused.status, refused.body.errors[0].path]).toEqual([422, 'answers.burdened']);
    const mended = { answers: { ...kitaSurveyExample.answers, strain: '1' } };
    expect((await surveys.answer(id, mended, { seen: 1 })).status).toBe(200);
    expect((await surveys.send(id, 2)).status).toBe(200);
    expect((await surveys.form(id, 'coordinator')).answers).toEqual(mended);
    await surveys.decide('coordinator', id, 'accept-answers');
    expect(await surveys.at(id)).toBe('accepted');
    const log = (await server.api('GET', `/api/submissions/${id}/log`, { as: 'coordinator' })).text;
    expect(log).not.toContain(REASON);
  });

  test('is decided by the coordinator alone, and sent by its own route only', async () => {
    const id = await answered(await surveys.opened());
    expect((await surveys.decide('kita', id, 'accept-answers')).status).toBe(403);
    expect((await surveys.decide('coordinator', id, 'submit')).status).toBe(422);
  });

  test('begins with what was accepted in the round before, each question to be confirmed or changed', async () => {
    const before = await surveys.opened();
    const last = await answered(before);
    await surveys.decide('coordinator', last, 'accept-answers');
    const round = await surveys.opened({ previous: before });
    const id = surveys.kitaForm(round);
    const file = await surveys.form(id);
    expect(file).toMatchObject({ earlier: { year: 2026 }, answers: kitaSurveyExample });
    const strain = { answers: { ...kitaSurveyExample.answers, strain: '4' }, unchanged: ['strain'] };
    expect((await surveys.answer(id, strain)).body.errors[0]).toMatchObject({ path: 'unchanged.0' });
    await surveys.answer(id, { answers: strain.answers, unchanged: ['burdened'] });
    const open = await surveys.send(id);
    expect(open.status).toBe(422);
    expect(open.body.errors.map(({ path }: { path: string }) => path)).not.toContain('answers.strain');
    expect(open.body.errors.map(({ path }: { path: string }) => path)).toContain('answers.offers');
    const unchanged = Object.keys(kitaSurveyExample.answers).filter((code) => code !== 'strain');
    await surveys.answer(id, { answers: strain.answers, unchanged }, { seen: 1 });
    expect((await surveys.send(id, 2)).status).toBe(200);
  });
});

test('a provider answers for all its Kitas', async () => {
  const id = surveys.providerForm(await surveys.opened());
  expect((await surveys.answer(id, providerSurveyExample, { as: 'provider' })).status).toBe(200);
  expect((await surveys.send(id, 1, 'provider')).status).toBe(200);
  expect((await server.api('GET', `/api/provider-surveys/${id}`, { as: 'provider-2' })).status).toBe(404);
  expect((await server.api('GET', `/api/kita-surveys/${id}`, { as: 'provider' })).status).toBe(404);
  const { body } = await server.api('GET', '/api/submissions?form=provider-survey', { as: 'provider' });
  expect(body.items.map((item: { id: string }) => item.id)).toContain(id);
  await surveys.decide('coordinator', id, 'accept-answers');
  expect(await surveys.at(id)).toBe('accepted');
});

describe('more time', () => {
  test('is given to one Kita, and moves the end of its form and of the round', async () => {
    const id = await surveys.opened();
    expect((await surveys.extend(id, 'kita:biebelnheim', '2026-05-20')).status).toBe(422);
    expect((await surveys.extend(id, 'kita:nowhere', '2026-06-12')).status).toBe(422);
    expect((await surveys.extend(id, 'kita:biebelnheim', '2026-06-12', 'kita')).status).toBe(404);
    expect((await surveys.extend(id, 'kita:biebelnheim', '2026-06-12', 'head')).status).toBe(403);
    expect((await surveys.extend(id, 'kita:biebelnheim', '2026-06-12')).status).toBe(204);
    expect((await surveys.extend(id, 'kita:biebelnheim', '2026-06-12')).status).toBe(204);
    const { units } = await surveys.file(id);
    const of = (unit: string) => units.find((one: { unit: string }) => one.unit === unit);
    expect(of('kita:biebelnheim')).toMatchObject({ until: '2026-06-12', extended: true });
    expect(of('kita:wahlheim')).toMatchObject({ until: ROUND.to, extended: false });
    expect(await surveys.form(surveys.kitaForm(id))).toMatchObject({ until: '2026-06-12' });
    const { body } = await server.api('GET', `/api/submissions/${id}`, { as: 'coordinator' });
    expect(body.due).toBe('2026-06-12T22:00:00.000Z');
  });
});
