import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agrees, differing, holdingsOf } from '../../domain/budget/agreement.ts';
import { fitsInto, NOTHING } from '../../domain/budget/amounts.ts';
import { type Correction, entryOf, stillStanding } from '../../domain/budget/correction.ts';
import type { Entry } from '../../domain/budget/entry.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import type { HeadOf } from '../../domain/submission/head.ts';
import type { Store } from '../../functions/store/client.ts';
import { listCorrections } from '../../functions/store/corrections.ts';
import { headsOf } from '../../functions/store/head-lists.ts';
import { readEntries, readFrame } from '../../functions/store/ledger.ts';
import { readLog } from '../../functions/store/log.ts';
import { KilledError, type Machine, startMachine } from './machine.ts';
import { newId } from './running-case.ts';

/** A Monday morning. */
const CLOCK = '2026-03-02T08:00:00.000Z';
const YEAR = 2027;
const APPLICATIONS = 4;

/** Where the process kills itself, if it gets there; counted in all that follows a command. */
const kill = fc.record({
  call: fc.constantFrom('dynamodb TransactWriteItems', 'dynamodb TransactWriteItems:apply'),
  phase: fc.constantFrom('before' as const, 'after' as const),
  nth: fc.integer({ min: 1, max: 6 }),
});

const which = fc.nat(1_000);
const command = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('propose' as const), entry: which, half: fc.boolean() }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('confirm' as const), these: fc.tuple(which, which) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reject' as const), one: which }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('work' as const), on: which, withdraw: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('set' as const), thousands: fc.integer({ min: 80, max: 240 }) }),
  },
);
const commands = fc.array(fc.tuple(command, fc.option(kill, { freq: 2 })), {
  minLength: 14,
  maxLength: 14,
});
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

let data: string;
let machine: Machine;
const counts = { killed: 0, confirmed: 0, refused: 0 };

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'bindeglied-ledger-'));
  machine = await startMachine(data, CLOCK);
  await set(160_000_00);
  for (let n = 0; n < APPLICATIONS; n += 1) await apply();
}, 120_000);
afterAll(async () => {
  await machine.stop();
  rmSync(data, { recursive: true });
});

const path = (more = '') => `budgets/${YEAR}/corrections${more}`;

const set = async (figure: number) => {
  const { body } = await machine.api.ask<{ version: number }>('treasurer', 'GET', `budgets/${YEAR}`);
  const setting = { state: 'in-force', figure, voluntary: 0 };
  return machine.api.ask('treasurer', 'PUT', `budgets/${YEAR}`, setting, { 'if-match': `"${body.version}"` });
};
const apply = async () => {
  const id = newId();
  await machine.api.ask('provider', 'PUT', `budget-applications/${id}`, budgetApplicationExample);
  await machine.api.ask('provider', 'POST', `budget-applications/${id}/submission`, { saved: 1 });
  await machine.idle();
};

