import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Account, balanceOf, eachStage, type Stage, stages } from './account.ts';
import { agrees } from './agreement.ts';
import {
  type Amounts,
  amountsOf,
  eachShare,
  fitsInto,
  isNothing,
  minus,
  NOTHING,
  plus,
  totalOf,
} from './amounts.ts';
import { correctionRefusal, counterEntry, stillStanding } from './correction.ts';
import { effectOf, frameAfter, refusalOf } from './effect.ts';
import { type Entry, entriesOf, entry } from './entry.ts';
import { emptyFrame, type Frame, frame } from './frame.ts';
import { type Holding, holding, holdingAfter, movementsBetween, NO_HOLDING, paidOutOf } from './holding.ts';
import { setFrame } from './set-frame.ts';

const at = '2026-05-04T08:00:00.000Z';
const APPLICATIONS = 4;
const submissionOf = (n: number) => `01990000-0000-7000-8000-00000000000${n}`;

/** A year at a moment: its frame, all its entries, and what each application says of itself. */
interface Year {
  frame: Frame;
  entries: Entry[];
  holdings: Holding[];
}

/** Sums small enough for cents to matter, and near enough to the frame for it to run out. */
const anySum = fc.record({ regular: fc.nat(60), voluntary: fc.nat(12) });
const application = fc.nat(APPLICATIONS - 1);

/** What is asked for, reserved and committed becomes something else; what was paid stays. */
const open = (now: Holding, then: Partial<Holding>): Holding => ({
  ...now,
  requested: NOTHING,
  reserved: NOTHING,
  committed: NOTHING,
  ...then,
});

/** As much of a sum as is there. */
const atMost = (of: Amounts, sum: Amounts) => eachShare((share) => Math.min(of[share], sum[share]));
/** Moves all that is there, or as much of a sum as is. */
const moving =
  (from: Stage, to: Stage) =>
  (now: Holding, sum: Amounts): Holding => {
    const amounts = totalOf(sum) % 2 === 0 ? now[from] : atMost(now[from], sum);
    return { ...now, [from]: minus(now[from], amounts), [to]: plus(now[to], amounts) };
  };

const wants = {
  /** Asks for a sum, another one, or none any more. */
  request: (now: Holding, sum: Amounts) => open(now, { requested: sum }),
  reserve: (now: Holding) => open(now, { reserved: now.requested }),
  /** Reserves another sum than was asked for, or commits one past any reservation. */
  'reserve-other': (now: Holding, sum: Amounts): Holding => ({ ...now, reserved: sum }),
  'commit-other': (now: Holding, sum: Amounts): Holding => ({ ...now, committed: sum }),
  release: (now: Holding) => open(now, { requested: now.reserved }),
  commit: (now: Holding) => open(now, { committed: now.reserved }),
  uncommit: (now: Holding) => open(now, { reserved: now.committed }),
  withdraw: (now: Holding) => open(now, {}),
  pay: moving('committed', 'paid'),
  'pay-all': (now: Holding): Holding => ({ ...open(now, {}), paid: plus(now.paid, now.committed) }),
  unpay: moving('paid', 'committed'),
  accept: moving('paid', 'accepted'),
  unaccept: moving('accepted', 'paid'),
  return: moving('paid', 'returned'),
  'return-accepted': moving('accepted', 'returned'),
  unreturn: moving('returned', 'paid'),
};

const names = Object.keys(wants) as (keyof typeof wants)[];
/** Chosen oftener than the rest: else few walks would come as far. */
const further = ['commit-other', 'pay-all', 'accept', 'return'] as const;

const command = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom(...names, ...Array.from({ length: 8 }, () => further).flat()),
      of: application,
      sum: anySum,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('set' as const),
      figure: fc.nat(90),
      voluntary: fc.nat(20),
      state: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom('provisional' as const, 'in-force' as const) },
        { weight: 1, arbitrary: fc.constant('closed' as const) },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('correct' as const), entry: fc.nat(1_000), part: fc.nat(4) }),
  },
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** What some entries bring, counted one by one without a line of what is tested. */
const counted = (entries: readonly Entry[], where: Account, share: keyof Amounts) =>
  entries.reduce(
    (sum, { from, to, amounts }) =>
      sum + (to === where ? amounts[share] : 0) - (from === where ? amounts[share] : 0),
    0,
  );
