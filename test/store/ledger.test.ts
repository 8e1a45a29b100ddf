import { afterAll, beforeAll, expect, test } from 'vitest';
import { agrees } from '../../domain/budget/agreement.ts';
import { type Amounts, amountsOf, linesOf } from '../../domain/budget/amounts.ts';
import { effectOf } from '../../domain/budget/effect.ts';
import { entriesOf } from '../../domain/budget/entry.ts';
import { type Holding, movementsBetween, NO_HOLDING } from '../../domain/budget/holding.ts';
import { setFrame } from '../../domain/budget/set-frame.ts';
import { CursorError } from '../../functions/store/head-lists.ts';
import {
  isFrameWrite,
  ledgerWrites,
  listEntries,
  readEntries,
  readFrame,
  readOpenFrames,
  refusingFrame,
} from '../../functions/store/ledger.ts';
import { transact } from '../../functions/store/transact.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const policy = { commitProvisional: false };
const at = '2026-05-04T08:00:00.000Z';
const by = { person: 'clerk' };

/** Sets the state's figure, as the treasurer does from what was read. */
const set = async (year: number, figure: number, more: { state?: 'closed'; from?: number } = {}) => {
  const now = await readFrame(server.store, year);
  const done = setFrame(now, { state: more.state ?? 'in-force', figure, voluntary: 0 });
  if (!done.ok) throw new Error(done.refusal);
  const entries = entriesOf(done.movements, { act: `frame.${year}.${done.frame.version}`, at, by });
  const { state } = done.frame;
  const rules = { policy, state, from: more.from ?? now.version };
  return transact(server.store, ledgerWrites(server.store, year, { effect: done.effect, entries }, rules));
};

/** Lets an application hold something else, whatever the frame says of it. */
const move = (year: number, submission: string, now: Holding, then: Holding, act = newId()) => {
  const movements = movementsBetween(now, then);
  const entries = entriesOf(movements, { act, at, by, submission });
  const writes = ledgerWrites(server.store, year, { effect: effectOf(movements), entries }, { policy });
  return transact(server.store, writes);
};
const reserving = (sum: Amounts): Holding => ({ ...NO_HOLDING, reserved: sum });
const committing = (sum: Amounts): Holding => ({ ...NO_HOLDING, committed: sum });

test('however many reserve at the same moment, the frame is never exceeded, and never left unused for that', async () => {
  const year = 2041;
  await set(year, 600_00);
  // The frame has 1,000.00: eleven times 90.00 fit, and no more.
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => move(year, newId(), NO_HOLDING, reserving(amountsOf(90_00)))),
  );
  expect(answers.filter((failed) => !failed)).toHaveLength(11);
  for (const failed of answers)
    if (failed) expect(refusingFrame(year, failed.item).available.regular).toBe(10_00);
  const frame = await readFrame(server.store, year);
  expect(linesOf(frame.sums.reserved).regular).toBe(990_00);
  expect(agrees(frame, await readEntries(server.store, year))).toBe(true);
});

test('a cut and commitments at the same moment: what is committed is never more than the frame', async () => {
  const year = 2042;
  await set(year, 600_00);
  const sum = amountsOf(100_00);
  const held = Array.from({ length: 10 }, newId);
  for (const id of held) await move(year, id, NO_HOLDING, reserving(sum));
  const [cut, ...committed] = await Promise.all([
    set(year, 300_00),
    ...held.map((id) => move(year, id, reserving(sum), committing(sum))),
  ]);
  const frame = await readFrame(server.store, year);
  const done = committed.filter((failed) => !failed).length;
  expect(frame.sums.committed).toEqual(amountsOf(done * 100_00));
  expect(frame.uncommitted.regular).toBeGreaterThanOrEqual(0);
  // Either the cut came first and some were too late, or it came too late itself.
  expect(cut === undefined ? done <= 5 : done > 5).toBe(true);
  expect(agrees(frame, await readEntries(server.store, year))).toBe(true);
});

test('figures are set from the version that was read, and by the second of two not at all', async () => {
  const year = 2043;
  const [one, other] = await Promise.all([set(year, 600_00, { from: 0 }), set(year, 900_00, { from: 0 })]);
  expect([one === undefined, other === undefined].sort()).toEqual([false, true]);
  const frame = await readFrame(server.store, year);
  expect([frame.version, frame.figures.state]).toEqual([1, one ? 900_00 : 600_00]);
  expect(await readEntries(server.store, year)).toHaveLength(1);
});

