import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const [RESPONSIBLE, DEPUTY] = ['social-worker-7', 'social-worker-6'];
const NAMES: Record<string, string> = { [RESPONSIBLE]: 'Gülsen Skizze', [DEPUTY]: 'Florian Modell' };

const submitted = (count: number, kita: string) =>
  Promise.all(Array.from({ length: count }, () => server.submit({ kita })));
const decisionOf = (as: string, id: string, action: string, version: number, more: object = {}) =>
  server.api('POST', `/api/submissions/${id}/decisions`, {
    as,
    body: { step: 'accept', action, version, ...more },
  });
const logOf = async (id: string): Promise<{ what: string; from?: string; to?: string; by: object }[]> => {
  const { body } = await server.api('GET', `/api/submissions/${id}/log`, { as: 'coordinator' });
  expect(body.whole).toBe(true);
  return body.items;
};

test('two who click "accept" at once: one wins, the other is told who', async () => {
  const cases = await submitted(12, 'dittelsheim-muster');
  const winners = new Set<string>();
  for (const { id } of cases) {
    const { body } = await server.decide('coordinator', id, 'assign', { assignTo: RESPONSIBLE });
    const people = Math.random() < 0.5 ? [RESPONSIBLE, DEPUTY] : [DEPUTY, RESPONSIBLE];
    const clicks = await Promise.all(
      people.map(async (as) => ({ as, ...(await decisionOf(as, id, 'accept', body.version)) })),
    );
    const winner = clicks.find(({ status }) => status === 200);
    const loser = clicks.find((click) => click !== winner);
    expect([winner?.status, loser?.status]).toEqual([200, 409]);
    expect(loser?.body.current).toEqual({
      version: body.version + 1,
      at: 'contact',
      by: NAMES[winner?.as ?? ''],
    });
    const accepts = (await logOf(id)).filter(({ what }) => what === 'accept');
    const inFor = winner?.as === DEPUTY ? { for: RESPONSIBLE } : {};
    expect(accepts).toMatchObject([{ by: { person: winner?.as, ...inFor } }]);
    winners.add(winner?.as ?? '');
  }
  expect([...winners].every((one) => one in NAMES)).toBe(true);
});

test('one accepts while the other passes it on: whichever is first holds', async () => {
  for (const { id } of await submitted(8, 'dittelsheim-muster')) {
    const { body } = await server.decide('coordinator', id, 'assign', { assignTo: RESPONSIBLE });
    const [accepted, passed] = await Promise.all([
      decisionOf(DEPUTY, id, 'accept', body.version),
      decisionOf(RESPONSIBLE, id, 'pass', body.version, { reason: 'absent' }),
    ]);
    const statuses = [accepted.status, passed.status];
    // Who comes when the case is with the coordinator already finds nothing of theirs any more.
    expect([
      [200, 409],
      [409, 200],
      [404, 200],
    ]).toContainEqual(statuses);
    await server.idle();
    const { body: now } = await server.api('GET', `/api/submissions/${id}`, { as: 'coordinator' });
    expect(now.at).toBe(accepted.status === 200 ? 'contact' : 'reassign');
  }
});

test('the deadline and a person at the same moment: never both', async () => {
  const cases = await submitted(16, 'biebelnheim');
  // The reminder passes; with the next date the coordinator gets what nobody accepted.
  await server.moveClock('2026-05-01T08:00:00.000Z');
  const versions = await Promise.all(
    cases.map(
      async ({ id }) =>
        (await server.api('GET', `/api/submissions/${id}`, { as: 'social-worker' })).body.version,
    ),
  );
  await server.clock.set('2026-05-04T22:00:00.000Z');
  const sweep = server.invoke('schedule', { task: 'sweep' }, 'timer');
  // The later in the list, the nearer the two come to each other from the other side.
  const clicks = await Promise.all(
    cases.toReversed().map(async ({ id }, n) => {
      await new Promise((resolve) => setTimeout(resolve, n * 4));
      return { id, ...(await decisionOf('social-worker', id, 'accept', versions[cases.length - 1 - n])) };
    }),
  );
  await sweep;
  await server.idle();
  for (const { id, status, body } of clicks) {
    const moves = (await logOf(id)).filter(({ from, to }) => from === 'accept' && to !== 'accept');
    expect(moves).toHaveLength(1);
    expect(moves[0]?.what).toBe(status === 200 ? 'accept' : 'date-missed');
    if (status !== 200) expect([404, 409]).toContain(status);
    if (status === 409) expect(body.current.at).toBe('reassign');
    const { body: now } = await server.api('GET', `/api/submissions/${id}`, { as: 'coordinator' });
    expect(now.at).toBe(status === 200 ? 'contact' : 'reassign');
  }
});

test('a withdrawal and a decision at the same moment: the case ends once and stays ended', async () => {
  for (const { id, receipt } of await submitted(8, 'biebelnheim')) {
    const [decided, withdrawn] = await Promise.all([
      decisionOf('social-worker', id, 'accept', 2),
      server.api('POST', '/api/mailbox/withdrawal', { receipt }),
    ]);
    expect(withdrawn.status).toBe(200);
    expect([200, 409]).toContain(decided.status);
    await server.idle();
    const { body } = await server.api('GET', `/api/submissions/${id}`, { as: 'social-worker' });
    expect([body.at, body.ended]).toEqual(['withdrawn', true]);
    expect((await logOf(id)).filter(({ what }) => what === 'withdraw')).toHaveLength(1);
  }
});
