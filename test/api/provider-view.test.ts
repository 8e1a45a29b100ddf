import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dateOf } from '../../domain/calendar/due.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { budgetCases } from '../budget-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
let id: string;
beforeAll(async () => {
  server = await startTestServer();
  await server.api('PUT', '/api/budgets/2027', {
    as: 'treasurer',
    body: { state: 'in-force', figure: 133_920_900, voluntary: 0 },
  });
  id = newId();
  await server.api('PUT', `/api/budget-applications/${id}`, {
    as: 'provider',
    body: budgetApplicationExample,
  });
  await server.api('POST', `/api/budget-applications/${id}/submission`, {
    as: 'provider',
    body: { saved: 1 },
  });
  await server.idle();
  await server.decide('clerk', id, 'complete');
  await server.decide('coordinator', id, 'recommend', { comment: 'Der Bedarf ist belegt.' });
  await server.decide('clerk-2', id, 'refuse', { comment: 'Es reicht nicht.' });
});
afterAll(() => server.close());

const logOf = async (as: string): Promise<string[]> =>
  (await server.api('GET', `/api/submissions/${id}/log`, { as })).body.items.map(
    ({ what }: { what: string }) => what,
  );

test('a provider knows which Kitas it runs, and since when', async () => {
  const { body } = await server.api('GET', '/api/me', { as: 'provider' });
  expect(body.providerName).toBe('Verbandsgemeinde Alzey-Land');
  expect(body.provides).toContainEqual({
    id: 'biebelnheim',
    name: 'Kita Biebelnheim',
    place: 'Biebelnheim',
    from: '2025-01-01',
  });
  expect((await server.api('GET', '/api/me', { as: 'clerk' })).body.provides).toBeUndefined();
});

test('an application says what a full week is in this county', async () => {
  const { body } = await server.api('GET', `/api/budget-applications/${id}`, { as: 'provider' });
  expect(body.fullWeek).toBe(3_900);
});

describe('what the office does with an application', () => {
  test('is in the log for the office, not for the provider and the Kita', async () => {
    await server.api('POST', `/api/budget-applications/${id}/cosignatures`, {
      as: 'kita',
      body: { kita: 'biebelnheim', agrees: true },
    });
    expect(await logOf('head')).toEqual(
      expect.arrayContaining(['submit', 'complete', 'recommend', 'reserved', 'refuse', 'hearing']),
    );
    // In the hearing the provider learns what is intended.
    expect(await logOf('provider')).toEqual(['drafted', 'submit', 'refuse', 'hearing', 'cosigned']);
    expect(await logOf('kita')).toEqual(['submit', 'cosigned']);
  });

  test('tells a Kita nothing of the hearing, wherever it looks', async () => {
    const look = async (path: string) => (await server.api('GET', path, { as: 'kita' })).body;
    const list = (query: string) => look(`/api/submissions?form=budget-application&year=2027${query}`);
    const [listed] = (await list('')).items;
    expect(listed).toMatchObject({ id, at: 'decision', turn: 'clerk' });
    for (const one of [listed, await look(`/api/submissions/${id}`)]) {
      expect(one.at).toBe('decision');
      expect([one.due, one.answerBy]).toEqual([undefined, undefined]);
    }
    expect((await list('&state=hearing')).items).toEqual([]);
    expect((await look(`/api/budget-applications/${id}`)).at).toBe('decision');
    // Its provider, who is heard, and the office know better.
    for (const as of ['provider', 'clerk'])
      expect((await server.api('GET', `/api/submissions/${id}`, { as })).body.at).toBe('hearing');
  });

  test('stays inside when it is withdrawn before anything was announced', async () => {
    await server.decide('provider', id, 'withdraw');
    expect(await logOf('provider')).toEqual(['drafted', 'submit', 'hearing', 'cosigned', 'withdraw']);
    const { body } = await server.api('GET', `/api/budget-applications/${id}`, { as: 'provider' });
    expect(body.notes.map(({ action }: { action: string }) => action)).toEqual([]);
  });
});

describe('a draft that the head gave back', () => {
  const DISCARDED = 'Die Stelle überzeugt uns nicht.';

  test('is none of the provider’s business, not even after the notice on another was announced', async () => {
    const cases = budgetCases(server);
    const other = await cases.submitted();
    await cases.goTo(other, 'decision');
    const granted = {
      positions: budgetApplicationExample.positions.map(({ id: of }) => ({ id: of, amount: 10_000_00 })),
    };
    const parts = { ...granted, training: 0, thirdParty: 2_500_00 };
    await cases.decide('clerk', other, 'partial', { comment: DISCARDED, granted: parts });
    await cases.decide('head', other, 'return', { comment: 'Bitte voll bewilligen.' });
    await cases.goTo(other, 'announce');
    await cases.decide('clerk', other, 'post', { sentOn: dateOf(server.clock.now()) });
    const file = (as: string) => server.api('GET', `/api/budget-applications/${other}`, { as });
    const log = async (as: string) =>
      (await server.api('GET', `/api/submissions/${other}/log`, { as })).body.items.map(
        ({ what }: { what: string }) => what,
      );
    expect((await file('auditor')).text).toContain(DISCARDED);
    expect((await file('provider')).text).not.toContain(DISCARDED);
    expect(await log('provider')).toEqual(['drafted', 'submit', 'grant', 'post']);
    expect(await log('auditor')).toEqual(expect.arrayContaining(['partial', 'return', 'grant']));
  });
});
