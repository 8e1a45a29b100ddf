import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { balanceOf, eachStage } from '../../domain/budget/account.ts';
import { amountsOf, NOTHING, plus } from '../../domain/budget/amounts.ts';
import { type Effect, effectOf, frameAfter, refusalOf } from '../../domain/budget/effect.ts';
import { type Entry, entriesOf } from '../../domain/budget/entry.ts';
import { emptyFrame, type Frame } from '../../domain/budget/frame.ts';
import { type Holding, movementsBetween, NO_HOLDING } from '../../domain/budget/holding.ts';
import { setFrame } from '../../domain/budget/set-frame.ts';
import { ledgerWrites, readEntries, readFrame } from '../../functions/store/ledger.ts';
import { transact } from '../../functions/store/transact.ts';
import type { FrameRules } from '../../functions/store/update-frame.ts';
import { startTestServer, type TestServer } from '../server.ts';

const APPLICATIONS = 4;
const at = '2026-05-04T08:00:00.000Z';
const policy = { commitProvisional: false };

let server: TestServer;
let years = 3000;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** What is asked for, reserved and committed becomes something else; what was paid stays. */
const open = (now: Holding, then: Partial<Holding>): Holding => ({
  ...now,
  requested: NOTHING,
  reserved: NOTHING,
  committed: NOTHING,
  ...then,
});

const wants = {
  request: (now: Holding, sum: number) => open(now, { requested: amountsOf(sum, sum % 3) }),
  reserve: (now: Holding) => open(now, { reserved: now.requested }),
  commit: (now: Holding) => open(now, { committed: now.reserved }),
  'commit-other': (now: Holding, sum: number) => open(now, { committed: amountsOf(sum) }),
  release: (now: Holding) => open(now, { requested: now.reserved }),
  withdraw: (now: Holding) => open(now, {}),
  pay: (now: Holding): Holding => ({ ...now, committed: NOTHING, paid: plus(now.paid, now.committed) }),
  unpay: (now: Holding): Holding => ({ ...now, paid: NOTHING, committed: plus(now.committed, now.paid) }),
  return: (now: Holding): Holding => ({ ...now, paid: NOTHING, returned: plus(now.returned, now.paid) }),
};

/** What happens at the same moment: at most one act of each application, and perhaps a figure that the treasurer enters. */
const moment = fc.record({
  acts: fc.uniqueArray(
    fc.record({
      of: fc.nat(APPLICATIONS - 1),
      do: fc.constantFrom(...(Object.keys(wants) as (keyof typeof wants)[]), 'commit-other'),
      sum: fc.integer({ min: 10, max: 60 }),
    }),
    { maxLength: APPLICATIONS, selector: ({ of }) => of },
  ),
  set: fc.option(fc.record({ figure: fc.nat(60), voluntary: fc.nat(6) }), { freq: 2 }),
});
type Moment = typeof moment extends fc.Arbitrary<infer T> ? T : never;

/** One write as it is tried, and what it makes of the pure model's frame. */
interface Try {
  effect: Effect;
  entries: Entry[];
  rules: FrameRules;
  /** Whose holding becomes what, if it succeeds. */
  then?: [of: number, holding: Holding];
}

const submissionOf = (n: number) => `01990000-0000-7000-8000-00000000000${n}`;

const triesOf = (frame: Frame, holdings: readonly Holding[], { acts, set }: Moment, n: number): Try[] => {
  const tries = acts.flatMap(({ of, do: what, sum }): Try[] => {
    const now = holdings[of] ?? NO_HOLDING;
    const holding = wants[what](now, sum);
    const movements = movementsBetween(now, holding);
    if (movements.length === 0) return [];
    const facts = { act: `a${n}.${of}`, at, by: { system: true as const }, submission: submissionOf(of) };
    return [
      {
        effect: effectOf(movements),
        entries: entriesOf(movements, facts),
        rules: { policy },
        then: [of, holding],
      },
    ];
  });
  const entered = set && setFrame(frame, { ...set, state: 'in-force' });
  if (!entered?.ok) return tries;
  const facts = { act: `f${n}`, at, by: { person: 'treasurer' } };
  const rules = { policy, state: entered.frame.state, from: frame.version };
  return [...tries, { effect: entered.effect, entries: entriesOf(entered.movements, facts), rules }];
};

const modelled = (frame: Frame, { effect, rules }: Try): Frame | undefined => {
  if (refusalOf(frame, effect, policy)) return undefined;
  const next = frameAfter(frame, effect);
  return rules.state ? { ...next, state: rules.state, version: frame.version + 1 } : next;
};

const permutations = <T>(all: readonly T[]): T[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((one, n) =>
        permutations([...all.slice(0, n), ...all.slice(n + 1)]).map((rest) => [one, ...rest]),
      );

/** The frame after these tries one after the other, if then just those succeed that did. */
const inOrder = (frame: Frame, order: readonly (readonly [Try, boolean])[]): Frame | undefined => {
  let now = frame;
  for (const [one, succeeded] of order) {
    const next = modelled(now, one);
    if ((next !== undefined) !== succeeded) return undefined;
    now = next ?? now;
  }
  return now;
};

test('whatever is written at the same moment is as if it had been written one after the other', async () => {
  const counts = { succeeded: 0, failed: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { minLength: 4, maxLength: 8, size: 'max' }), async (moments) => {
      const { store } = server;
      years += 1;
      const year = years;
      let frame = emptyFrame(year);
      const holdings = Array.from({ length: APPLICATIONS }, () => NO_HOLDING);
      const written: Entry[] = [];
      const start: Moment = { acts: [], set: { figure: 45, voluntary: 3 } };
      for (const [n, now] of [start, ...moments].entries()) {
        const tries = triesOf(frame, holdings, now, n);
        const tried = await Promise.all(
          tries.map(
            async (one) =>
              [one, !(await transact(store, ledgerWrites(store, year, one, one.rules)))] as const,
          ),
        );
        const after = permutations(tried).map((order) => inOrder(frame, order));
        const found = after.find((one) => one !== undefined);
        expect(found, 'there is an order in which just these succeed').toBeDefined();
        frame = found ?? frame;
        expect(await readFrame(store, year)).toEqual(frame);
        for (const [{ then, entries }, succeeded] of tried) {
          counts[succeeded ? 'succeeded' : 'failed'] += 1;
          if (!succeeded) continue;
          if (then) holdings[then[0]] = then[1];
          written.push(...entries);
        }
        const { regular, voluntary } = frame.uncommitted;
        expect(Math.min(regular, voluntary)).toBeGreaterThanOrEqual(0);
      }
      const kept = await readEntries(store, year);
      const byId = (a: Entry, b: Entry) => (a.id < b.id ? -1 : 1);
      expect([...kept].sort(byId)).toEqual(written.sort(byId));
      const { frame: figures, ...balances } = balanceOf(kept);
      expect({ figures, sums: eachStage((stage) => balances[stage]) }).toEqual({
        figures: frame.figures,
        sums: frame.sums,
      });
    }),
    { numRuns: 20 },
  );
  expect(counts.failed).toBeGreaterThan(5);
  expect(counts.succeeded).toBeGreaterThan(50);
});
