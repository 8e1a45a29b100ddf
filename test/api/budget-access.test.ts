import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../domain/api/routes.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

/** How somebody stands to the application of this file, which was sent and lies in the check. */
type Standing = 'provider' | 'other provider' | 'kita' | 'office' | 'head' | 'treasurer' | 'nobody';
/** `clerk`: where a clerk may do what the rest of the office may not. */
type Expected = Record<Standing, number> & { clerk?: number };

const every = (status: number, more: Partial<Expected> = {}): Expected => ({
  provider: status,
  'other provider': status,
  kita: status,
  office: status,
  head: status,
  treasurer: status,
  nobody: status,
  ...more,
});
/** For whom the application exists: everybody else is told the same as of one that is not there. */
const seen = (provider: number, kita: number, office: number): Expected =>
  every(404, { provider, kita, office, head: office, treasurer: office });
const READS = { office: 200, head: 200, treasurer: 200 };

/** What each route of the budget answers to whom. The committee's office is nobody until a case lies with it. */
const expected: Record<string, Expected> = {
  // It is not open for writing: its own provider is told so, another one finds nothing, others are no provider.
  'PUT /api/budget-applications/{id}': every(403, { provider: 409, 'other provider': 404 }),
  'GET /api/budget-applications/{id}': seen(200, 200, 200),
  'POST /api/budget-applications/{id}/submission': seen(409, 403, 403),
  'POST /api/budget-applications/{id}/cosignatures': seen(403, 204, 403),
  // Nothing is granted yet that could be amended. For the office the clerk files an amendment, and nobody else.
  'POST /api/budget-applications/{id}/amendments': { ...seen(409, 403, 403), clerk: 409 },
  'POST /api/budget-applications/{id}/attachments': seen(409, 403, 403),
  // A file that is not there; who may have no files at all is told so.
  'POST /api/budget-applications/{id}/attachments/{file}/check': seen(404, 403, 403),
  'GET /api/budget-applications/{id}/attachments/{file}': seen(404, 403, 404),
  'POST /api/budget-applications/{id}/attachments/{file}/removal': seen(409, 403, 403),
  // It goes on from nothing.
  'POST /api/budget-applications/{id}/advances': { ...seen(403, 403, 403), clerk: 409 },
  // It is no grant yet.
  'GET /api/budget-applications/{id}/payments': every(404),
  'POST /api/budget-applications/{id}/payee': every(404),
  'POST /api/budget-applications/{id}/payee/confirmation': every(404),
  'POST /api/budget-applications/{id}/payee/rejection': every(404),
  'GET /api/budgets/{year}': every(403, READS),
  'GET /api/budgets/{year}/entries': every(403, READS),
  'GET /api/budgets/{year}/overview': every(403, READS),
  // Of which line is not said.
  'GET /api/budgets/{year}/overview/applications': every(403, { office: 422, head: 422, treasurer: 422 }),
  'GET /api/budgets/{year}/closing': every(403, READS),
  // From a state of the frame that it does not have.
  'PUT /api/budgets/{year}': every(403, { treasurer: 409 }),
  'GET /api/budgets/{year}/corrections': every(403, READS),
  // Of an entry that the year does not have.
  'POST /api/budgets/{year}/corrections': every(403, { treasurer: 422 }),
  // Of a proposal that nobody made.
  'POST /api/budgets/{year}/corrections/{id}/confirmation': every(403, { head: 404, treasurer: 404 }),
  'POST /api/budgets/{year}/corrections/{id}/rejection': every(403, { head: 404, treasurer: 404 }),
};

