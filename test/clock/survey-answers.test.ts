import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../server.ts';
import { newAnswerId } from '../survey/an-open-round.ts';
import { ROUND, type SurveyCases, surveyCases } from '../survey-cases.ts';

let server: TestServer;
let surveys: SurveyCases;
beforeAll(async () => {
  server = await startTestServer();
  surveys = surveyCases(server);
});
afterAll(() => server.close());

test('a year after its end a round has no answer, no counter and no token any more, and is closed', async () => {
  const id = await surveys.opened({ groups: ['parents', 'children'] });
  const { units } = await surveys.file(id);
  const link = units.find(({ unit }: { unit: string }) => unit === 'kita:biebelnheim').link;
  for (let n = 0; n < 6; n += 1) {
    const { token } = (await server.api('GET', `/api/surveys/${link}`)).body;
    const body = { token, answers: { known: 'used' } };
    const sent = await server.api('PUT', `/api/surveys/${link}/answers/${newAnswerId()}`, { body });
    expect(sent.status).toBe(201);
  }
  const child = { group: 'children', unit: 'kita:biebelnheim', answers: { 'child-kita': 'good' } };
  const path = `/api/survey-rounds/${id}/answers/${newAnswerId()}`;
  expect((await server.api('PUT', path, { as: 'kita', body: child })).status).toBe(201);

  /** Items of the two tables of the survey that belong to the round. */
  const left = async () =>
    (await server.items()).filter(
      ({ pk }) => /^(ANSWERS|COUNTS)#|^[0-9a-f-]{36}#/.test(String(pk)) && String(pk).includes(id),
    ).length;
  expect(await left()).toBeGreaterThan(13);

  await server.moveClock(`${ROUND.to}T22:30:00.000Z`);
  await surveys.decide('coordinator', id, 'evaluate');
  expect(await surveys.at(id)).toBe('published');
  await server.moveClock('2027-05-20T08:00:00.000Z');
  expect(await left()).toBeGreaterThan(13);
  await server.moveClock('2027-06-15T08:00:00.000Z');
  expect(await surveys.at(id)).toBe('closed');
  expect(await left()).toBe(0);
  expect((await server.api('GET', `/api/surveys/${link}`)).body.state).toBe('ended');
});
