import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { budgetApplicationExample as example } from '../../domain/forms/budget-application/example.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { type Answer, newId, startTestServer, type TestServer } from '../server.ts';

const NEGATIVE = 'Der Betrag darf nicht unter null liegen.';
const UNREADABLE = 'Diese Angabe können wir nicht lesen.';

/** What no amount is, and what is said of it. */
const wrong: [string, unknown, string][] = [
  ['a negative one', -1, NEGATIVE],
  ['a fraction of a cent', 0.5, UNREADABLE],
  ['a text', '100', UNREADABLE],
];

let server: TestServer;
let cases: BudgetCases;
/** Of an application that waits for its decision. */
let id: string;
beforeAll(async () => {
  server = await startTestServer();
  cases = budgetCases(server);
  await cases.frame();
  id = await cases.goTo(await cases.submitted(), 'decision');
});
afterAll(() => server.close());

/** A place in which somebody states a sum: the request, and the path at which it is refused. */
type Place = [where: string, send: (amount: unknown) => Promise<Answer<{ errors?: unknown }>>, path: string];

const places: Place[] = [
  ['of training', (training) => cases.save(newId(), { ...example, training }), 'training'],
  ['of third-party money', (thirdParty) => cases.save(newId(), { ...example, thirdParty }), 'thirdParty'],
  [
    'of a position’s cost',
    (annualCost) =>
      cases.save(newId(), {
        ...example,
        positions: example.positions.map((row, n) => (n === 1 ? { ...row, annualCost } : row)),
      }),
    'positions.1.annualCost',
  ],
  [
    'that is granted',
    (training) =>
      server.decide('clerk', id, 'partial', {
        comment: 'Ein Satz dazu.',
        granted: { positions: [], training, thirdParty: 0 },
      }),
    'granted.training',
  ],
  ['from the voluntary line', (voluntary) => server.decide('clerk', id, 'retry', { voluntary }), 'voluntary'],
  ...['figure', 'voluntary'].map(
    (field): Place => [
      `of a frame’s ${field}`,
      (amount) =>
        server.api('PUT', '/api/budgets/2030', {
          as: 'treasurer',
          body: { state: 'in-force', figure: 0, voluntary: 0, [field]: amount },
          headers: { 'if-match': '"0"' },
        }),
      field,
    ],
  ),
  [
    'of a correction',
    (state) =>
      server.api('POST', '/api/budgets/2027/corrections', {
        as: 'treasurer',
        body: {
          id: newId(),
          corrects: 'frame',
          amounts: { state, county: 0, voluntary: 0 },
          reason: 'Zahlendreher',
        },
      }),
    'amounts.state',
  ],
];

describe.each(places)('an amount %s', (_where, send, path) => {
  test.each(wrong)(
    'is refused when it is %s, with its path and a sentence',
    async (_what, amount, message) => {
      const { status, body } = await send(amount);
      expect([status, body.errors]).toEqual([422, [{ path, message }]]);
    },
  );
});

test('nothing of it was kept: the money stands where it stood', async () => {
  const { body } = await server.api('GET', '/api/budgets/2027', { as: 'treasurer' });
  expect([body.agrees, body.sums.reserved.state]).toEqual([true, 42_740_74]);
  expect((await server.api('GET', '/api/budgets/2030', { as: 'treasurer' })).body.version).toBe(0);
  expect(await cases.at(id)).toBe('decision');
});