const lineOf = (entries: readonly Entry[], where: Account) => ({
  regular: counted(entries, where, 'state') + counted(entries, where, 'county'),
  voluntary: counted(entries, where, 'voluntary'),
});
/** What binds the frame: committed and not paid yet, paid, or accepted. */
const boundBy = (entries: readonly Entry[]) => {
  const of = (line: 'regular' | 'voluntary') =>
    (['committed', 'paid', 'accepted'] as const).reduce((sum, one) => sum + lineOf(entries, one)[line], 0);
  return { regular: of('regular'), voluntary: of('voluntary') };
};

const policies = fc.record({ commitProvisional: fc.boolean() });
type Policy = typeof policies extends fc.Arbitrary<infer T> ? T : never;
const lines = ['regular', 'voluntary'] as const;

/** A refusal is right when the entries would have broken what the ledger promises. */
const expectRightly = (refusal: string, year: Year, more: Entry[], policy: Policy) => {
  const after = [...year.entries, ...more];
  if (refusal === 'closed') expect(year.frame.state).toBe('closed');
  if (refusal === 'provisional') {
    expect(year.frame.state).toBe('provisional');
    expect(policy.commitProvisional).toBe(false);
    expect(lines.some((line) => boundBy(more)[line] > 0)).toBe(true);
  }
  if (refusal === 'exhausted')
    expect(
      lines.some((line) => {
        const bound = boundBy(after)[line];
        const taken = bound + lineOf(after, 'reserved')[line];
        return taken > lineOf(after, 'frame')[line] || bound > lineOf(after, 'frame')[line];
      }),
    ).toBe(true);
};

const write = (year: Year, more: Entry[], policy: Policy): Year | undefined => {
  const effect = effectOf(more);
  const refusal = refusalOf(year.frame, effect, policy);
  if (refusal) {
    expectRightly(refusal, year, more, policy);
    return undefined;
  }
  const entries = [...year.entries, ...more];
  // No write goes above the frame: not on a line on which it takes more than before.
  for (const line of lines) {
    // Who pays what was committed, or takes a payment back, takes nothing.
    const takes = lineOf(more, 'reserved')[line] + boundBy(more)[line];
    const taken = lineOf(entries, 'reserved')[line] + boundBy(entries)[line];
    if (takes > 0) expect(taken).toBeLessThanOrEqual(lineOf(entries, 'frame')[line]);
    if (year.frame.state === 'provisional' && !policy.commitProvisional)
      expect(boundBy(more)[line]).toBeLessThanOrEqual(0);
  }
  return { ...year, frame: frameAfter(year.frame, effect), entries };
};

const holdingOf = (year: Year, of: number) => year.holdings[of] ?? NO_HOLDING;

const correctOne = (year: Year, which: number, part: number, n: number, policy: Policy): Year => {
  const of = year.entries[which % Math.max(1, year.entries.length)];
  if (!of) return year;
  const whole = stillStanding(of, year.entries);
  const back = part === 0 ? { ...whole, state: Math.floor(whole.state / 2) } : whole;
  const mine = year.holdings.findIndex((_, application) => submissionOf(application) === of.submission);
  const stage = stages.find((one) => one === of.to);
  const lies = mine < 0 ? year.frame.figures : stage ? holdingOf(year, mine)[stage] : NOTHING;
  if (correctionRefusal(of, back, { entries: year.entries, lies })) return year;
  const proposed = {
    id: `p${n}`,
    corrects: of.id,
    at,
    by: { person: 'treasurer' },
    amounts: back,
    reason: 'x',
  };
  const counter = counterEntry(of, proposed, { id: `c${n}`, at, by: { person: 'treasurer-2' } });
  const written = write(year, [counter], policy);
  if (!written) return year;
  const holdings = year.holdings.map((now, n) => (n === mine ? holdingAfter(now, [counter]) : now));
  return { ...written, holdings };
};

const step = (year: Year, todo: Command, n: number, policy: Policy): Year => {
  if (todo.do === 'correct') return correctOne(year, todo.entry, todo.part, n, policy);
  if (todo.do === 'set') {
    const set = setFrame(year.frame, todo);
    if (!set.ok) return year;
    const more = entriesOf(set.movements, { act: `set${n}`, at, by: { person: 'treasurer' } });
    expect(refusalOf(year.frame, effectOf(more), policy)).toBeUndefined();
    return { ...year, frame: set.frame, entries: [...year.entries, ...more] };
  }
  const now = holdingOf(year, todo.of);
  const then = wants[todo.do](now, amountsOf(todo.sum.regular, todo.sum.voluntary));
  const submission = submissionOf(todo.of);
  const facts = { act: `a${n}`, at, by: { person: 'clerk' }, submission };
  const written = write(year, entriesOf(movementsBetween(now, then), facts), policy);
  return written
    ? { ...written, holdings: year.holdings.map((one, n) => (n === todo.of ? then : one)) }
    : year;
};

