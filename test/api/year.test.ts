import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { type ProofCases, proofCases } from '../proof-cases.ts';
import { startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
let cases: BudgetCases;
let proofs: ProofCases;
beforeAll(async () => {
  server = await startTestServer({ clock: '2028-05-11T09:00:00.000Z' });
  cases = budgetCases(server);
  proofs = proofCases(server, cases);
  await cases.frame({ voluntary: 11_798_500 });
});
afterAll(() => server.close());

const read = async (part: string, as = 'treasurer') =>
  (await server.api('GET', `/api/budgets/2027/${part}`, { as })).body;
const close = async (year = 2027, more: object = {}) => {
  const { body } = await server.api('GET', `/api/budgets/${year}`, { as: 'treasurer' });
  return server.api('PUT', `/api/budgets/${year}`, {
    as: 'treasurer',
    body: { state: 'closed', figure: 133_920_900, voluntary: 11_798_500, ...more },
    headers: { 'if-match': `"${body.version}"` },
  });
};

describe('a year', () => {
  test('is closed when it is over, from a frame in force, and with the figures that it has', async () => {
    const typeOf = ({ status, body }: Awaited<ReturnType<typeof close>>) => [status, body.type];
    await cases.frame({ year: 2028 });
    expect(typeOf(await close(2028, { voluntary: 0 }))).toEqual([409, '/problems/frame-year-runs']);
    await cases.frame({ year: 2026, state: 'provisional' });
    expect(typeOf(await close(2026, { voluntary: 0 }))).toEqual([409, '/problems/frame-not-in-force']);
    expect(typeOf(await close(2027, { figure: 133_920_800 }))).toEqual([
      409,
      '/problems/frame-other-figures',
    ]);
    expect((await server.api('GET', '/api/budgets/2027', { as: 'auditor' })).body.state).toBe('in-force');
  });

  test('lists what is not settled with its reason, is closed only without it, and then takes no entry', async () => {
    const { application, id } = await proofs.filed(40_000_00);
    const waiting = await cases.submitted();
    const before = await read('closing');
    expect(before).toMatchObject({ state: 'in-force', hindering: 3, proven: 0, toState: 133_920_900 });
    expect(before.unsettled).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ application, reason: 'proof-in-check', amount: 40_000_00 }),
        expect.objectContaining({ application, reason: 'unpaid', amount: 31_234_56 }),
        expect.objectContaining({ application: waiting, reason: 'undecided', amount: 71_234_56 }),
      ]),
    );
    expect(before.unsettled[0]).toMatchObject({
      provider: expect.any(String),
      fileNumber: expect.any(String),
    });
    const refused = await close();
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/frame-unsettled']);

    await proofs.cancelOrders(application);
    await cases.decide('clerk', id, 'accept-proof');
    await cases.decide('provider', waiting, 'withdraw');
    expect(await read('closing')).toMatchObject({
      hindering: 0,
      unsettled: [],
      proven: 40_000_00,
      settlement: { state: 24_000_00, county: 16_000_00 },
      toState: 133_920_900 - 24_000_00,
      carriedOver: 0,
      released: 89_280_600 + 11_798_500 - 16_000_00,
    });
    const closed = await close();
    expect([closed.status, closed.body.state, closed.body.agrees]).toEqual([200, 'closed', true]);
    expect(await read('closing', 'auditor')).toMatchObject({
      state: 'closed',
      proven: 40_000_00,
      settlement: { state: 24_000_00, county: 16_000_00 },
      at: expect.any(String),
      by: expect.any(String),
    });
    const late = await cases.draft();
    const sent = await cases.send(late);
    expect([sent.status, sent.body.type]).toEqual([409, '/problems/frame-closed']);
    expect((await close()).body.type).toBe('/problems/frame-closed');
  });

  test('is looked at by purpose, social area and provider, from every figure down to the entries', async () => {
    const overview = await read('overview', 'clerk');
    expect(overview.purpose).toEqual([
      expect.objectContaining({
        key: 'kita-social-work',
        count: 1,
        money: expect.objectContaining({ accepted: 40_000_00, paid: 0, committed: 0 }),
      }),
    ]);
    expect(overview.provider).toMatchObject([{ key: 'vg-alzey-land', name: expect.any(String) }]);
    expect(overview.area.length).toBeGreaterThan(0);
    const entries = await read('entries?account=accepted&provider=vg-alzey-land');
    expect(entries.items).toEqual([
      expect.objectContaining({
        kind: 'accept',
        from: 'paid',
        to: 'accepted',
        amounts: { state: 24_000_00, county: 16_000_00, voluntary: 0 },
      }),
    ]);
    expect((await read('entries?purpose=french')).items).toEqual([]);
  });
});
