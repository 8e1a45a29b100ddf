import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SubmissionAnswer } from '../../domain/api/portal.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { changeHeadOf, readHead } from '../../functions/store/heads.ts';
import { KilledError, type Machine, type Moment, startMachine } from './machine.ts';
import { newId } from './running-case.ts';

const CLOCK = '2026-03-02T08:00:00.000Z';
const TODAY = '2026-03-02';
const SHA = 'd0c'.padEnd(64, '0');

const data = mkdtempSync(join(tmpdir(), 'bindeglied-amendments-'));
let machine: Machine;
let year = 2027;
beforeAll(async () => {
  machine = await startMachine(data, CLOCK);
});
afterAll(async () => {
  await machine.stop();
  rmSync(data, { recursive: true });
});

const ask = <Body>(user: string, method: string, path: string, body?: unknown) =>
  machine.api.ask<Body>(user, method, path, body);
const headOf = async (id: string) => (await readHead(machine.inside.store, id)) as BudgetHead;

const decide = async (user: string, id: string, action: string, more: object = {}) => {
  const { body } = await ask<SubmissionAnswer>(user, 'GET', `submissions/${id}`);
  const { at: step, version } = body;
  return ask(user, 'POST', `submissions/${id}/decisions`, { step, action, version, ...more });
};
const decided = async (...given: Parameters<typeof decide>) => {
  expect((await decide(...given)).status).toBe(200);
  await machine.idle();
};
const looked = (id: string) =>
  changeHeadOf(machine.inside.store, 'budget-application', id, (now) => ({
    head: { ...now, about: { ...now.about, notice: { sha256: SHA, for: 'head', on: TODAY } } },
  }));

/** A grant of a year of its own that nobody objects to any more. */
const granted = async (): Promise<string> => {
  const id = newId();
  const answers = JSON.parse(JSON.stringify(budgetApplicationExample).replaceAll('2027', String(year)));
  await ask('provider', 'PUT', `budget-applications/${id}`, answers);
  await ask('provider', 'POST', `budget-applications/${id}/submission`, { saved: 1 });
  await machine.idle();
  await decided('clerk', id, 'complete');
  await decided('coordinator', id, 'recommend', { comment: 'Der Bedarf ist belegt.' });
  await decided('clerk', id, 'grant');
  await looked(id);
  await decided('head', id, 'approve', { document: SHA });
  await decided('clerk', id, 'post', { sentOn: TODAY });
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

const killedDuring = async (at: readonly Moment[], act: () => Promise<unknown>) => {
  await machine.arm(at);
  try {
    await act();
    await machine.idle();
  } catch (error) {
    if (!(error instanceof KilledError || error instanceof TypeError)) throw error;
  }
  await machine.dead();
  await machine.stop();
  machine = await startMachine(data, CLOCK);
  await machine.idle();
};

/** By how much a rise changes the state's share of one of the year's grants, all of which are alike (cents). */
const differenceOf = async (id: string, rise: object): Promise<number> => {
  const path = `tariff-rises/${id}/preview`;
  const { body } = await ask<{ items: { difference: { state: number } }[] }>('clerk', 'POST', path, rise);
  return body.items[0]?.difference.state ?? 0;
};

const write = (phase: Moment['phase'], by: string, nth = 1): Moment => ({
  call: 'dynamodb TransactWriteItems',
  phase,
  by,
  nth,
});

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
    await looked(amendment);
    const before = (await headOf(grant)).about.money.committed;
    await killedDuring(at, () => decide('head', amendment, 'approve', { document: SHA }));
    const { about } = await headOf(grant);
    expect(about.money.committed.state - before.state).toBe(isDone ? difference : 0);
    expect((await headOf(amendment)).about.money.reserved.state).toBe(isDone ? 0 : difference);
    expect(about.amended?.map((one) => one.id)).toEqual(isDone ? [amendment] : undefined);
    expect(await agrees()).toBe(true);
  },
);
