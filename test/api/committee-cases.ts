import { expect } from 'vitest';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { newId, type TestServer } from '../server.ts';

/** An application above the sum from which the committee resolves: 168,734.56 €. */
export const largeApplication = {
  ...budgetApplicationExample,
  positions: budgetApplicationExample.positions.map((row, n) =>
    n === 0 ? { ...row, annualCost: 147_888_00 } : row,
  ),
};
export const APPLIED = 168_734_56;

/** Enough money for every case of a test. */
export const openYear = (server: TestServer) =>
  server.api('PUT', '/api/budgets/2027', {
    as: 'treasurer',
    body: { state: 'in-force', figure: 800_000_000, voluntary: 0 },
  });

export const submitted = async (server: TestServer, change: object = {}, id = newId()): Promise<string> => {
  const saved = await server.api('PUT', `/api/budget-applications/${id}`, {
    as: 'provider',
    body: { ...largeApplication, ...change },
  });
  expect(saved.status).toBe(201);
  const sent = await server.api('POST', `/api/budget-applications/${id}/submission`, {
    as: 'provider',
    body: { saved: 1 },
  });
  expect(sent.status).toBe(200);
  await server.idle();
  return id;
};

/** A case that waits for the committee. */
export const caseWithCommittee = async (
  server: TestServer,
  change: object = {},
  named?: string,
): Promise<string> => {
  const id = await submitted(server, change, named);
  await server.decide('clerk', id, 'complete');
  await server.decide('coordinator', id, 'recommend', { comment: 'Der Bedarf ist belegt.' });
  const { body } = await server.decide('clerk-2', id, 'grant');
  expect(body.at).toBe('route');
  expect(await stepOf(server, id)).toBe('committee');
  return id;
};

export const stepOf = async (server: TestServer, id: string, as = 'clerk'): Promise<string> =>
  (await server.api('GET', `/api/submissions/${id}`, { as })).body.at;

export const saveSession = (
  server: TestServer,
  id: string,
  body: unknown,
  { as = 'committee', seen }: { as?: string; seen?: number } = {},
) =>
  server.api('PUT', `/api/committee-sessions/${id}`, {
    as,
    body,
    ...(seen !== undefined && { headers: { 'if-match': `"${seen}"` } }),
  });

export const openItem = (of: string) => ({ case: of, public: true });

/** The day on which the tests' clock starts. */
export const TODAY = '2026-04-28';

export const VOTES = { yes: 9, no: 2, abstained: 1, biased: 1 };

/** A session of today with these cases, ready to be recorded. */
export const convened = async (server: TestServer, cases: readonly string[], more: object = {}) => {
  const id = newId();
  const saved = await saveSession(server, id, {
    kind: 'session',
    on: TODAY,
    items: cases.map(openItem),
    ...more,
  });
  expect(saved.status).toBe(201);
  const { status } = await server.decide('committee', id, 'convene', { saved: 1 });
  expect(status).toBe(200);
  return id;
};

export const sessionOf = async (server: TestServer, id: string, as = 'committee') =>
  (await server.api('GET', `/api/committee-sessions/${id}`, { as })).body;
