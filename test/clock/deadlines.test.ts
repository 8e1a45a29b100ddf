import { afterEach, expect, test } from 'vitest';
import { newId, startTestServer, type TestServer } from '../server.ts';

/** A Thursday morning; the Friday is the first of May, a public holiday. */
const THURSDAY = '2026-04-30T08:00:00.000Z';

let server: TestServer;
afterEach(() => server.close());

const startAt = async (clock: string) => {
  server = await startTestServer({ clock });
};
const tasksOf = async (as: string): Promise<string[]> =>
  (await server.api('GET', '/api/tasks', { as })).body.items.map(({ id }: { id: string }) => id);
const shown = async (as: string, id: string) =>
  (await server.api('GET', `/api/submissions/${id}`, { as })).body;
/** To whom which mail went, and when, by the words of its subject. */
const mailsSince = (count: number) =>
  server
    .mails()
    .slice(count)
    .map(({ to, subject, at }) => `${at} ${to.join().split('@')[0]} ${subject}`);
const only = (mails: string[], part: string) => mails.filter((mail) => mail.includes(part));

test("nobody accepts: a reminder after two working days over a weekend and a holiday, then the coordinator's turn", async () => {
  await startAt(THURSDAY);
  const { id } = await server.submit();
  const before = server.mails().length;

  await server.moveClock('2026-05-05T21:59:00.000Z');
  expect(mailsSince(before)).toEqual([]);
  expect(await shown('social-worker', id)).toMatchObject({
    at: 'accept',
    missed: 0,
    due: '2026-05-05T22:00:00.000Z',
  });

  await server.moveClock('2026-05-05T22:00:00.000Z');
  expect(mailsSince(before)).toHaveLength(1);
  expect(mailsSince(before)[0]).toMatch(/^2026-05-05T22:00:0\S+ social-worker .*(Erinnerung|erinner)/);
  expect(await shown('social-worker', id)).toMatchObject({
    at: 'accept',
    missed: 1,
    due: '2026-05-07T22:00:00.000Z',
  });
  expect(await tasksOf('coordinator')).toEqual([]);

  await server.moveClock('2026-05-07T21:59:00.000Z');
  expect(mailsSince(before)).toHaveLength(1);
  await server.moveClock('2026-05-07T22:00:00.000Z');
  expect(only(mailsSince(before), 'coordinator')).toHaveLength(2);
  expect(mailsSince(before)).toHaveLength(3);
  expect(await tasksOf('coordinator')).toEqual([id]);
  expect(await tasksOf('social-worker')).toEqual([]);
  expect((await server.api('GET', `/api/submissions/${id}`, { as: 'social-worker' })).status).toBe(404);

  // The coordinators are reminded after one working day, and then after every third; the 14th is a holiday.
  await server.moveClock('2026-05-11T22:00:00.000Z');
  expect(mailsSince(before)).toHaveLength(5);
  await server.moveClock('2026-05-18T21:59:00.000Z');
  expect(mailsSince(before)).toHaveLength(5);
  await server.moveClock('2026-05-18T22:00:00.000Z');
  expect(mailsSince(before)).toHaveLength(7);
  const { body } = await server.api('GET', `/api/submissions/${id}/log`, { as: 'coordinator' });
  expect(body.items.map(({ what }: { what: string }) => what)).toEqual([
    'received',
    'assigned',
    'reminded',
    'date-missed',
    'reminded',
    'reminded',
  ]);
  expect(body.whole).toBe(true);
});

test('one long move of the clock does the same as many short ones', async () => {
  await startAt(THURSDAY);
  const { id } = await server.submit();
  await server.moveClock('2026-05-18T22:00:00.000Z');
  const { body } = await server.api('GET', `/api/submissions/${id}/log`, { as: 'coordinator' });
  expect(
    body.items.slice(2).map(({ at, what }: { at: string; what: string }) => `${at.slice(0, 16)} ${what}`),
  ).toEqual([
    '2026-05-05T22:00 reminded',
    '2026-05-07T22:00 date-missed',
    '2026-05-11T22:00 reminded',
    '2026-05-18T22:00 reminded',
  ]);
});

test('who answers in time hears of no date', async () => {
  await startAt(THURSDAY);
  const { id } = await server.submit();
  await server.moveClock('2026-05-05T21:59:00.000Z');
  await server.decide('social-worker', id, 'accept');
  const before = server.mails().length;
  await server.moveClock('2026-05-06T08:00:00.000Z');
  expect(mailsSince(before)).toEqual([]);
  expect(await shown('social-worker', id)).toMatchObject({ at: 'contact', missed: 0 });
});

test('an accepted case in which nobody gets in touch is reminded of twice and then reassigned', async () => {
  await startAt(THURSDAY);
  const { id } = await server.submit();
  await server.decide('social-worker', id, 'accept');
  // Five working days from 30 April: to 8 May; from the 9th to the 18th, for the 14th is a holiday; from the 19th to the
  // 27th, for the 25th is one too.
  await server.moveClock('2026-05-27T08:00:00.000Z');
  const whatAndWhen = async () => {
    const { body } = await server.api('GET', `/api/submissions/${id}/log`, { as: 'coordinator' });
    return body.items
      .slice(3)
      .map(({ at, what }: { at: string; what: string }) => `${at.slice(0, 16)} ${what}`);
  };
  expect(await whatAndWhen()).toEqual(['2026-05-08T22:00 reminded', '2026-05-18T22:00 reminded']);
  await server.moveClock('2026-05-28T00:00:00.000Z');
  expect((await whatAndWhen()).at(-1)).toBe('2026-05-27T22:00 date-missed');
  expect(await tasksOf('coordinator')).toEqual([id]);
});

test('a case in which nothing happens for six months closes; every message begins the six months anew', async () => {
  await startAt('2026-01-07T08:00:00.000Z');
  const [idle, active] = [await server.submit(), await server.submit()];
  for (const { id } of [idle, active]) {
    await server.decide('social-worker', id, 'accept');
    await server.decide('social-worker', id, 'reached');
  }
  await server.moveClock('2026-07-01T08:00:00.000Z');
  await server.api('POST', '/api/mailbox/messages', {
    receipt: active.receipt,
    body: { id: newId(), text: 'Noch da' },
  });
  await server.moveClock('2026-07-07T21:59:00.000Z');
  expect((await shown('social-worker', idle.id)).at).toBe('advise');
  await server.moveClock('2026-07-07T22:00:00.000Z');
  expect(await shown('social-worker', idle.id)).toMatchObject({ at: 'closed', ended: true, outcome: 'idle' });
  expect(await shown('social-worker', active.id)).toMatchObject({
    at: 'advise',
    due: '2027-01-04T23:00:00.000Z',
  });

  await server.moveClock('2026-12-20T08:00:00.000Z');
  const body = { id: newId(), text: 'Wie geht es Ihnen?' };
  await server.api('POST', `/api/submissions/${active.id}/messages`, { as: 'social-worker', body });
  await server.moveClock('2027-06-21T21:59:00.000Z');
  expect((await shown('social-worker', active.id)).at).toBe('advise');
  await server.moveClock('2027-06-21T22:00:00.000Z');
  expect((await shown('social-worker', active.id)).at).toBe('closed');
});
