import { beforeAll, expect, test } from 'vitest';
import { readNotes } from '../../functions/store/applications.ts';
import { largeApplication, openItem, VOTES } from '../api/committee-cases.ts';
import { expectDriven } from './expect-done.ts';
import type { Moment } from './machine.ts';
import { mortalMachine, write } from './mortal-machine.ts';
import { newId } from './running-case.ts';

/** A Monday, which is also the day of the sessions. */
const TODAY = '2026-03-02';

const machine = mortalMachine('committee', `${TODAY}T08:00:00.000Z`);
const { ask, decide, decided, killedDuring } = machine;
beforeAll(() =>
  ask('treasurer', 'PUT', 'budgets/2027', { state: 'in-force', figure: 900_000_000, voluntary: 0 }),
);

const caseWithCommittee = async (): Promise<string> => {
  const id = newId();
  await ask('provider', 'PUT', `budget-applications/${id}`, largeApplication);
  await ask('provider', 'POST', `budget-applications/${id}/submission`, { saved: 1 });
  await machine.idle();
  await decided('clerk', id, 'complete');
  await decided('coordinator', id, 'recommend', { comment: 'Der Bedarf ist belegt.' });
  await decided('clerk-2', id, 'grant');
  return id;
};

const convened = async (cases: readonly string[]) => {
  const id = newId();
  const body = { kind: 'session', on: TODAY, items: cases.map(openItem) };
  expect((await ask('committee', 'PUT', `committee-sessions/${id}`, body)).status).toBe(201);
  await machine.idle();
  await decided('committee', id, 'convene', { saved: 1 });
  return id;
};

const whatOf = async (id: string) => (await machine.api.log('auditor', id)).body;
const stepsOf = (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await machine.inside.head(id))?.at));

/** Three cases of a session, what is resolved on each, and how its log calls that. */
const outcomes = ['approved', 'deferred', 'rejected'] as const;

const expectCarriedOut = async (id: string, cases: readonly string[]) => {
  expect(await stepsOf([id, ...cases])).toEqual(['closed', 'approval', 'committee', 'decision']);
  const session = await machine.inside.head(id);
  expect(session?.about).toMatchObject({
    carried: cases.map((of, n) => ({ case: of, result: n === 1 ? 'deferred' : 'answered' })),
  });
  for (const [n, of] of cases.entries()) {
    const { items, whole } = await whatOf(of);
    expect(whole).toBe(true);
    expect(items.filter(({ what }) => (outcomes as readonly string[]).includes(what))).toEqual([
      expect.objectContaining({ what: outcomes[n], ref: id }),
    ]);
    const notes = await readNotes(machine.inside.store, of);
    expect(notes.filter(({ resolution }) => resolution)).toHaveLength(1);
    expect((await machine.inside.head(of))?.about).not.toHaveProperty('session');
    await expectDriven(machine.inside, of);
  }
  await expectDriven(machine.inside, id);
};

const record = (id: string, cases: readonly string[], version: number) =>
  ask('committee', 'POST', `submissions/${id}/decisions`, {
    step: 'convened',
    action: 'record',
    version,
    resolutions: cases.map((of, n) => ({
      case: of,
      outcome: outcomes[n],
      ...(outcomes[n] === 'approved' && { votes: VOTES }),
      ...(outcomes[n] === 'rejected' && { votes: { ...VOTES, yes: 1 } }),
    })),
  });

test.for<[string, Moment[], Moment[]?]>([
  ['after it was recorded', [write('after', 'portal')]],
  ['before the first case is answered', [write('before', 'workflow')]],
  ['between the first case and the second', [write('after', 'workflow')]],
  ['between the second case and the third', [write('after', 'workflow', 2)]],
  ['when all cases are answered and nobody has noted it', [write('before', 'workflow', 4)]],
  ['when it is noted and the execution was not told', [write('after', 'workflow', 4)]],
  [
    'between two cases, and between the next two when it starts again',
    [write('after', 'workflow')],
    [write('after', 'workflow')],
  ],
])(
  'a resolution is carried out once on each case, killed %s',
  { timeout: 120_000 },
  async ([, at, again]) => {
    const cases = [await caseWithCommittee(), await caseWithCommittee(), await caseWithCommittee()];
    const id = await convened(cases);
    const version = (await machine.inside.head(id))?.version ?? 0;
    await killedDuring(at, () => record(id, cases, version), again);
    await expectCarriedOut(id, cases);
    expect((await record(id, cases, version)).status).toBe(409);
    await machine.idle();
    await expectCarriedOut(id, cases);
  },
);

test('a resolution that was not recorded when the kill fell is recorded by the next try', {
  timeout: 120_000,
}, async () => {
  const cases = [await caseWithCommittee(), await caseWithCommittee(), await caseWithCommittee()];
  const id = await convened(cases);
  const version = (await machine.inside.head(id))?.version ?? 0;
  await killedDuring([write('before', 'portal')], () => record(id, cases, version));
  expect(await stepsOf([id, ...cases])).toEqual(['convened', 'committee', 'committee', 'committee']);
  expect((await record(id, cases, version)).status).toBe(200);
  await machine.idle();
  await expectCarriedOut(id, cases);
});

test('a cancelled session frees each of its cases, killed between two of them', {
  timeout: 120_000,
}, async () => {
  const cases = [await caseWithCommittee(), await caseWithCommittee()];
  const id = await convened(cases);
  await killedDuring([write('after', 'workflow')], () => decide('committee', id, 'cancel'));
  expect(await stepsOf([id, ...cases])).toEqual(['cancelled', 'committee', 'committee']);
  for (const of of cases) {
    expect((await machine.inside.head(of))?.about).not.toHaveProperty('session');
    const { items } = await whatOf(of);
    expect(items.filter(({ what }) => what === 'unscheduled')).toHaveLength(1);
  }
  expect(await convened(cases)).toBeTruthy();
});

test('a case is not in two sessions, killed while it is put into one', { timeout: 120_000 }, async () => {
  const one = await caseWithCommittee();
  const [first, second] = [newId(), newId()];
  const body = { kind: 'session', on: TODAY, items: [openItem(one)] };
  await killedDuring([write('after', 'portal')], () =>
    ask('committee', 'PUT', `committee-sessions/${first}`, body),
  );
  expect((await ask('committee', 'PUT', `committee-sessions/${second}`, body)).status).toBe(409);
  // The same once more, for the answer was lost.
  expect((await ask('committee', 'PUT', `committee-sessions/${first}`, body)).status).toBe(200);
});
