import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Case, type Deed, type DeedName, deeds } from './deeds.ts';
import { expectDone, expectUntouchedOrWhole, goOn } from './expect-done.ts';
import { type KillPoint, killPoints, textOf } from './kill-points.ts';
import { KILL_NOTE, KilledError, type Machine, type Moment, startMachine } from './machine.ts';

/** A Monday morning. */
const CLOCK = '2026-03-02T08:00:00.000Z';

/** One data folder on which one machine after the other lives and is killed. */
interface Lane {
  data: string;
  machine?: Machine;
}

const lanes: Lane[] = Array.from({ length: 4 }, () => ({
  data: mkdtempSync(join(tmpdir(), 'bindeglied-killed-')),
}));
const free = [...lanes];
const waiting: ((lane: Lane) => void)[] = [];

const withLane = async (use: (lane: Lane) => Promise<void>) => {
  const lane = free.pop() ?? (await new Promise<Lane>((resolve) => waiting.push(resolve)));
  try {
    await use(lane);
  } catch (error) {
    // What comes after must not suffer from it.
    await lane.machine?.stop();
    lane.machine = undefined;
    lane.data = mkdtempSync(join(tmpdir(), 'bindeglied-killed-'));
    throw error;
  } finally {
    const next = waiting.shift();
    if (next) next(lane);
    else free.push(lane);
  }
};

afterAll(async () => {
  for (const { machine, data } of lanes) {
    await machine?.stop();
    rmSync(data, { recursive: true });
  }
});

const started = async (lane: Lane): Promise<Machine> => {
  lane.machine ??= await startMachine(lane.data, CLOCK);
  return lane.machine;
};

/** Does the deed until the machine is dead. @returns the answer, if there was one */
const actUntilKilled = async (machine: Machine, deed: Deed, of: Case) => {
  let status: number | undefined;
  try {
    status = (await deed.act(machine, of)).status;
    await machine.idle();
  } catch (error) {
    if (!(error instanceof KilledError || error instanceof TypeError)) throw error;
  }
  await machine.dead();
  return status;
};

const startAndDie = async (lane: Lane, at: readonly Moment[]) => {
  const ended = await startMachine(lane.data, CLOCK, at).catch((error: unknown) => error);
  if (ended instanceof KilledError) return;
  // It had just told that it is ready.
  await (ended as Machine).dead();
  await (ended as Machine).stop();
};

const restarted = async (lane: Lane, again?: readonly Moment[]) => {
  await lane.machine?.stop();
  lane.machine = undefined;
  if (again) await startAndDie(lane, again);
  const machine = await started(lane);
  await machine.idle();
  return machine;
};

const sentSince = async (machine: Machine, count: number) =>
  (await machine.mails()).slice(count).flatMap(({ to }) => to);

/** Whose mails the last kill may have repeated. */
const noteOf = (lane: Lane) => JSON.parse(readFileSync(join(lane.data, KILL_NOTE), 'utf8')) as string[];

const survive = async (lane: Lane, { during, at, again }: KillPoint) => {
  const deed: Deed = deeds[during];
  const first = await started(lane);
  const of = await deed.prepare(first);
  await first.idle();
  const mailsBefore = (await first.mails()).length;
  await first.arm(at);
  const status = await actUntilKilled(first, deed, of);
  const repeatable = noteOf(lane);

  const machine = await restarted(lane, again);
  if (again) repeatable.push(...noteOf(lane));
  if (status === undefined) await expectUntouchedOrWhole(machine, deed, of);
  else expect(status).toBe(deed.statuses[0]);
  const repeat = await deed.act(machine, of);
  if (status === undefined) expect(deed.statuses).toContain(repeat.status);
  else expect(repeat.status).toBe(deed.statuses[1]);
  await machine.idle();
  await expectDone(machine, deed, of, repeat);
  const mails = (await sentSince(machine, mailsBefore)).sort();
  const wanted = deed.mails.map((to) => (to === 'family' ? of.answers.email : to)).sort();
  // Once each, but for those whose kill fell between the mail service's answer and our mark.
  expect(new Set(mails)).toEqual(new Set(wanted));
  const more = mails.filter((to, index) => mails.indexOf(to) !== index);
  expect(repeatable).toEqual(expect.arrayContaining(more));
  expect(more.length).toBeLessThanOrEqual(repeatable.length);
  await goOn(machine, of, repeat);
};

describe.concurrent('killed', { timeout: 300_000 }, () => {
  test.for(killPoints.map((point) => [`during ${point.during}, ${textOf(point)}`, point] as const))(
    '%s',
    ([, point]) => withLane((lane) => survive(lane, point)),
  );
});

test.for(Object.keys(deeds) as DeedName[])('the table of points leaves out no effect of %s', (name) =>
  withLane(async (lane) => {
    const machine = await started(lane);
    const deed: Deed = deeds[name];
    const of = await deed.prepare(machine);
    await machine.idle();
    await machine.arm([]);
    await deed.act(machine, of);
    await machine.idle();
    const effects = (await machine.trace()).filter((call) => !/GetItem|Query|:apply/.test(call));
    const points = new Set(killPoints.flatMap(({ at }) => at).map(({ call, by }) => `${call} by ${by}`));
    expect(effects.filter((call) => !points.has(call))).toEqual([]);
    await goOn(machine, of, await deed.act(machine, of));
  }),
);