test('the same act is written once', async () => {
  const year = 2044;
  await set(year, 600_00);
  const [id, act] = [newId(), 'act'];
  expect(await move(year, id, NO_HOLDING, reserving(amountsOf(1_00)), act)).toBeUndefined();
  expect(await move(year, id, NO_HOLDING, reserving(amountsOf(1_00)), act)).toMatchObject({ index: 1 });
  expect((await readFrame(server.store, year)).sums.reserved).toEqual(amountsOf(1_00));
});

test('a closed year takes no entry, and is none of the open ones', async () => {
  const year = 2045;
  await set(year, 600_00);
  expect((await readOpenFrames(server.store)).map((frame) => frame.year)).toContain(year);
  await set(year, 600_00, { state: 'closed' });
  for (const then of [reserving(amountsOf(1)), { ...NO_HOLDING, requested: amountsOf(1) }]) {
    const failed = await move(year, newId(), NO_HOLDING, then);
    expect(refusingFrame(year, failed?.item).state).toBe('closed');
  }
  expect((await readOpenFrames(server.store)).map((frame) => frame.year)).not.toContain(year);
});

test('a year of which nothing is known takes requests, and has nothing to reserve', async () => {
  const year = 2046;
  const id = newId();
  const failed = await move(year, id, NO_HOLDING, reserving(amountsOf(1)));
  expect(failed).toMatchObject({ index: 0 });
  expect(await readFrame(server.store, year)).toMatchObject({ state: 'provisional', version: 0 });
  const requested = { ...NO_HOLDING, requested: amountsOf(5_00) };
  expect(await move(year, id, NO_HOLDING, requested)).toBeUndefined();
  expect((await readFrame(server.store, year)).sums.requested).toEqual(amountsOf(5_00));
});

test('the frame’s write is told from the others', () => {
  const writes = ledgerWrites(
    server.store,
    2041,
    {
      effect: effectOf([{ from: 'outside', to: 'requested', amounts: amountsOf(1) }]),
      entries: entriesOf([{ from: 'outside', to: 'requested', amounts: amountsOf(1) }], {
        act: 'act',
        at,
        by,
        submission: newId(),
      }),
    },
    { policy },
  );
  expect(writes.map(isFrameWrite)).toEqual([true, false]);
});

test('entries are listed newest first, page by page, each once', async () => {
  const year = 2047;
  await set(year, 600_00);
  for (let n = 0; n < 104; n += 1)
    await move(year, newId(), NO_HOLDING, reserving(amountsOf(1)), `act-${n + 100}`);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listEntries(server.store, year, { cursor });
    expect(page.items.length).toBeLessThanOrEqual(50);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor);
  const all = (await readEntries(server.store, year)).map(({ id }) => id);
  expect(seen).toEqual(all.reverse());
  expect(new Set(seen).size).toBe(105);
  await expect(listEntries(server.store, year, { cursor: 'nonsense' })).rejects.toThrow(CursorError);
});

test('the entries of one application are found among many others, in the account that is asked for', async () => {
  const year = 2048;
  await set(year, 6_000_00);
  const id = newId();
  await move(year, id, NO_HOLDING, reserving(amountsOf(5_00)), 'a-first');
  for (let n = 0; n < 60; n += 1) await move(year, newId(), NO_HOLDING, reserving(amountsOf(1)));
  await move(year, id, reserving(amountsOf(5_00)), committing(amountsOf(5_00)), 'z-last');
  const kinds = async (account?: string) =>
    (await listEntries(server.store, year, { submission: id, account })).items.map(({ kind }) => kind);
  expect((await kinds()).sort()).toEqual(['commit', 'reserve']);
  expect(await kinds('committed')).toEqual(['commit']);
  expect(await kinds('paid')).toEqual([]);
  const first = await listEntries(server.store, year, { account: 'reserved' });
  const next = await listEntries(server.store, year, { account: 'reserved', cursor: first.cursor });
  expect([first.items.length, next.items.length, next.cursor]).toEqual([50, 12, undefined]);
});
