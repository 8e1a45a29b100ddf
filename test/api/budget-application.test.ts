import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.api('PUT', '/api/budgets/2027', {
    as: 'treasurer',
    body: { state: 'in-force', figure: 133_920_900, voluntary: 0 },
  });
});
afterAll(() => server.close());

const save = (id: string, body: unknown, { as = 'provider', seen }: { as?: string; seen?: number } = {}) =>
  server.api('PUT', `/api/budget-applications/${id}`, {
    as,
    body,
    ...(seen !== undefined && { headers: { 'if-match': `"${seen}"` } }),
  });
const send = async (id: string, saved: number) => {
  const sent = await server.api('POST', `/api/budget-applications/${id}/submission`, {
    as: 'provider',
    body: { saved },
  });
  await server.idle();
  return sent;
};
const submitted = async (change: object = {}) => {
  const id = newId();
  await save(id, { ...budgetApplicationExample, ...change });
  const { status } = await send(id, 1);
  expect(status).toBe(200);
  return id;
};
const at = async (id: string, as = 'clerk') =>
  (await server.api('GET', `/api/submissions/${id}`, { as })).body.at;

describe('a budget application', () => {
  test('goes from the draft to the draft of its decision, and its money with it', async () => {
    const id = await submitted();
    expect(await at(id)).toBe('completeness');
    await server.decide('clerk', id, 'complete');
    await server.decide('coordinator', id, 'recommend', { comment: 'Der Bedarf ist belegt.' });
    expect(await at(id)).toBe('decision');
    const { body } = await server.api('GET', '/api/budgets/2027', { as: 'treasurer' });
    expect(body).toMatchObject({
      agrees: true,
      sums: { reserved: { state: 4_274_074, county: 2_849_382, voluntary: 0 } },
    });
    await server.decide('clerk-2', id, 'grant');
    expect(await at(id)).toBe('approval');
  });

  test('that two people write is saved by the second only from the state of the first', async () => {
    const id = newId();
    expect((await save(id, { reasons: 'eins' })).status).toBe(201);
    expect((await save(id, { reasons: 'zwei' }, { seen: 1 })).status).toBe(200);
    const late = await save(id, { reasons: 'drei' }, { seen: 1 });
    expect([late.status, late.body.type, late.body.current.version]).toEqual([
      409,
      '/problems/changed-meanwhile',
      2,
    ]);
    const again = await save(id, { reasons: 'zwei' }, { seen: 1 });
    expect([again.status, again.body.saved]).toEqual([200, 2]);
    const { body } = await server.api('GET', `/api/budget-applications/${id}`, { as: 'provider' });
    expect(body.answers).toEqual({ reasons: 'zwei' });
  });

  test('is changed after a query in the named fields only', async () => {
    const id = await submitted();
    const fields = [{ path: 'reasons', reason: 'Bitte genauer.' }];
    await server.decide('clerk', id, 'query', { fields });
    expect(await at(id, 'provider')).toBe('queries');
    const other = await save(id, { ...budgetApplicationExample, goals: 'anders' }, { seen: 1 });
    expect([other.status, other.body.errors]).toEqual([
      422,
      [{ path: 'goals', message: 'Dieses Feld ist nicht zur Korrektur offen.' }],
    ]);
    const named = await save(id, { ...budgetApplicationExample, reasons: 'genauer' }, { seen: 1 });
    expect(named.status).toBe(200);
    expect((await send(id, 2)).status).toBe(200);
    expect(await at(id)).toBe('completeness');
  });
});