const bodies: Record<string, () => unknown> = {
  'PUT /api/budget-applications/{id}': () => budgetApplicationExample,
  'POST /api/budget-applications/{id}/submission': () => ({ saved: 1 }),
  'POST /api/budget-applications/{id}/cosignatures': () => ({ kita: 'biebelnheim', agrees: true }),
  'POST /api/budget-applications/{id}/amendments': () => ({ id: newId(), reason: 'positions' }),
  'POST /api/budget-applications/{id}/attachments': () => ({ name: 'Konzept.pdf', size: 1_000 }),
  'POST /api/budget-applications/{id}/advances': () => ({ months: 1 }),
  'POST /api/budget-applications/{id}/payee': () => ({ holder: 'X', iban: 'DE02120300000000202051' }),
  'POST /api/budget-applications/{id}/payee/confirmation': () => ({ iban: 'DE02120300000000202051' }),
  'POST /api/budget-applications/{id}/payee/rejection': () => ({ iban: 'DE02120300000000202051' }),
  'PUT /api/budgets/{year}': () => ({ state: 'in-force', figure: 1, voluntary: 0 }),
  'POST /api/budgets/{year}/corrections': () => ({
    id: newId(),
    corrects: 'frame.2027.9.1',
    amounts: { state: 3, county: 2, voluntary: 0 },
    reason: 'Zahlendreher',
  }),
  'POST /api/budgets/{year}/corrections/{id}/rejection': () => ({ reason: 'Die Buchung stimmt.' }),
};

const OFFICE = ['clerk', 'coordinator', 'auditor'];
const standingOf = ({ roles, provider, kitas }: TestServer['people'][number]): Standing => {
  if (roles.includes('provider')) return provider === 'vg-alzey-land' ? 'provider' : 'other provider';
  if (roles.includes('kita')) return kitas.includes('biebelnheim') ? 'kita' : 'nobody';
  if (roles.includes('treasurer')) return 'treasurer';
  if (roles.includes('head')) return 'head';
  return roles.some((role) => OFFICE.includes(role)) ? 'office' : 'nobody';
};

let server: TestServer;
let cases: BudgetCases;
let id: string;
beforeAll(async () => {
  server = await startTestServer();
  cases = budgetCases(server);
  await cases.frame();
  id = await cases.submitted();
});
afterAll(() => server.close());

const ask = (key: string, as: string, of = id) => {
  const [method = '', path = ''] = key.split(' ');
  return server.api(method, path.replace('{id}', of).replace('{year}', '2027').replace('{file}', newId()), {
    as,
    body: bodies[key]?.(),
  });
};

describe('who may do what with an application and a budget', () => {
  test('the table names every route', () => {
    const keys = routes
      .filter(({ path }) => path.startsWith('/api/budget'))
      .map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(expected).sort()).toEqual(keys.sort());
  });

  test.each(Object.keys(expected))('%s', async (key) => {
    for (const person of server.people) {
      const { status } = await ask(key, person.id);
      const clerks = person.roles.includes('clerk') ? expected[key]?.clerk : undefined;
      expect([person.id, status]).toEqual([person.id, clerks ?? expected[key]?.[standingOf(person)]]);
    }
  });

  test.each(
    Object.keys(expected).filter((key) => key.includes('applications/{id}') && !key.startsWith('PUT')),
  )('%s answers the same of what is not theirs and of what is not there', async (key) => {
    for (const as of ['provider-2', 'kita-2', 'committee', 'social-worker', 'admin']) {
      const [theirs, none, noId] = await Promise.all([
        ask(key, as),
        ask(key, as, newId()),
        ask(key, as, 'x'),
      ]);
      expect([theirs.status, theirs.body]).toEqual([none.status, none.body]);
      expect([noId.status, noId.body]).toEqual([none.status, none.body]);
    }
  });

  test('without a login nobody is answered anything', async () => {
    for (const key of Object.keys(expected)) {
      const [method = '', path = ''] = key.split(' ');
      const { status } = await server.api(
        method,
        path.replace('{id}', id).replace('{year}', '2027').replace('{file}', id),
        {
          body: bodies[key]?.(),
        },
      );
      expect([key, status]).toEqual([key, 401]);
    }
  });
});
