import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addUpCounts } from '../../domain/activities/counts.ts';
import { startTestServer, type TestServer } from '../server.ts';

// The clock stands at 28 April 2026. social-worker has Biebelnheim, Wahlheim and Nieder-Wiesen; social-worker-7's Kitas are those of the
// long-standing deputy social-worker-6 too; Rappelkiste went from social-worker-10 to social-worker-11 on 1 September 2025.

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const count = (id: string, counts: object, { as = 'social-worker', seen = 0 } = {}) =>
  server.api('PUT', `/api/activity-counts/${id}`, {
    as,
    body: { counts },
    headers: { 'if-match': `"${seen}"` },
  });
const show = async (as: string, year = 2026) =>
  (await server.api('GET', `/api/activity-counts?year=${year}`, { as })).body;
const close = (year: number, closed: boolean, { as = 'coordinator', seen = 0 } = {}) =>
  server.api('PUT', `/api/activity-reports/${year}`, {
    as,
    body: { closed },
    headers: { 'if-match': `"${seen}"` },
  });
const problemOf = ({ status, body }: { status: number; body: { type: string; errors?: object[] } }) => [
  status,
  body.type.replace('/problems/', ''),
  ...(body.errors ?? []).map((one) => (one as { path: string }).path),
];
const kitaOf = (answer: Awaited<ReturnType<typeof show>>, kita: string) =>
  answer.own.find((one: { kita: string }) => one.kita === kita);
const missingOf = (answer: Awaited<ReturnType<typeof show>>, kita: string) =>
  kitaOf(answer, kita)
    .months.filter((one: { missing: boolean }) => one.missing)
    .map((one: { month: string }) => one.month);

describe('a social worker', () => {
  test('counts a month of an own Kita, and corrects it', async () => {
    const first = await count('2026-01.wahlheim', { advice: 12, network: 2 });
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"1"']);
    // The same once more, because the answer was lost.
    expect((await count('2026-01.wahlheim', { advice: 12, network: 2 })).body.version).toBe(1);
    expect(problemOf(await count('2026-01.wahlheim', { advice: 13 }))).toEqual([409, 'changed-meanwhile']);
    expect((await count('2026-01.wahlheim', { advice: 13 }, { seen: 1 })).body.version).toBe(2);
    const { own } = await show('social-worker');
    expect(own.map(({ kita }: { kita: string }) => kita)).toEqual([
      'biebelnheim',
      'nieder-wiesen',
      'wahlheim',
    ]);
    expect(own[2].months[0]).toEqual({
      month: '2026-01',
      version: 2,
      counts: { advice: 13 },
      missing: false,
    });
    expect(own[2].months).toHaveLength(12);
  });

  test('finds the months that are over and were not counted, until somebody counts them', async () => {
    expect(missingOf(await show('social-worker'), 'biebelnheim')).toEqual(['2026-01', '2026-02', '2026-03']);
    await count('2026-02.biebelnheim', {});
    expect(missingOf(await show('social-worker'), 'biebelnheim')).toEqual(['2026-01', '2026-03']);
    // The deputy counts for both.
    expect(missingOf(await show('social-worker-7'), 'alsheim-muster')).toHaveLength(3);
    await count('2026-03.alsheim-muster', { group: 4 }, { as: 'social-worker-6' });
    for (const as of ['social-worker-6', 'social-worker-7'])
      expect(missingOf(await show(as), 'alsheim-muster')).toEqual(['2026-01', '2026-02']);
    // Each counts their own: the deputy's numbers are not the other's to change.
    expect(kitaOf(await show('social-worker-7'), 'alsheim-muster').months[2].counts).toBeUndefined();
  });

  test.each([
    ['a foreign Kita', '2026-03.regenbogen'],
    ['a Kita that is not there', '2026-03.nirgends'],
    ['a municipality', '2026-03.alzey-land'],
    ['a Kita before the assignment', '2024-12.wahlheim'],
    ['what is no month and Kita', 'irgendwas'],
    ['a thirteenth month', '2026-13.wahlheim'],
  ])('%s answers 404', async (_what, id) => {
    expect(problemOf(await count(id, { advice: 1 }))).toEqual([404, 'not-found']);
  });

  test('counts what was theirs for a day of the month, and no more', async () => {
    const at = (month: string, as: string) => count(`${month}.rappelkiste`, { advice: 1 }, { as });
    expect((await at('2025-08', 'social-worker-10')).status).toBe(200);
    expect((await at('2025-09', 'social-worker-10')).status).toBe(404);
    expect((await at('2025-08', 'social-worker-11')).status).toBe(404);
    expect((await at('2025-09', 'social-worker-11')).status).toBe(200);
    // A deputyship of July, which is still to come.
    expect(problemOf(await at('2026-07', 'social-worker-10'))).toEqual([422, 'fields', 'id']);
    expect((await at('2026-06', 'social-worker-10')).status).toBe(404);
  });

  test('writes no word, and nothing that is not on the list', async () => {
    expect(problemOf(await count('2026-03.wahlheim', { advice: 'bei Familie M.' }))).toEqual([
      422,
      'fields',
      'counts.advice',
    ]);
    expect(problemOf(await count('2026-03.wahlheim', { note: 'Familie M.' }))).toEqual([
      422,
      'fields',
      'counts.note',
    ]);
  });
});

