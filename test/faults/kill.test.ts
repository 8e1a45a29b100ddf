import { afterAll, describe, expect, test } from 'vitest';
import { type Deed, type DeedName, deeds } from './deeds.ts';
import { expectDone, expectUntouchedOrWhole, goOn } from './expect-done.ts';
import { type KillPoint, killPoints, textOf } from './kill-points.ts';
import { actUntilKilled, createLanes, type Lane, repeatableOf, sentSince } from './lanes.ts';

/** A Monday morning. */
const CLOCK = '2026-03-02T08:00:00.000Z';

/** More would only wait for each other on two cores, beside another file. */
const lanes = createLanes(3, CLOCK);
afterAll(() => lanes.close());

const survive = async (lane: Lane, { during, at, again }: KillPoint) => {
  const deed: Deed = deeds[during];
  const first = await lanes.started(lane);
  const of = await deed.prepare(first);
  await first.idle();
  const mailsBefore = (await first.mails()).length;
  await first.arm(at);
  const status = await actUntilKilled(first, () => deed.act(first, of));
  const repeatable = repeatableOf(lane);

  const machine = await lanes.restarted(lane, again);
  if (again) repeatable.push(...repeatableOf(lane));
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
    ([, point]) => lanes.use((lane) => survive(lane, point)),
  );
});

test.for(Object.keys(deeds) as DeedName[])('the table of points leaves out no effect of %s', (name) =>
  lanes.use(async (lane) => {
    const machine = await lanes.started(lane);
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
