import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { startTestServer, type TestServer } from '../server.ts';

const TODAY = '2026-04-28';
const RESULT = 'Der Kreisrechtsausschuss hat am 28.04.2026 entschieden.';

let server: TestServer;
let cases: BudgetCases;
beforeAll(async () => {
  server = await startTestServer();
  cases = budgetCases(server);
  await cases.frame();
});
afterAll(() => server.close());

/** A grant that was posted today and objected to. */
const objected = async () => {
  const id = await cases.goTo(await cases.submitted(), 'announce');
  await cases.decide('clerk', id, 'post', { sentOn: TODAY });
  await cases.decide('clerk', id, 'object', { receivedOn: TODAY, comment: 'Schreiben vom 28.04.' });
  return id;
};
const file = async (id: string, as = 'provider') =>
  (await server.api('GET', `/api/budget-applications/${id}`, { as })).body;
const textsOf = async (id: string, as?: string) =>
  (await file(id, as)).notes.map(({ text }: { text?: string }) => text);
const committed = async (id: string) => (await cases.headOf(id)).about.money.committed.state;

describe('an objection', () => {
  test('that the appeal board upholds the notice against is over, and the money stays where it was', async () => {
    const id = await objected();
    expect(await file(id)).toMatchObject({ at: 'objection', objectedOn: TODAY });
    await cases.decide('clerk', id, 'refer');
    expect(await cases.at(id)).toBe('appeal');
    expect((await server.decide('clerk', id, 'uphold')).body.errors).toMatchObject([{ path: 'comment' }]);
    await cases.decide('clerk', id, 'uphold', { comment: RESULT });
    expect([await cases.at(id), await committed(id)]).toEqual(['final', 42_740_74]);
    // Both sides read the result.
    for (const as of ['provider', 'auditor']) expect(await textsOf(id, as)).toContain(RESULT);
  });

  test('that succeeds leads to a new decision, and the notice before it stays with the file', async () => {
    const id = await objected();
    await cases.decide('clerk', id, 'refer');
    await cases.decide('clerk', id, 'overturn', { comment: RESULT });
    const { at, about } = await cases.headOf(id);
    expect([at, about.announced, about.decision, about.earlier?.length]).toEqual([
      'decision',
      undefined,
      undefined,
      1,
    ]);
    // What was granted stays granted until something else is decided.
    expect(await committed(id)).toBe(42_740_74);
    expect(await textsOf(id)).toContain(RESULT);
    await cases.decide('clerk', id, 'grant');
    await cases.goTo(id, 'announce');
    await cases.decide('clerk', id, 'post', { sentOn: TODAY });
    expect([await cases.at(id), await committed(id)]).toEqual(['objection-period', 42_740_74]);
  });

  test('that is taken back leaves the time to object as it was: another one can come, and nothing is paid before it ends', async () => {
    const id = await objected();
    await cases.decide('clerk', id, 'take-back', { comment: 'Schreiben vom 28.04., zurückgenommen.' });
    const back = await cases.headOf(id);
    // Until 2 June, a month after the fourth day after the posting, and three working days to enter what came on it.
    expect(back).toMatchObject({ at: 'objection-period', due: '2026-06-08T22:00:00.000Z' });
    expect(back.about.grant).toBeUndefined();
    await cases.decide('clerk', id, 'object', { receivedOn: TODAY, comment: 'Noch ein Schreiben.' });
    expect(await cases.at(id)).toBe('objection');
  });

  test('is the office’s to record: the provider has no button for it', async () => {
    const id = await cases.goTo(await cases.submitted(), 'announce');
    await cases.decide('clerk', id, 'post', { sentOn: TODAY });
    const { body } = await server.api('GET', `/api/submissions/${id}`, { as: 'provider' });
    expect(body.actions).toEqual(['withdraw']);
    for (const action of ['object', 'waive'])
      expect((await server.decide('provider', id, action, { receivedOn: TODAY })).status, action).toBe(403);
    expect(await cases.at(id)).toBe('objection-period');
  });
});

test('whoever waives an objection in writing has a final notice at once', async () => {
  const id = await cases.goTo(await cases.submitted(), 'announce');
  await cases.decide('clerk', id, 'post', { sentOn: TODAY });
  for (const receivedOn of ['2026-04-27', '2026-04-29'])
    expect((await server.decide('clerk', id, 'waive', { receivedOn })).body.errors).toMatchObject([
      { path: 'receivedOn' },
    ]);
  await cases.decide('clerk', id, 'waive', { receivedOn: TODAY });
  expect(await cases.headOf(id)).toMatchObject({ at: 'final', about: { waivedOn: TODAY } });
});

describe('an application is withdrawn by its provider, and holds nothing then,', () => {
  const posted = async () => {
    const id = await cases.goTo(await cases.submitted(), 'announce');
    await cases.decide('clerk', id, 'post', { sentOn: TODAY });
    return id;
  };
  const ways: [at: string, reach: () => Promise<string>][] = [
    ...['completeness', 'opinion', 'decision', 'approval', 'announce'].map(
      (goal): [string, () => Promise<string>] => [
        goal,
        async () => cases.goTo(await cases.submitted(), goal),
      ],
    ),
    [
      'queries',
      async () => {
        const id = await cases.submitted();
        await cases.decide('clerk', id, 'query', { fields: [{ path: 'goals', reason: 'Warum?' }] });
        return id;
      },
    ],
    [
      'hearing',
      async () => {
        const id = await cases.goTo(await cases.submitted(), 'decision');
        await cases.decide('clerk', id, 'refuse', { comment: 'Kein Bedarf.' });
        return id;
      },
    ],
    ['objection-period', posted],
    ['objection', objected],
    [
      'appeal',
      async () => {
        const id = await objected();
        await cases.decide('clerk', id, 'refer');
        return id;
      },
    ],
  ];

  test.each(ways)('when it lies in %s', async (goal, reach) => {
    const id = await reach();
    expect(await cases.at(id)).toBe(goal);
    await cases.decide('provider', id, 'withdraw');
    const { at, about } = await cases.headOf(id);
    const held = Object.values(about.money).flatMap((amounts) => Object.values(amounts));
    expect([at, Math.max(...held)]).toEqual(['withdrawn', 0]);
    expect((await server.api('GET', '/api/budgets/2027', { as: 'treasurer' })).body.agrees).toBe(true);
  });
});