describe('a year', () => {
  test('adds up alike by month, municipality and Kita, whoever asks', async () => {
    await count('2025-03.wahlheim', { advice: 5, group: 1 });
    await count('2025-04.biebelnheim', { advice: 2, crisis: 1 });
    await count('2025-03.am-effenkranz', { advice: 7, network: 3 }, { as: 'social-worker-2' });
    await count('2025-03.alzey-muster-nord', { planning: 9 }, { as: 'social-worker-4' });
    const { sums } = await show('coordinator', 2025);
    const whole = sums.counts;
    expect(whole).toMatchObject({ advice: 16, group: 1, crisis: 1, network: 3, planning: 9 });
    for (const part of [sums.months, sums.municipalities, sums.kitas])
      expect(addUpCounts(part.map((one: { counts: object }) => one.counts))).toEqual(whole);
    expect(
      sums.municipalities.map(({ id, counts }: { id: string; counts: { advice: number } }) => [
        id,
        counts.advice,
      ]),
    ).toEqual([
      ['alzey', 0],
      ['alzey-land', 14],
      ['woerrstadt', 2],
    ]);
    const wahlheim = sums.kitas.find(({ id }: { id: string }) => id === 'wahlheim');
    expect(wahlheim.counts.advice).toBe(5);
    expect(wahlheim.missing).toHaveLength(11);
    for (const as of ['head', 'auditor']) {
      const seen = await show(as, 2025);
      expect(seen.sums.counts).toEqual(whole);
      expect(Object.keys(seen.sums)).toEqual(['counts', 'months']);
      expect([seen.own, seen.actions]).toEqual([undefined, []]);
    }
    // Own months, and nobody else's sums.
    expect((await show('social-worker-2', 2025)).sums).toBeUndefined();
    expect(JSON.stringify(sums)).not.toContain('social-worker');
  });

  test('that is closed takes no correction until it is opened again, and says who did which', async () => {
    await count('2026-04.nieder-wiesen', { advice: 1 });
    expect((await close(2026, true)).body.report).toMatchObject({
      closed: true,
      version: 1,
      changes: [{ closed: true, byName: 'Marta Erfunden' }],
    });
    expect((await close(2026, true)).body.report.version).toBe(1);
    expect(problemOf(await count('2026-04.nieder-wiesen', { advice: 2 }, { seen: 1 }))).toEqual([
      409,
      'activities-closed',
    ]);
    // What stands already is not changed by being sent again.
    expect((await count('2026-04.nieder-wiesen', { advice: 1 })).status).toBe(200);
    expect(problemOf(await close(2026, false, { seen: 0 }))).toEqual([409, 'faster']);
    expect((await close(2026, false, { as: 'coordinator-2', seen: 1 })).body.report.changes).toHaveLength(2);
    expect((await count('2026-04.nieder-wiesen', { advice: 2 }, { seen: 1 })).status).toBe(200);
    // Another year is another matter.
    await close(2025, true);
    expect((await count('2026-04.wahlheim', { advice: 2 })).status).toBe(200);
    expect((await close(2020, true)).status).toBe(404);
  });
});

describe('who may do what', () => {
  test('workers count, the coordinator closes, head and auditor see the county’s sums, all others nothing', async () => {
    for (const { id: as, roles } of server.people) {
      const isWorker = roles.includes('social-worker');
      const isCoordinator = roles.includes('coordinator');
      const sees = isWorker || isCoordinator || roles.includes('head') || roles.includes('auditor');
      const shown = await server.api('GET', '/api/activity-counts?year=2026', { as });
      const answers = [
        shown.status,
        // What is nobody's Kita is no worker's.
        (await count('2026-03.nirgends', {}, { as })).status,
        (await close(2027, false, { as })).status,
      ];
      expect([as, ...answers]).toEqual([
        as,
        sees ? 200 : 403,
        isWorker ? 404 : 403,
        isCoordinator ? 200 : 403,
      ]);
      if (sees) expect(Boolean(shown.body.sums?.kitas)).toBe(isCoordinator);
    }
  });

  test('nobody without a login', async () => {
    expect((await server.api('GET', '/api/activity-counts')).status).toBe(401);
    const body = { counts: {} };
    expect((await server.api('PUT', '/api/activity-counts/2026-03.wahlheim', { body })).status).toBe(401);
    expect((await server.api('PUT', '/api/activity-reports/2026', { body: { closed: true } })).status).toBe(
      401,
    );
  });
});
