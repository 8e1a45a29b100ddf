import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, startTestServer, type TestServer } from '../server.ts';
import {
  APPLIED,
  caseWithCommittee,
  convened,
  openItem,
  openYear,
  saveSession,
  sessionOf,
  stepOf,
  submitted,
  TODAY,
  VOTES,
} from './committee-cases.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await openYear(server);
});
afterAll(() => server.close());

const withCommittee = (change?: object) => caseWithCommittee(server, change);
const tasksOf = async (as: string): Promise<string[]> =>
  (await server.api('GET', '/api/tasks', { as })).body.items.map(({ id }: { id: string }) => id);
const fileOf = async (id: string, as = 'clerk') =>
  (await server.api('GET', `/api/budget-applications/${id}`, { as })).body;
const logOf = async (id: string, as = 'clerk'): Promise<string[]> =>
  (await server.api('GET', `/api/submissions/${id}/log`, { as })).body.items.map(
    ({ what }: { what: string }) => what,
  );
const record = (id: string, resolutions: object[], more: object = {}) =>
  server.decide('committee', id, 'record', { resolutions, ...more });
const errorsOf = ({ body }: { body: { errors?: { path: string }[] } }) =>
  body.errors?.map(({ path }) => path);

describe('a session of the committee', () => {
  test('is prepared, convened, recorded and carried out: each case gets its answer, and the office sees it', async () => {
    const [approved, changed, rejected, deferred] = [
      await withCommittee(),
      await withCommittee(),
      await withCommittee(),
      await withCommittee(),
    ];
    expect(await tasksOf('committee')).toEqual(
      expect.arrayContaining([approved, changed, rejected, deferred]),
    );
    const id = newId();
    const items = [
      openItem(approved),
      openItem(changed),
      { case: rejected, public: false, reason: 'personal-interest' },
      openItem(deferred),
    ];
    expect((await saveSession(server, id, { kind: 'session' })).status).toBe(201);
    await server.idle();
    const prepared = await sessionOf(server, id);
    expect(prepared).toMatchObject({ at: 'prepare', items: [], actions: ['convene', 'cancel'] });
    expect(prepared.waiting.map((one: { case: string }) => one.case)).toEqual(
      expect.arrayContaining([approved, changed]),
    );
    const saved = await saveSession(server, id, { kind: 'session', on: TODAY, items }, { seen: 1 });
    expect([saved.status, saved.body.saved]).toEqual([200, 2]);
    expect(await tasksOf('committee')).toEqual([id]);
    expect((await server.decide('committee', id, 'convene', { saved: 2 })).body.at).toBe('convened');
    expect(await sessionOf(server, id)).toMatchObject({
      hasPapers: true,
      waiting: [],
      items: [{ state: 'here', facts: { applied: APPLIED, positions: 2, opinion: 'recommend' } }, {}, {}, {}],
    });

    const { status } = await record(id, [
      { case: approved, outcome: 'approved', votes: VOTES },
      {
        case: changed,
        outcome: 'changed',
        amount: 120_000_00,
        conditions: ['Die zweite Stelle wird befristet.'],
        votes: VOTES,
        text: 'Nach Aussprache gekürzt.',
      },
      { case: rejected, outcome: 'rejected', votes: { ...VOTES, yes: 2, no: 9 } },
      { case: deferred, outcome: 'deferred', text: 'Unterlagen fehlen.' },
    ]);
    expect(status).toBe(200);

    expect(await stepOf(server, id)).toBe('closed');
    const steps = [approved, changed, rejected, deferred].map((one) => stepOf(server, one));
    expect(await Promise.all(steps)).toEqual(['approval', 'decision', 'decision', 'committee']);
    const closed = await sessionOf(server, id, 'auditor');
    expect(closed.items.map(({ state }: { state: string }) => state)).toEqual([
      'answered',
      'answered',
      'answered',
      'deferred',
    ]);
    expect(closed).toMatchObject({ ended: true, actions: [], recorded: { by: 'Walter Ausschussmuster' } });
    expect(await tasksOf('committee')).toEqual([deferred]);

    const file = await fileOf(changed);
    expect(file.resolution).toEqual({ session: id, outcome: 'changed', amount: 120_000_00, note: 3 });
    expect(file.notes.at(-1)).toMatchObject({
      byName: 'Walter Ausschussmuster',
      text: 'Nach Aussprache gekürzt.',
      conditions: ['Die zweite Stelle wird befristet.'],
      resolution: { on: TODAY, kind: 'session', public: true, outcome: 'changed', votes: VOTES },
    });
    expect((await fileOf(deferred)).notes.at(-1)).toMatchObject({
      action: 'deferred',
      text: 'Unterlagen fehlen.',
      resolution: { outcome: 'deferred' },
    });
    expect((await fileOf(changed, 'provider')).notes.map(({ action }: { action: string }) => action)).toEqual(
      [],
    );
    expect(await logOf(deferred)).toEqual(expect.arrayContaining(['scheduled', 'deferred']));
    expect(await logOf(id)).toEqual(['drafted', 'convene', 'record', 'carried']);
  });

  test('drives the executions of its cases on at once, not when the next person acts', async () => {
    const one = await withCommittee();
    const id = await convened(server, [one]);
    await record(id, [{ case: one, outcome: 'rejected', votes: { ...VOTES, yes: 1, no: 10 } }]);
    // The step after the committee's is open, with a token of its own.
    const token = (await server.items()).find(({ pk, sk }) => pk === `S#${one}` && sk === 'TOKEN');
    const head = (await server.items()).find(({ pk, sk }) => pk === `S#${one}` && sk === 'HEAD');
    expect(head).toMatchObject({ at: 'decision' });
    expect(token?.visit).toBe(head?.visit);
  });

  test('takes a case that lies in no other open session, and says so clearly', async () => {
    const one = await withCommittee();
    const [first, second] = [newId(), newId()];
    await saveSession(server, first, { items: [openItem(one)] });
    const refused = await saveSession(server, second, { items: [openItem(one)] });
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/in-other-session']);
    expect(refused.body.detail).toMatch(/schon in einer anderen offenen Sitzung/);
    // Nothing of the second was written.
    expect((await server.api('GET', `/api/submissions/${second}`, { as: 'committee' })).status).toBe(404);
    await saveSession(server, first, { items: [] }, { seen: 1 });
    expect((await saveSession(server, second, { items: [openItem(one)] })).status).toBe(201);
    await server.idle();
    await server.decide('committee', first, 'cancel');
    await server.decide('committee', second, 'cancel');
  });

  test('that two people save with the same case at the same moment gets it once', async () => {
    const one = await withCommittee();
    const ids = [newId(), newId(), newId(), newId()];
    const saved = await Promise.all(ids.map((id) => saveSession(server, id, { items: [openItem(one)] })));
    expect(saved.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    await server.idle();
    const holder = ids[saved.findIndex(({ status }) => status === 201)] ?? '';
    expect((await sessionOf(server, holder)).items).toMatchObject([{ case: one, state: 'here' }]);
    await server.decide('committee', holder, 'cancel');
  });

  test('that is cancelled gives its cases back, and none of it is lost', async () => {
    const one = await withCommittee();
    const id = await convened(server, [one]);
    expect(await tasksOf('committee')).not.toContain(one);
    await server.decide('committee', id, 'cancel');
    expect(await stepOf(server, id)).toBe('cancelled');
    expect(await tasksOf('committee')).toContain(one);
    expect(await logOf(one)).toEqual(expect.arrayContaining(['scheduled', 'unscheduled']));
    const next = await convened(server, [one]);
    await record(next, [{ case: one, outcome: 'approved', votes: VOTES }]);
    expect(await stepOf(server, one)).toBe('approval');
  });

  test('is saved by the second of two only from the state of the first; the same again is harmless', async () => {
    const id = newId();
    expect((await saveSession(server, id, { kind: 'session' })).status).toBe(201);
    expect((await saveSession(server, id, { kind: 'urgent' }, { seen: 1 })).status).toBe(200);
    const late = await saveSession(server, id, { kind: 'session', on: TODAY }, { seen: 1 });
    expect([late.status, late.body.type, late.body.current.version]).toEqual([
      409,
      '/problems/changed-meanwhile',
      2,
    ]);
    const again = await saveSession(server, id, { kind: 'urgent' }, { seen: 1 });
    expect([again.status, again.body.saved]).toEqual([200, 2]);
    const unseen = await server.decide('committee', id, 'convene', { saved: 1 });
    expect([unseen.status, unseen.body.type]).toEqual([409, '/problems/changed-meanwhile']);
    await server.decide('committee', id, 'cancel');
  });

  test('is not convened half-filled, nor with a case that the committee cannot resolve on', async () => {
    const one = await withCommittee();
    const id = newId();
    await saveSession(server, id, { items: [{ case: one, public: false }] });
    const half = await server.decide('committee', id, 'convene', { saved: 1 });
    expect([half.status, errorsOf(half)]).toEqual([422, ['kind', 'on', 'items.0.reason']]);
    const early = await submitted(server);
    const foreign = await saveSession(server, id, { items: [openItem(early)] }, { seen: 1 });
    expect([foreign.status, foreign.body.errors]).toEqual([
      422,
      [{ path: 'items.0.case', message: 'Dieser Antrag liegt nicht (mehr) beim Jugendhilfeausschuss.' }],
    ]);
    const whole = { kind: 'session', on: TODAY, items: [openItem(one)] };
    expect((await saveSession(server, id, whole, { seen: 1 })).status).toBe(200);
    await server.decide('committee', one, 'give-back', { comment: 'Noch nicht reif.' });
    const gone = await server.decide('committee', id, 'convene', { saved: 2 });
    expect([gone.status, errorsOf(gone)]).toEqual([422, ['items.0.case']]);
    expect((await sessionOf(server, id)).items).toMatchObject([{ case: one, state: 'left' }]);
    await server.decide('committee', id, 'cancel');
  });

  test('keeps its agenda from the moment it is convened, until it is opened again', async () => {
    const one = await withCommittee();
    const id = await convened(server, [one]);
    const fixed = await saveSession(server, id, { items: [] }, { seen: 1 });
    expect([fixed.status, fixed.body.type]).toEqual([409, '/problems/session-fixed']);
    expect((await server.decide('committee', id, 'reopen')).body.at).toBe('prepare');
    expect(
      (await saveSession(server, id, { kind: 'session', on: TODAY, items: [] }, { seen: 1 })).status,
    ).toBe(200);
    expect(await tasksOf('committee')).toContain(one);
    await server.decide('committee', id, 'cancel');
  });

  test('is recorded after it was held, with a resolution on every case that is still there', async () => {
    const [one, two] = [await withCommittee(), await withCommittee()];
    const id = await convened(server, [one, two], { on: '2026-04-29' });
    const early = await record(id, [{ case: one, outcome: 'approved', votes: VOTES }]);
    expect([early.status, early.body.type]).toEqual([409, '/problems/session-ahead']);
    await server.decide('committee', id, 'reopen');
    const items = [openItem(one), openItem(two)];
    await saveSession(server, id, { kind: 'session', on: TODAY, items }, { seen: 1 });
    await server.decide('committee', id, 'convene', { saved: 2 });
    const missing = await record(id, [{ case: one, outcome: 'approved', votes: VOTES }]);
    expect([missing.status, errorsOf(missing)]).toEqual([422, ['resolutions']]);
    const wrong = await record(id, [
      { case: one, outcome: 'approved', votes: { ...VOTES, yes: 2, no: 2 } },
      { case: two, outcome: 'changed', votes: { yes: 1.5, no: 0, abstained: 0, biased: 0 } },
    ]);
    expect([wrong.status, errorsOf(wrong)]).toEqual([422, ['resolutions.1.votes.yes']]);
    const unfit = await record(id, [
      { case: one, outcome: 'approved', votes: { ...VOTES, yes: 2, no: 2 } },
      { case: two, outcome: 'changed', votes: VOTES, amount: APPLIED + 1 },
    ]);
    expect(errorsOf(unfit)).toEqual(['resolutions.0.votes', 'resolutions.1.amount']);
    // Withdrawn while it lies in the session: it needs no resolution, is left alone, and is listed.
    await server.decide('provider', two, 'withdraw');
    const { status } = await record(id, [{ case: one, outcome: 'approved', votes: VOTES }]);
    expect(status).toBe(200);
    expect((await sessionOf(server, id)).items.map(({ state }: { state: string }) => state)).toEqual([
      'answered',
      'left',
    ]);
    expect(await stepOf(server, two)).toBe('withdrawn');
  });

  test('leaves a case alone that has left it and came back to the committee by another way', async () => {
    const one = await withCommittee();
    const id = await convened(server, [one]);
    await server.decide('committee', one, 'give-back', { comment: 'Bitte nachrechnen.' });
    await server.decide('clerk-2', one, 'grant');
    expect(await stepOf(server, one)).toBe('committee');
    await record(id, [{ case: one, outcome: 'approved', votes: VOTES }]);
    expect((await sessionOf(server, id)).items).toMatchObject([{ state: 'left' }]);
    expect(await stepOf(server, one)).toBe('committee');
    expect(await tasksOf('committee')).toContain(one);
  });

  test('is recorded once, whoever else records at the same moment', async () => {
    const one = await withCommittee();
    const id = await convened(server, [one]);
    const { version } = await sessionOf(server, id);
    const tries = ['approved', 'changed', 'approved', 'changed'].map((outcome) =>
      server.api('POST', `/api/submissions/${id}/decisions`, {
        as: 'committee',
        body: {
          step: 'convened',
          action: 'record',
          version,
          resolutions: [
            { case: one, outcome, votes: VOTES, ...(outcome === 'changed' && { amount: 100_00 }) },
          ],
        },
      }),
    );
    const answers = await Promise.all(tries);
    await server.idle();
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const { items } = await sessionOf(server, id);
    const isApproved = items[0].resolution.outcome === 'approved';
    expect(await stepOf(server, one)).toBe(isApproved ? 'approval' : 'decision');
    expect((await logOf(one)).filter((what) => what === 'approved' || what === 'changed')).toHaveLength(1);
  });

  test('in its place an urgent decision is made by a person, and names that person instead of votes', async () => {
    const one = await withCommittee();
    const id = await convened(server, [one], { kind: 'urgent' });
    const without = await record(id, [{ case: one, outcome: 'approved', votes: VOTES }]);
    expect(errorsOf(without)).toEqual(['resolutions.0.votes', 'decidedBy']);
    const { status } = await record(id, [{ case: one, outcome: 'approved', text: 'Eilbedürftig.' }], {
      decidedBy: 'Landrätin Muster',
    });
    expect(status).toBe(200);
    expect((await fileOf(one)).notes.at(-1)).toMatchObject({
      text: 'Eilbedürftig.',
      resolution: { kind: 'urgent', decidedBy: 'Landrätin Muster' },
    });
    expect(await sessionOf(server, id)).toMatchObject({ kind: 'urgent', decidedBy: 'Landrätin Muster' });
  });
});

describe('what the committee resolved', () => {
  const positions = (amounts: number[]) => ({
    positions: [
      { id: 'kita-sozialarbeit', amount: amounts[0] },
      { id: 'elterncafe', amount: amounts[1] },
    ],
    training: 0,
    thirdParty: 250_000,
  });

  test('binds the clerk: not a cent more, and with the conditions that were resolved', async () => {
    const one = await withCommittee();
    const id = await convened(server, [one]);
    const condition = 'Die zweite Stelle wird befristet.';
    await record(id, [
      { case: one, outcome: 'changed', amount: 100_000_00, conditions: [condition], votes: VOTES },
    ]);
    const whole = await server.decide('clerk-2', one, 'grant');
    expect([whole.status, errorsOf(whole)]).toEqual([422, ['action']]);
    const comment = 'Wie beschlossen.';
    const more = await server.decide('clerk-2', one, 'partial', {
      comment,
      granted: positions([102_500_01, 0]),
    });
    expect([more.status, more.body.errors]).toEqual([
      422,
      [{ path: 'granted', message: 'Das ist mehr, als der Jugendhilfeausschuss beschlossen hat.' }],
    ]);
    const granted = positions([102_500_00, 0]);
    const free = await server.decide('clerk-2', one, 'partial', { comment, granted, conditions: ['Keine.'] });
    expect([free.status, errorsOf(free)]).toEqual([422, ['conditions']]);
    expect((await server.decide('clerk-2', one, 'partial', { comment, granted })).status).toBe(200);
    expect(await stepOf(server, one)).toBe('approval');
    expect((await fileOf(one)).notes.at(-1).conditions).toContain(condition);
  });

  test('is a refusal that no clerk turns into a grant: what is proposed instead goes to the committee again', async () => {
    const one = await withCommittee();
    const id = await convened(server, [one]);
    await record(id, [{ case: one, outcome: 'rejected', votes: { ...VOTES, yes: 0, no: 12 } }]);
    await server.decide('clerk-2', one, 'partial', {
      comment: 'Kleiner.',
      granted: positions([5_000_00, 0]),
    });
    expect(await stepOf(server, one)).toBe('committee');
    const next = await convened(server, [one]);
    await record(next, [{ case: one, outcome: 'rejected', votes: { ...VOTES, yes: 0, no: 12 } }]);
    await server.decide('clerk-2', one, 'refuse', { comment: 'Der Ausschuss hat abgelehnt.' });
    expect(await stepOf(server, one)).toBe('hearing');
  });

  test('goes to it again after a new examination, however small the sum has become', async () => {
    const one = await withCommittee();
    const id = await convened(server, [one]);
    await record(id, [{ case: one, outcome: 'rejected', votes: { ...VOTES, yes: 0, no: 12 } }]);
    await server.decide('clerk-2', one, 'reexamine', { comment: 'Neue Unterlagen.' });
    await server.decide('clerk', one, 'complete');
    await server.decide('coordinator', one, 'recommend', { comment: 'Jetzt ja.' });
    await server.decide('clerk-2', one, 'partial', { comment: 'Klein.', granted: positions([5_000_00, 0]) });
    expect(await stepOf(server, one)).toBe('committee');
    const next = await convened(server, [one]);
    await record(next, [{ case: one, outcome: 'approved', votes: VOTES }]);
    expect(await stepOf(server, one)).toBe('approval');
    expect((await fileOf(one)).resolution).toEqual({
      session: next,
      outcome: 'approved',
      amount: 2_500_00,
      note: expect.any(Number),
    });
  });
});

describe('who has no part in it', () => {
  let one: string;
  let id: string;
  beforeAll(async () => {
    one = await withCommittee();
    id = await convened(server, [one]);
  });

  test.each(['clerk', 'coordinator', 'head', 'auditor'])('%s reads sessions and changes none', async (as) => {
    expect((await sessionOf(server, id, as)).actions).toEqual([]);
    const list = await server.api('GET', '/api/submissions?form=committee-session&year=2026', { as });
    expect(list.body.items).toContainEqual(
      expect.objectContaining({ id, session: { on: TODAY, kind: 'session', items: 1 } }),
    );
    expect((await saveSession(server, newId(), {}, { as })).status).toBe(403);
    expect((await saveSession(server, id, {}, { as, seen: 1 })).status).toBe(403);
    const resolutions = [{ case: one, outcome: 'approved', votes: VOTES }];
    expect((await server.decide(as, id, 'record', { resolutions })).status).toBe(403);
    expect(await stepOf(server, id)).toBe('convened');
  });

  test.each(['provider', 'kita', 'social-worker', 'treasurer', 'admin'])(
    'for %s there is no session',
    async (as) => {
      for (const path of [`committee-sessions/${id}`, `submissions/${id}`, `submissions/${id}/log`])
        expect((await server.api('GET', `/api/${path}`, { as })).status, path).toBe(404);
      const list = await server.api('GET', '/api/submissions?form=committee-session', { as });
      expect(list.body.items).toEqual([]);
    },
  );
});