const headsIn = async (store: Store) => {
  const heads: HeadOf<'budget-application'>[] = [];
  for await (const head of headsOf(store, 'budget-application', String(YEAR))) heads.push(head);
  return heads;
};
const correctionsIn = async (store: Store): Promise<Correction[]> => {
  const all: Correction[] = [];
  let cursor: string | undefined;
  do {
    const page = await listCorrections(store, YEAR, cursor);
    all.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return all;
};

/** What somebody of the office does next with an application. */
const NEXT: Record<string, [user: string, action: string, more?: object]> = {
  completeness: ['clerk', 'complete'],
  opinion: ['coordinator', 'recommend', { comment: 'belegt' }],
  decision: ['clerk', 'reexamine', { comment: 'noch einmal' }],
  waiting: ['clerk', 'retry'],
};

const work = async ({ on, withdraw }: Extract<Command, { do: 'work' }>) => {
  const heads = await headsIn(machine.inside.store);
  const head = heads[on % heads.length];
  const [user, action, more] = (withdraw === 0 ? ['provider', 'withdraw'] : NEXT[head?.at ?? '']) ?? [];
  if (!head || !user || !action) return;
  const body = { step: head.at, version: head.version, action, ...(more as object) };
  await machine.api.ask(user as string, 'POST', `submissions/${head.id}/decisions`, body);
};

/** What a command does, decided once: after a kill it is done again. */
const prepared = async (todo: Command): Promise<() => Promise<unknown>> => {
  const { store } = machine.inside;
  if (todo.do === 'work') return () => work(todo);
  if (todo.do === 'set') return () => set(todo.thousands * 1_000_00);
  if (todo.do === 'propose') {
    const entries = await readEntries(store, YEAR);
    const of = entries[todo.entry % entries.length] as Entry;
    const whole = stillStanding(of, entries);
    const amounts = todo.half ? { ...whole, county: Math.floor(whole.county / 2) } : whole;
    const body = { id: newId(), corrects: of.id, amounts, reason: 'Zahlendreher' };
    return () => machine.api.ask('treasurer', 'POST', path(), body);
  }
  const proposals = await correctionsIn(store);
  const idOf = (n: number) => proposals[n % Math.max(1, proposals.length)]?.id ?? newId();
  if (todo.do === 'reject')
    return () => machine.api.ask('head', 'POST', path(`/${idOf(todo.one)}/rejection`), { reason: 'nein' });
  const ids = [...new Set(todo.these.map(idOf))];
  return () =>
    Promise.all(ids.map((id) => machine.api.ask('head', 'POST', path(`/${id}/confirmation`)))).then(
      (answers) => {
        for (const { status } of answers) counts[status === 200 ? 'confirmed' : 'refused'] += 1;
      },
    );
};

const isAlive = () =>
  machine.now().then(
    () => true,
    () => false,
  );

/** Does it, and when the machine died of it, starts it anew on its files and does it again. */
const survive = async (todo: Command, at: typeof kill extends fc.Arbitrary<infer T> ? T | null : never) => {
  const act = await prepared(todo);
  if (at) await machine.arm([at]);
  try {
    await act();
    await machine.idle();
  } catch (error) {
    // A request that was cut off fails in fetch.
    if (!(error instanceof KilledError || error instanceof TypeError)) throw error;
  }
  if (await isAlive()) return machine.arm([]);
  counts.killed += 1;
  await machine.stop();
  machine = await startMachine(data, CLOCK);
  await machine.idle();
  await act();
  await machine.idle();
};

/** What holds between any two commands, whoever was killed in what. */
const expectSound = async (before: readonly Entry[]): Promise<Entry[]> => {
  const { store } = machine.inside;
  const [frame, entries] = [await readFrame(store, YEAR), await readEntries(store, YEAR)];
  const [heads, corrections] = [await headsIn(store), await correctionsIn(store)];
  expect(agrees(frame, entries)).toBe(true);
  expect(differing(holdingsOf(entries), new Map(heads.map(({ id, about }) => [id, about.money])))).toEqual(
    [],
  );
  expect(entries).toEqual(expect.arrayContaining([...before]));
  expect(Math.min(frame.uncommitted.regular, frame.uncommitted.voluntary)).toBeGreaterThanOrEqual(0);
  for (const one of entries) {
    const stands = stillStanding(one, entries);
    expect(fitsInto(NOTHING, stands) && fitsInto(stands, one.amounts)).toBe(true);
  }
  // Each confirmed proposal has its counter-entry, once, and each other one has none.
  const confirmed = corrections.filter(({ state }) => state === 'confirmed');
  const counters = entries.filter(({ kind }) => kind === 'correct').map(({ id }) => id);
  expect(counters.sort()).toEqual(confirmed.map(entryOf).sort());
  for (const head of heads) {
    const log = await readLog(store, head);
    const told = log.entries.filter(({ what }) => what === 'corrected').map(({ ref }) => ref);
    const own = confirmed.filter(({ of }) => of.submission === head.id).map(entryOf);
    expect([log.whole, told.sort()]).toEqual([true, own.sort()]);
  }
  return entries;
};

test('whatever is proposed, confirmed at once and killed in between, the balances stay those of the entries', async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (todos) => {
      let entries: Entry[] = [];
      for (const [todo, at] of todos) {
        await survive(todo, at);
        entries = await expectSound(entries);
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
  // The walk has been where it matters.
  expect(counts.killed).toBeGreaterThan(0);
  expect(counts.confirmed).toBeGreaterThan(0);
}, 360_000);
