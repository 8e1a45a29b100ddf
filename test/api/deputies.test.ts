import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId, startTestServer, type TestServer } from '../server.ts';

const [ABSENT, DEPUTY] = ['social-worker-11', 'social-worker-10'];
/** The day before the deputyship's last. */
const START = '2026-07-23T08:00:00.000Z';

let server: TestServer;
// The clock never goes back: each test has a machine of its own.
beforeEach(async () => {
  server = await startTestServer({ clock: START });
});
afterEach(() => server.close());

const tasksOf = async (as: string): Promise<string[]> =>
  (await server.api('GET', '/api/tasks', { as })).body.items.map(({ id }: { id: string }) => id);

/** A case that the coordinator gave to the one who is away. */
const givenToAbsent = async () => {
  const sent = await server.submit({ kita: 'dittelsheim-muster' });
  await server.decide('coordinator', sent.id, 'assign', { assignTo: ABSENT });
  return sent;
};
const textsFor = async (as: string, id: string): Promise<(string | undefined)[]> => {
  const { body } = await server.api('GET', `/api/submissions/${id}/messages`, { as });
  return body.items.map(({ text }: { text?: string }) => text);
};
const write = (receipt: string, text: string) =>
  server.api('POST', '/api/mailbox/messages', { receipt, body: { id: newId(), text } });

test('a deputy acts for the absent one to the end of the last day, and the log says "A for B"', async () => {
  const [accepted, left, routed] = [
    await givenToAbsent(),
    await givenToAbsent(),
    await server.submit({ kita: 'spatzennest' }),
  ];
  expect((await server.api('GET', '/api/me', { as: DEPUTY })).body.deputyFor).toEqual([
    { id: ABSENT, name: 'Karim Versuch', to: '2026-07-24', roles: ['social-worker'] },
  ]);
  expect(await tasksOf(DEPUTY)).toEqual(expect.arrayContaining([accepted.id, left.id, routed.id]));
  expect((await server.decide(DEPUTY, accepted.id, 'accept')).status).toBe(200);
  const log = (await server.api('GET', `/api/submissions/${accepted.id}/log`, { as: DEPUTY })).body;
  expect(log.items.at(-1)).toMatchObject({
    what: 'accept',
    by: { person: DEPUTY, for: ABSENT },
    byName: 'Jule Platzhalter',
  });

  await server.moveClock('2026-07-24T21:30:00.000Z');
  expect((await server.api('GET', `/api/submissions/${left.id}`, { as: DEPUTY })).status).toBe(200);
  await server.moveClock('2026-07-24T22:00:00.000Z');
  for (const { id } of [accepted, left]) {
    for (const part of ['', '/log', '/messages', '/answers'])
      expect((await server.api('GET', `/api/submissions/${id}${part}`, { as: DEPUTY })).status).toBe(404);
    expect((await server.api('GET', `/api/submissions/${id}`, { as: ABSENT })).status).toBe(200);
  }
  const late = await server.api('POST', `/api/submissions/${left.id}/decisions`, {
    as: DEPUTY,
    body: { step: 'accept', action: 'accept', version: 3 },
  });
  expect(late.status).toBe(404);
  // What was routed to the deputy in person stays with the deputy.
  expect(await tasksOf(DEPUTY)).toEqual([routed.id]);
  expect((await server.api('GET', '/api/me', { as: DEPUTY })).body.deputyFor).toEqual([]);
});

test('what was written while a deputy stood in is read by both, the absent one when they are back', async () => {
  const { id, receipt } = await givenToAbsent();
  await server.decide(ABSENT, id, 'accept');
  await write(receipt, 'Sind Sie da?');
  await server.api('POST', `/api/submissions/${id}/messages`, {
    as: DEPUTY,
    body: { id: newId(), text: 'Ich vertrete.' },
  });
  expect(await textsFor(DEPUTY, id)).toEqual(['Sind Sie da?', 'Ich vertrete.']);
  expect((await server.api('GET', `/api/submissions/${id}/answers`, { as: DEPUTY })).status).toBe(403);
  await server.moveClock('2026-07-27T08:00:00.000Z');
  expect(await textsFor(ABSENT, id)).toEqual(['Sind Sie da?', 'Ich vertrete.']);
  expect((await server.api('GET', `/api/submissions/${id}/answers`, { as: ABSENT })).status).toBe(200);
  await write(receipt, 'Wieder da?');
  expect(await textsFor(ABSENT, id)).toEqual(['Sind Sie da?', 'Ich vertrete.', 'Wieder da?']);
});
