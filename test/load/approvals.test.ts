import { fork } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { balanceOf, eachStage } from '../../domain/budget/account.ts';
import { amountsOf, totalOf } from '../../domain/budget/amounts.ts';
import { effectOf } from '../../domain/budget/effect.ts';
import { type Entry, entriesOf } from '../../domain/budget/entry.ts';
import { movementsBetween, NO_HOLDING } from '../../domain/budget/holding.ts';
import { dateOf } from '../../domain/calendar/due.ts';
import { aBudgetHead } from '../../domain/forms/budget-application/a-budget-head.test-data.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { readHeads } from '../../functions/store/head-lists.ts';
import { headItem } from '../../functions/store/heads.ts';
import { ledgerWrites, readEntries } from '../../functions/store/ledger.ts';
import { transact } from '../../functions/store/transact.ts';
import { issuerOf } from '../../local/login/tokens.ts';
import { type BudgetCases, budgetCases, SHA } from '../budget-cases.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';
import type { Approved, Orders } from './approve.test-program.ts';

const CASES = 500;
/** As many processes, each with an instance of the function. */
const PROCESSES = 4;
const YEAR = 2027;

let server: TestServer;
let cases: BudgetCases;
let ids: string[];
beforeAll(async () => {
  // Nobody is to be written to here, and that is said a thousand times.
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'ERROR');
  server = await startTestServer();
  cases = budgetCases(server);
  for (const id of ['clerk', 'clerk-2', 'head-2', 'provider']) await cases.person(id, { roles: ['admin'] });
  await cases.frame({ figure: 1_000_000_000 });
  ids = Array.from({ length: CASES }, newId);
  for (let n = 0; n < CASES; n += 50)
    await Promise.all(ids.slice(n, n + 50).map((id, m) => inApproval(id, n + m)));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

/** Sums that differ, from 900.00 to 1,399.00 €: what does not fit any more depends on who was faster. */
const amountOf = (n: number) => 900_00 + ((n * 7_919) % CASES) * 100;

/** A case that lies with the head, its money reserved and its document looked at, as if it had come that way. */
const inApproval = async (id: string, n: number) => {
  const { store } = server;
  const at = server.clock.now();
  const amount = amountOf(n);
  const money = { ...NO_HOLDING, reserved: amountsOf(amount) };
  const head = aBudgetHead({
    id,
    at: 'approval',
    createdAt: at,
    since: at,
    runSince: at,
    due: '2026-12-01T23:00:00.000Z',
    log: { n: 0, hash: '' },
    about: {
      provider: 'vg-alzey-land',
      year: YEAR,
      applied: amount,
      money,
      notes: 1,
      decision: { kind: 'grant', amount, voluntary: 0, note: 1 },
      notice: { sha256: SHA, for: 'head', on: dateOf(at) },
    },
  });
  const movements = movementsBetween(NO_HOLDING, money);
  const entries = entriesOf(movements, { act: `${id}.0`, at, by: { system: true }, submission: id });
  const policy = { commitProvisional: false };
  const failed = await transact(store, [
    { Put: { TableName: store.table, Item: headItem(head) } },
    ...ledgerWrites(store, YEAR, { effect: effectOf(movements), entries }, { policy }),
  ]);
  expect(failed).toBeUndefined();
};

/** A process that is ready to approve these. @returns how to let it, and hear what it was answered */
const instance = async (mine: readonly string[]) => {
  const orders: Orders = { ids: mine, issuer: issuerOf(server.url), now: server.clock.now(), document: SHA };
  const child = fork(join(import.meta.dirname, 'approve.test-program.ts'), [JSON.stringify(orders)]);
  const said = <T>() =>
    new Promise<T>((resolve, reject) => {
      child.once('message', (message) => resolve(message as T));
      child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)));
    });
  await said();
  return async () => {
    const answer = said<{ approved: Approved[] }>();
    child.send('now');
    return (await answer).approved;
  };
};

test('five hundred approvals at the same moment, in several processes: never a cent above the frame', async () => {
  // The state's figure is cut to about a third of what is reserved: 60 % of 190,000.00 €.
  await cases.frame({ figure: 114_000_00 });
  const share = CASES / PROCESSES;
  const parts = Array.from({ length: PROCESSES }, (_, n) => ids.slice(n * share, (n + 1) * share));
  const instances = await Promise.all(parts.map(instance));
  const answers = (await Promise.all(instances.map((go) => go()))).flat();
  await server.idle();

  const won = answers.filter(({ status }) => status === 200);
  const lost = answers.filter(({ status }) => status !== 200);
  expect(answers).toHaveLength(CASES);
  expect(won.length).toBeGreaterThan(100);
  expect(lost.length).toBeGreaterThan(100);
  for (const { at } of won) expect(at).toBe('announce');
  for (const { status, type, at } of lost)
    expect([status, type, at]).toEqual([409, '/problems/frame-exhausted', 'waiting']);

  const { body } = await server.api('GET', `/api/budgets/${YEAR}`, { as: 'treasurer' });
  expect(body.agrees).toBe(true);
  const granted = won.reduce((sum, { id }) => sum + amountOf(ids.indexOf(id)), 0);
  expect(totalOf(body.sums.committed)).toBe(granted);
  expect(granted).toBeLessThanOrEqual(190_000_00);
  expect(body.uncommitted.regular).toBe(190_000_00 - granted);
  expect(totalOf(body.sums.reserved)).toBe(0);
  // Nobody lost who would have fitted: what is left would not do for any of them.
  for (const { id } of lost) expect(amountOf(ids.indexOf(id))).toBeGreaterThan(body.uncommitted.regular);

  // Every head says what its entries say, and stands where its answer says.
  const entries = await readEntries(server.store, YEAR);
  const of = Map.groupBy(entries, ({ submission = '' }: Entry) => submission);
  const heads = (await readHeads(
    server.store,
    ids.map((id) => `S#${id}`),
  )) as BudgetHead[];
  expect(heads).toHaveLength(CASES);
  const stands = new Map(answers.map(({ id, at }) => [id, at]));
  for (const { id, at, about, owed, log } of heads) {
    const balances = balanceOf(of.get(id) ?? []);
    expect(eachStage((stage) => balances[stage])).toEqual(about.money);
    expect([at, owed, log.n]).toEqual([stands.get(id), {}, 1]);
  }
}, 300_000);