const isLater = (of: Account) => of === 'paid' || of === 'accepted' || of === 'returned';
const sumOf = (entries: readonly Entry[], share: keyof Amounts) =>
  entries.reduce((sum, { amounts }) => sum + amounts[share], 0);

/** What holds at every moment, whoever does what in whatever order. */
const expectSound = (year: Year) => {
  const { entries, frame: now, holdings } = year;
  expect(frame.parse(now)).toEqual(now);
  for (const one of entries) expect(entry.parse(one)).toEqual(one);
  for (const one of entries) {
    const stands = stillStanding(one, entries);
    expect(fitsInto(NOTHING, stands) && fitsInto(stands, one.amounts)).toBe(true);
  }
  const balances = balanceOf(entries);
  expect({ figures: balances.frame, ...balances }).toMatchObject({ figures: now.figures, ...now.sums });
  expect(agrees(now, entries)).toBe(true);
  for (const line of lines) {
    const [figure, bound] = [lineOf(entries, 'frame')[line], boundBy(entries)[line]];
    expect(now.uncommitted[line]).toBe(figure - bound);
    expect(now.available[line]).toBe(figure - bound - lineOf(entries, 'reserved')[line]);
    expect(bound).toBeLessThanOrEqual(figure);
  }
  for (const [n, holds] of holdings.entries()) {
    const own = entries.filter(({ submission }) => submission === submissionOf(n));
    expect(holding.parse(holds)).toEqual(eachStage((stage) => balanceOf(own)[stage]));
    for (const share of ['state', 'county', 'voluntary'] as const) {
      // Nothing was ever paid that had not been committed, and what was paid lies somewhere still.
      const assured = own.filter(({ to, from }) => to === 'committed' && !isLater(from));
      const released = own.filter(({ from, to }) => from === 'committed' && !isLater(to));
      const paid = paidOutOf(holds)[share];
      expect(sumOf(assured, share) - sumOf(released, share)).toBe(holds.committed[share] + paid);
      expect(counted(own, 'paid', share)).toBe(holds.paid[share]);
    }
  }
  const all = Object.values(balances);
  const sums = (['state', 'county', 'voluntary'] as const).map((share) =>
    all.reduce((sum, one) => sum + one[share], 0),
  );
  expect(sums).toEqual([0, 0, 0]);
};

test('whatever happens in a year, the frame is never exceeded and the running sums are those of the entries', () => {
  const counts = { commands: 0, written: 0, corrected: 0, overdrawn: 0, paid: 0, accepted: 0, returned: 0 };
  fc.assert(
    fc.property(
      fc.array(command, { minLength: 1, maxLength: 40, size: 'max' }),
      policies,
      (commands, policy) => {
        let year: Year = {
          frame: emptyFrame(2026),
          entries: [],
          holdings: Array.from({ length: APPLICATIONS }, () => NO_HOLDING),
        };
        // Without a first figure most walks would only hear that there is nothing.
        const state = commands.length % 3 === 0 ? 'provisional' : 'in-force';
        const start: Command = { do: 'set', figure: 60, voluntary: 10, state };
        for (const [n, todo] of [start, ...commands].entries()) {
          const before = year;
          year = step(before, todo, n, policy);
          expectSound(year);
          expect(year.entries.slice(0, before.entries.length)).toEqual(before.entries);
          if (before.frame.state === 'closed') expect(year).toEqual(before);
          counts.commands += 1;
          counts.written += Number(year.entries.length > before.entries.length);
          counts.overdrawn += Number(lines.some((line) => year.frame.available[line] < 0));
          counts.paid += Number(totalOf(year.frame.sums.paid) > 0);
          counts.accepted += Number(totalOf(year.frame.sums.accepted) > 0);
          counts.returned += Number(totalOf(year.frame.sums.returned) > 0);
          counts.corrected += Number(year.entries.at(-1)?.kind === 'correct');
        }
        const left = year.entries.filter(({ amounts }) => isNothing(amounts));
        expect(left).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
  // The walk has been where it matters.
  expect(counts.written).toBeGreaterThan(counts.commands / 10);
  expect(counts.overdrawn).toBeGreaterThan(0);
  expect(counts.corrected).toBeGreaterThan(0);
  for (const later of [counts.paid, counts.accepted, counts.returned]) expect(later).toBeGreaterThan(0);
});
