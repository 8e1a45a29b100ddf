import { afterEach, beforeEach, expect, test } from 'vitest';
import { caseWithCommittee, openItem, openYear, saveSession, sessionOf } from '../api/committee-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

/** Reminders that the committee's office got since, by their day. */
const remindersSince = (count: number) =>
  server
    .mails()
    .slice(count)
    .filter(({ to, subject }) => to.join().startsWith('committee@') && /Erinnerung/.test(subject))
    .map(({ at }) => at.slice(0, 16));

test('a session is reminded of two weeks before its day, and of its resolutions a working week after, again and again', async () => {
  await openYear(server);
  const id = newId();
  const one = await caseWithCommittee(server);
  // A Wednesday; the 4th of June is a holiday.
  await saveSession(server, id, { kind: 'session', on: '2026-06-03', items: [openItem(one)] });
  await server.idle();
  const before = server.mails().length;
  await server.moveClock('2026-05-19T21:59:00.000Z');
  expect(remindersSince(before)).toEqual([]);
  await server.moveClock('2026-05-19T22:00:00.000Z');
  expect(remindersSince(before)).toEqual(['2026-05-19T22:00']);
  await server.decide('committee', id, 'convene', { saved: 1 });
  await server.moveClock('2026-06-11T21:59:00.000Z');
  expect(remindersSince(before)).toEqual(['2026-05-19T22:00']);
  await server.moveClock('2026-06-11T22:00:00.000Z');
  expect(remindersSince(before)).toEqual(['2026-05-19T22:00', '2026-06-11T22:00']);
  await server.moveClock('2026-06-19T22:00:00.000Z');
  expect(remindersSince(before)).toHaveLength(3);
  expect(await sessionOf(server, id)).toMatchObject({ at: 'convened', items: [{ state: 'here' }] });
});

test('an application that no session deals with is reminded of after four months, and then every month', async () => {
  await openYear(server);
  const id = await caseWithCommittee(server);
  const shown = async () => (await server.api('GET', `/api/submissions/${id}`, { as: 'clerk' })).body;
  expect((await shown()).due).toBe('2026-08-28T22:00:00.000Z');
  const before = server.mails().length;
  await server.moveClock('2026-09-30T08:00:00.000Z');
  expect(remindersSince(before)).toEqual(['2026-08-28T22:00', '2026-09-29T22:00']);
  expect(await shown()).toMatchObject({ at: 'committee', missed: 2 });
});

test('a session that nobody works on any more is reminded of after three months; saving it begins them anew', async () => {
  const id = newId();
  await saveSession(server, id, { kind: 'session' });
  await server.idle();
  await server.moveClock('2026-07-01T08:00:00.000Z');
  const due = async () => (await server.api('GET', `/api/submissions/${id}`, { as: 'committee' })).body.due;
  expect(await due()).toBe('2026-07-28T22:00:00.000Z');
  await saveSession(server, id, { kind: 'urgent' }, { seen: 1 });
  expect(await due()).toBe('2026-10-01T22:00:00.000Z');
});

test('what a session that was never convened held is deleted a month after it was cancelled', async () => {
  const id = newId();
  await saveSession(server, id, { kind: 'session' });
  await server.idle();
  await server.decide('committee', id, 'cancel');
  const { body } = await server.api('GET', `/api/submissions/${id}`, { as: 'committee' });
  expect(body).toMatchObject({ at: 'cancelled', ended: true, deleteOn: '2026-05-28' });
  await server.moveClock('2026-05-29T00:00:00.000Z');
  await server.idle();
  expect((await server.items()).filter(({ pk }) => pk === `S#${id}`)).toEqual([]);
});
