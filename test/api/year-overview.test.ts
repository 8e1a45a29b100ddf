import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Stage, stages } from '../../domain/budget/account.ts';
import { totalOf } from '../../domain/budget/amounts.ts';
import type { Entry } from '../../domain/budget/entry.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { groupings } from '../../domain/year/overview.ts';
import { amendmentCases } from '../amendment-cases.ts';
import { type BudgetCases, budgetCases } from '../budget-cases.ts';
import { startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
let cases: BudgetCases;
let amendments: ReturnType<typeof amendmentCases>;
beforeAll(async () => {
  server = await startTestServer();
  cases = budgetCases(server);
  amendments = amendmentCases(server, cases);
  await cases.frame();
});
afterAll(() => server.close());

const read = async (part: string) =>
  (await server.api('GET', `/api/budgets/2027/${part}`, { as: 'auditor' })).body;

type Money = Record<Stage, number>;
interface Behind {
  application: string;
  share: number;
  money: Money;
  part: Money;
}

/** What the entries of an application come to in an account. */
const fromEntries = async (application: string, account: Stage): Promise<number> => {
  const { items }: { items: Entry[] } = await read(`entries?submission=${application}&account=${account}`);
  return items.reduce((sum, { to, amounts }) => sum + (to === account ? 1 : -1) * totalOf(amounts), 0);
};

/** Goes from every figure down: the applications of its line, and the entries of each. */
const goDown = async () => {
  const overview = await read('overview');
  let figures = 0;
  for (const by of groupings)
    for (const { key, money } of overview[by]) {
      const { items }: { items: Behind[] } = await read(
        `overview/applications?by=${by}&key=${encodeURIComponent(key)}`,
      );
      for (const stage of stages) {
        expect(
          items.reduce((sum, { part }) => sum + part[stage], 0),
          `${by} ${key} ${stage}`,
        ).toBe(money[stage]);
        for (const one of items)
          expect(await fromEntries(one.application, stage), `${by} ${key} ${stage}`).toBe(one.money[stage]);
        figures += 1;
      }
    }
  return figures;
};

describe('the overview of a year', () => {
  test('gives every social area the part of its Kitas, to the cent, and leads from every figure to its entries', async () => {
    const shares = [
      { kita: 'albig-muster', percent: 3_333 },
      { kita: 'biebelnheim', percent: 6_667 },
    ];
    const granted = await cases.goTo(await cases.submitted({ shares }), 'announce');
    await cases.submitted();
    await cases.goTo(await cases.submitted({ purpose: 'french' }), 'decision');
    const { area } = await read('overview');
    const committed = (wanted: string) =>
      area.find(({ key }: { key: string }) => key === wanted).money.committed;
    // 33.33 % of 71,234.56 € are 23,742.478848 €: the cent goes to the larger remainder. The other Kita has no social area.
    expect([committed('Alzey-Land Nord'), committed('none')]).toEqual([23_742_48, 47_492_08]);
    const { items } = await read('overview/applications?by=area&key=Alzey-Land%20Nord');
    expect(items.find(({ application }: Behind) => application === granted)).toMatchObject({
      share: 3_333,
      provider: { id: 'vg-alzey-land' },
      money: { committed: 71_234_56 },
      part: { committed: 23_742_48 },
    });
    expect(await goDown()).toBe((2 + 2 + 1) * stages.length);
  });

  test('follows a correction that changes shares and not the sum', async () => {
    const id = await cases.submitted();
    const before = await read('overview');
    await cases.decide('clerk', id, 'query', { fields: [{ path: 'shares', reason: 'Bitte prüfen.' }] });
    const shares = [
      { kita: 'biebelnheim', percent: 1 },
      { kita: 'albig-muster', percent: 9_999 },
    ];
    await cases.save(id, { ...budgetApplicationExample, shares }, { seen: 1 });
    expect((await cases.send(id, 2)).status).toBe(200);
    const after = await read('overview');
    expect(after.provider).toEqual(before.provider);
    expect(after.area).not.toEqual(before.area);
    await goDown();
  });

  test('follows an amendment to other shares, and an application that is withdrawn', async () => {
    const grant = await amendments.granted();
    const before = await read('overview');
    const left = [{ kind: 'kita-left', kita: 'albig-muster', on: '2027-06-30' }];
    await amendments.finished(await amendments.sent(grant, left, { reason: 'provider-changed' }));
    const after = await read('overview');
    const sum = ({ area }: typeof after, wanted: string) =>
      area.find(({ key }: { key: string }) => key === wanted).money.committed;
    expect(sum(after, 'Alzey-Land Nord')).toBeLessThan(sum(before, 'Alzey-Land Nord'));
    await cases.decide('provider', await cases.submitted(), 'withdraw');
    expect(await read('overview')).toEqual(after);
    await goDown();
  });

  test('changes nothing when it is read, and refuses lines that are none', async () => {
    const calls = await server.callsWhile(async () => {
      await read('overview');
      await read('overview/applications?by=purpose&key=kita-social-work');
    });
    expect(new Set(calls.map(({ operation }) => operation))).toEqual(
      new Set(['Invoke', 'GetItem', 'Query', 'BatchGetItem']),
    );
    for (const [query, path] of [
      ['by=colour&key=x', 'by'],
      ['by=area', 'key'],
      ['by=area&key=x&cursor=nonsense', 'cursor'],
    ]) {
      const answer = await server.api('GET', `/api/budgets/2027/overview/applications?${query}`, {
        as: 'clerk',
      });
      expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([422, path]);
    }
    const provider = await server.api('GET', '/api/budgets/2027/overview/applications?by=area&key=x', {
      as: 'provider',
    });
    expect(provider.status).toBe(403);
  });
});
