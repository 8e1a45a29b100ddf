import { expect, test } from 'vitest';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { readHead } from '../../functions/store/heads.ts';
import { announced, looked, SHA } from './announced.ts';
import type { Moment } from './machine.ts';
import { mortalMachine, write } from './mortal-machine.ts';
import { newId } from './running-case.ts';

const TODAY = '2026-03-02';

const machine = mortalMachine('amendments', `${TODAY}T08:00:00.000Z`);
const { ask, decide, decided, killedDuring } = machine;
let year = 2027;

const headOf = async (id: string) => (await readHead(machine.inside.store, id)) as BudgetHead;

/** A grant of a year of its own that nobody objects to any more. */
const granted = async (): Promise<string> => {
  const answers = JSON.parse(JSON.stringify(budgetApplicationExample).replaceAll('2027', String(year)));
  const id = await announced(machine, TODAY, answers);
  await decided('clerk', id, 'waive', { receivedOn: TODAY });
  return id;
};

/** A year with a frame and so many grants. */
const grants = async (count: number): Promise<string[]> => {
  year += 1;
  await ask('treasurer', 'PUT', `budgets/${year}`, { state: 'in-force', figure: 900_000_000, voluntary: 0 });
  const all = [];
  for (let n = 0; n < count; n += 1) all.push(await granted());
  return all;
};

/** By how much a rise changes the state's share of one of the year's grants, all of which are alike (cents). */
const differenceOf = async (id: string, rise: object): Promise<number> => {
  const path = `tariff-rises/${id}/preview`;
  const { body } = await ask<{ items: { difference: { state: number } }[] }>('clerk', 'POST', path, rise);
  return body.items[0]?.difference.state ?? 0;
};

const agrees = async () =>
  (await ask<{ agrees: boolean }>('treasurer', 'GET', `budgets/${year}`)).body.agrees;

test.for<[string, Moment[]]>([
  ['before the first was written', [write('before', 'portal')]],
  ['when the first was written', [write('after', 'portal')]],
  ['between the second and the third', [write('after', 'portal', 2)]],
])(
  'a tariff rise killed %s is finished by calling it again, once for each grant',
  { timeout: 240_000 },
  async ([, at]) => {
    const all = await grants(3);
    const id = newId();
    const rise = { year, from: `${year}-07-01`, rules: [{ percent: 300 }] };
    const state = await differenceOf(id, rise);
    expect(state).toBeGreaterThan(0);
    await killedDuring(at, () => ask('clerk', 'POST', `tariff-rises/${id}/amendments`, rise));
    const { body } = await ask('clerk', 'POST', `tariff-rises/${id}/amendments`, rise);
    await machine.idle();
    expect(body).toMatchObject({ made: 3, left: 0, open: 0 });
    const made = await Promise.all(all.map(async (grant) => (await headOf(grant)).about.amendment ?? ''));
    expect(new Set(made).size).toBe(3);
    for (const [n, amendment] of made.entries())
      expect(await headOf(amendment)).toMatchObject({
        at: 'decision',
        about: { amends: { application: all[n], rise: { id } }, money: { reserved: { state } } },
      });
    expect(await agrees()).toBe(true);
  },
);

test.for<[string, Moment[], boolean]>([
  ['before it is written', [write('before', 'portal')], false],
  ['after it was written', [write('after', 'portal')], true],
])(
  'an approval killed %s changes amendment, grant and frame together or not at all',
  { timeout: 240_000 },
  async ([, at, isDone]) => {
    const [grant = ''] = await grants(1);
    const id = newId();
    const rise = { year, from: `${year}-07-01`, rules: [{ percent: 300 }] };
    const difference = await differenceOf(id, rise);
    await ask('clerk', 'POST', `tariff-rises/${id}/amendments`, rise);
    await machine.idle();
    const amendment = (await headOf(grant)).about.amendment ?? '';
    await decided('clerk', amendment, 'grant');
    await looked(machine, amendment, TODAY);
    const before = (await headOf(grant)).about.money.committed;
    await killedDuring(at, () => decide('head', amendment, 'approve', { document: SHA }));
    const { about } = await headOf(grant);
    expect(about.money.committed.state - before.state).toBe(isDone ? difference : 0);
    expect((await headOf(amendment)).about.money.reserved.state).toBe(isDone ? 0 : difference);
    expect(about.amended?.map((one) => one.id)).toEqual(isDone ? [amendment] : undefined);
    expect(await agrees()).toBe(true);
  },
);
