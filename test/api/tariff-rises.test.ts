import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { budgetApplicationExample as example } from '../../domain/forms/budget-application/example.ts';
import { amendmentCases } from '../amendment-cases.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
let cases: BudgetCases;
let amendments: ReturnType<typeof amendmentCases>;
beforeAll(async () => {
  server = await startTestServer();
  cases = budgetCases(server);
  amendments = amendmentCases(server, cases);
});
afterAll(() => server.close());

const inYear = (year: number) => JSON.parse(JSON.stringify(example).replaceAll('2027', String(year)));
const rise = (year: number, change: object = {}) => ({
  year,
  from: `${year}-07-01`,
  rules: [{ payGroup: 'S12', percent: 300 }],
  ...change,
});
const preview = (id: string, body: object, as = 'clerk') =>
  server.api('POST', `/api/tariff-rises/${id}/preview`, { as, body });
const make = async (id: string, body: object, as = 'clerk') => {
  const made = await server.api('POST', `/api/tariff-rises/${id}/amendments`, { as, body });
  await server.idle();
  return made;
};

describe('a tariff rise', () => {
  test('is shown for every grant first, and made once for each, in the draft of the decision', async () => {
    await cases.frame({ year: 2029 });
    const [first, second, other] = [
      await amendments.granted(inYear(2029)),
      await amendments.granted(inYear(2029)),
      await amendments.granted({
        ...inYear(2029),
        positions: [{ ...inYear(2029).positions[1], payGroup: 'S 8b' }],
        training: 0,
      }),
    ];
    await cases.submitted(inYear(2029));
    const id = newId();
    const shown = (await preview(id, rise(2029))).body;
    // 3 % of 50,388.00 on 184 of 365 days.
    const difference = { state: 457_22, county: 304_82, voluntary: 0 };
    expect(shown).toMatchObject({ difference: { state: 914_44, county: 609_64 } });
    const stateOf = (application: string) =>
      shown.items.find((one: { application: string }) => one.application === application);
    expect([first, second, other].map((one) => stateOf(one).state)).toEqual(['ready', 'ready', 'unaffected']);
    expect(stateOf(first)).toMatchObject({ before: 71_234_56, after: 71_996_60, difference });
    expect(shown.items).toHaveLength(3);

    expect((await make(id, rise(2029))).body).toEqual({ now: 2, made: 2, left: 0, open: 0, unaffected: 1 });
    expect((await make(id, rise(2029))).body).toMatchObject({ now: 0, made: 2, left: 0 });
    const amendment = (await cases.headOf(first)).about.amendment ?? '';
    expect(await cases.headOf(amendment)).toMatchObject({
      at: 'decision',
      about: {
        amends: { application: first, reason: 'tariff', exOfficio: true, rise: { id } },
        applied: 71_996_60,
        money: { reserved: difference },
      },
    });
    // Under one id there is one rise.
    const otherRules = await make(id, rise(2029, { rules: [{ percent: 500 }] }));
    expect([otherRules.status, otherRules.body.type]).toEqual([409, '/problems/other-body']);
    // What holds by then is no second time ready.
    await cases.decide('clerk', amendment, 'grant');
    await amendments.finished(amendment);
    expect((await make(id, rise(2029))).body).toMatchObject({ now: 0, made: 2 });
    expect((await preview(id, rise(2029))).body.items).toContainEqual(
      expect.objectContaining({ application: first, state: 'made', amendment, before: 71_234_56 }),
    );
    const { body } = await server.api('GET', '/api/budgets/2029', { as: 'treasurer' });
    expect(body.agrees).toBe(true);
  });

  test('waits for another amendment of a grant, and makes its own when that is decided', async () => {
    await cases.frame({ year: 2030 });
    const grant = await amendments.granted(inYear(2030));
    const { id: open } = await amendments.begin(grant);
    const id = newId();
    expect((await make(id, rise(2030))).body).toMatchObject({ now: 0, made: 0, open: 1 });
    await cases.decide('provider', open, 'withdraw');
    expect((await make(id, rise(2030))).body).toMatchObject({ now: 1, made: 1, open: 0 });
  });

  test('made by many at once is made once', async () => {
    await cases.frame({ year: 2031 });
    for (let n = 0; n < 3; n += 1) await amendments.granted(inYear(2031));
    const id = newId();
    const answers = await Promise.all([1, 2, 3].map(() => make(id, rise(2031))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers.reduce((sum, { body }) => sum + body.now, 0)).toBeGreaterThanOrEqual(3);
    const { body } = await server.api('GET', '/api/submissions?form=budget-application&year=2031', {
      as: 'clerk',
    });
    const made = body.items.filter((one: { amends?: object }) => one.amends);
    expect(made).toHaveLength(3);
    expect(
      new Set(made.map(({ amends }: { amends: { application: string } }) => amends.application)).size,
    ).toBe(3);
  });

  test('is the clerk’s to make, and the head’s and the treasurer’s to see', async () => {
    for (const { id: as, roles } of server.people) {
      const [seen, made] = [await preview(newId(), rise(2032), as), await make(newId(), rise(2032), as)];
      const sees = roles.some((role) => ['clerk', 'head', 'treasurer'].includes(role));
      expect([as, seen.status, made.status]).toEqual([
        as,
        sees ? 200 : 403,
        roles.includes('clerk') ? 200 : 403,
      ]);
    }
    const path = `/api/tariff-rises/${newId()}/preview`;
    expect((await server.api('POST', path, { body: rise(2032) })).status).toBe(401);
  });

  test('has rules that are told apart, and a day of its year', async () => {
    const wrong: [object, string][] = [
      [{ from: '2031-12-31' }, 'from'],
      [{ rules: [] }, 'rules'],
      [{ rules: [{ payGroup: 'S 12' }, { payGroup: 's12' }] }, 'rules'],
      [{ rules: [{ percent: 10_001 }] }, 'rules.0.percent'],
      [{ rules: [{ amount: -1 }] }, 'rules.0.amount'],
      [{ rules: [{ percent: 1, every: true }] }, 'rules.0.every'],
    ];
    for (const [change, path] of wrong) {
      const { status, body } = await preview(newId(), rise(2032, change));
      expect([status, body.errors?.[0].path]).toEqual([422, path]);
    }
  });
});
