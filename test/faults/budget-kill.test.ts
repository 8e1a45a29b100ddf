import { afterAll, describe, expect, test } from 'vitest';
import { balanceOf, eachStage } from '../../domain/budget/account.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { readEntries, readFrame } from '../../functions/store/ledger.ts';
import { type Application, type BudgetDeed, type BudgetDeedName, budgetDeeds } from './budget-deeds.ts';
import { type BudgetKillPoint, budgetKillPoints } from './budget-kill-points.ts';
import { expectDriven, partsOf } from './expect-done.ts';
import { killPoints, textOf } from './kill-points.ts';
import { actUntilKilled, createLanes, type Lane, repeatableOf, sentSince } from './lanes.ts';
import type { Machine } from './machine.ts';

/** A Monday morning. */
const CLOCK = '2026-03-02T08:00:00.000Z';
const YEAR = 2027;

/** More would only wait for each other on two cores, beside another file. */
const lanes = createLanes(3, CLOCK);
afterAll(() => lanes.close());

/** The year's sums are those of its entries, and the application holds what its own entries say: money was moved once. */
const expectMoney = async ({ inside: { store } }: Machine, { id, about }: BudgetHead) => {
  const entries = await readEntries(store, YEAR);
  const { figures, sums } = await readFrame(store, YEAR);
  const { frame, ...all } = balanceOf(entries);
  expect({ figures: frame, sums: eachStage((stage) => all[stage]) }).toEqual({ figures, sums });
  const own = balanceOf(entries.filter(({ submission }) => submission === id));
  expect(eachStage((stage) => own[stage])).toEqual(about.money);
};

/** What an application leaves in the table, each once. */
const wholeParts = ({ about, log }: BudgetHead) =>
  [
    'HEAD',
    'DRAFT',
    ...Array<string>(about.sent).fill('VERSION'),
    ...Array<string>(about.notes).fill('NOTE'),
    ...Array<string>(log.n).fill('LOG'),
  ].sort();

const logOf = async (machine: Machine, id: string) => {
  const { body } = await machine.api.log('provider', id);
  expect(body.whole).toBe(true);
};

/** Whatever was under way is there as a whole, or not at all; by now the machine has gone on with it. */
const expectWhole = async (machine: Machine, { id }: Application): Promise<BudgetHead> => {
  const head = (await machine.inside.head(id)) as BudgetHead;
  const parts = (await partsOf(machine.inside, id)).filter((part) => part !== 'TOKEN');
  expect(parts).toEqual(wholeParts(head));
  await logOf(machine, id);
  await expectMoney(machine, head);
  return head;
};

const expectDone = async (machine: Machine, deed: BudgetDeed, of: Application) => {
  const head = await expectWhole(machine, of);
  expect([head.at, head.owed, head.pendingSince]).toEqual([deed.at, {}, undefined]);
  const { requested, reserved, committed } = head.about.money;
  expect({ requested: requested.state, reserved: reserved.state, committed: committed.state }).toEqual(
    deed.holds,
  );
  const { body } = await machine.api.log('auditor', of.id);
  expect(body.items.slice(of.before.log.n).map(({ what }) => what)).toEqual(deed.log);
  await expectDriven(machine.inside, of.id);
};

/** The applicant can take it back: so ends the case, and nothing is held for it any more. */
const withdraw = async (machine: Machine, { id }: Application) => {
  const { at: step, version } = (await machine.inside.head(id)) as BudgetHead;
  const body = { step, version, action: 'withdraw' };
  expect((await machine.api.ask('provider', 'POST', `submissions/${id}/decisions`, body)).status).toBe(200);
  await machine.idle();
  await expectDriven(machine.inside, id);
  await expectMoney(machine, (await machine.inside.head(id)) as BudgetHead);
};

const counted = (of: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const one of of) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
};

/** Each mail once, but for those whose kill fell between the mail service's answer and our mark. */
const expectMails = (mails: readonly string[], wanted: readonly string[], repeatable: readonly string[]) => {
  const [sent, due, again] = [counted(mails), counted(wanted), counted(repeatable)];
  expect(new Set(sent.keys())).toEqual(new Set(due.keys()));
  for (const [to, count] of sent) {
    expect(count).toBeGreaterThanOrEqual(due.get(to) ?? 0);
    expect(count).toBeLessThanOrEqual((due.get(to) ?? 0) + (again.get(to) ?? 0));
  }
};

const survive = async (lane: Lane, { during, at, again }: BudgetKillPoint) => {
  const deed: BudgetDeed = budgetDeeds[during];
  const first = await lanes.started(lane);
  const of = await deed.prepare(first);
  const mailsBefore = (await first.mails()).length;
  await first.arm(at);
  const status = await actUntilKilled(first, () => deed.act(first, of));
  const repeatable = repeatableOf(lane);

  const machine = await lanes.restarted(lane, again);
  if (again) repeatable.push(...repeatableOf(lane));
  await expectWhole(machine, of);
  if (status !== undefined) expect(status).toBe(deed.statuses[0]);
  const repeat = await deed.act(machine, of);
  if (status === undefined) expect(deed.statuses).toContain(repeat.status);
  else expect(repeat.status).toBe(deed.statuses[1]);
  await machine.idle();
  await expectDone(machine, deed, of);
  await deed.leaves?.(machine, of, repeat.body);
  expectMails(await sentSince(machine, mailsBefore), deed.mails, repeatable);
  await withdraw(machine, of);
};

describe.concurrent('killed', { timeout: 600_000 }, () => {
  test.for(budgetKillPoints.map((point) => [`during ${point.during}, ${textOf(point)}`, point] as const))(
    '%s',
    ([, point]) => lanes.use((lane) => survive(lane, point)),
  );
});

/** Every call at which something is killed, here or in kill-points.ts: those that only read change nothing. */
const killedAt = new Set(
  [...killPoints, ...budgetKillPoints].flatMap(({ at }) => at).map(({ call, by }) => `${call} by ${by}`),
);
const reads = /GetItem|Query|GetObject|HeadObject|:apply/;

describe.concurrent('not killed', { timeout: 600_000 }, () => {
  test.for(Object.keys(budgetDeeds) as BudgetDeedName[])(
    '%s is done once and as a whole, and the tables of points leave out no effect of it',
    (name) =>
      lanes.use(async (lane) => {
        const machine = await lanes.started(lane);
        const deed: BudgetDeed = budgetDeeds[name];
        const of = await deed.prepare(machine);
        const before = (await machine.mails()).length;
        await machine.arm([]);
        expect((await deed.act(machine, of)).status).toBe(deed.statuses[0]);
        await machine.idle();
        const effects = (await machine.trace()).filter((call) => !reads.test(call));
        expect(effects.filter((call) => !killedAt.has(call))).toEqual([]);
        await expectDone(machine, deed, of);
        expectMails(await sentSince(machine, before), deed.mails, []);
        await withdraw(machine, of);
      }),
  );
});
