import { describe, expect, test } from 'vitest';
import type { Movement } from './account.ts';
import { amountsOf, NOTHING, totalOf } from './amounts.ts';
import { effectOf, frameAfter, refusalOf, statesFor } from './effect.ts';
import { emptyFrame, type Frame, frame } from './frame.ts';
import { setFrame } from './set-frame.ts';

const policy = { commitProvisional: false };
const move = (from: Movement['from'], to: Movement['to'], amounts: Movement['amounts']): Movement => ({
  from,
  to,
  amounts,
});

const set = (now: Frame, setting: Parameters<typeof setFrame>[1]): Frame => {
  const done = setFrame(now, setting);
  return done.ok ? frame.parse(done.frame) : expect.unreachable(done.refusal);
};
const write = (now: Frame, ...movements: Movement[]): Frame => {
  expect(refusalOf(now, effectOf(movements), policy)).toBeUndefined();
  return frame.parse(frameAfter(now, effectOf(movements)));
};

/** The frame of domain.md: 1,339,209.00 from the state, 2,232,015.00 together, and 117,985.00 of the county's own. */
const year = set(emptyFrame(2026), { state: 'in-force', figure: 1_339_209_00, voluntary: 117_985_00 });
/** The same with requests for more than it has. */
const wished = write(year, move('outside', 'requested', amountsOf(9_000_000_00, 500_000_00)));

describe('a frame', () => {
  test('has the county’s share beside the state’s figure, and voluntary money on a line of its own', () => {
    expect(year.figures).toEqual({ state: 1_339_209_00, county: 892_806_00, voluntary: 117_985_00 });
    expect(year.available).toEqual({ regular: 2_232_015_00, voluntary: 117_985_00 });
    expect(year.uncommitted).toEqual(year.available);
  });

  test('takes requests beyond what it has, and is none the poorer', () => {
    expect(wished.available).toEqual(year.available);
    expect(wished.sums.requested).toEqual(amountsOf(9_000_000_00, 500_000_00));
  });

  test('can be reserved to the last cent and no cent further', () => {
    const reserve = (cents: number) => [move('requested', 'reserved', amountsOf(cents))];
    const full = write(wished, ...reserve(2_232_014_99), ...reserve(1));
    expect(full.available).toEqual({ regular: 0, voluntary: 117_985_00 });
    expect(refusalOf(full, effectOf(reserve(1)), policy)).toBe('exhausted');
    expect(refusalOf(wished, effectOf(reserve(2_232_015_01)), policy)).toBe('exhausted');
  });

  test('does not pay regular costs from the voluntary line, nor the other way round', () => {
    const voluntary = { ...NOTHING, voluntary: 117_985_01 };
    expect(refusalOf(wished, effectOf([move('requested', 'reserved', voluntary)]), policy)).toBe('exhausted');
    const full = write(wished, move('requested', 'reserved', amountsOf(2_232_015_00)));
    write(full, move('requested', 'reserved', { ...NOTHING, voluntary: 117_985_00 }));
  });

  test('is asked for the sum of a line, not for each share: shares are rounded application by application', () => {
    const small = set(emptyFrame(2026), { state: 'in-force', figure: 3, voluntary: 0 });
    const oneCent = move('outside', 'reserved', amountsOf(1));
    const full = write(small, oneCent, oneCent, oneCent, oneCent, oneCent);
    expect(full.sums.reserved).toEqual({ state: 5, county: 0, voluntary: 0 });
    expect(full.available.regular).toBe(0);
  });

  test('commits what is reserved even when nothing is left to reserve', () => {
    const full = write(wished, move('requested', 'reserved', amountsOf(2_232_015_00)));
    const done = write(full, move('reserved', 'committed', amountsOf(2_232_015_00)));
    expect(done.available.regular).toBe(0);
    expect(done.uncommitted.regular).toBe(0);
  });

  test('commits past a reservation only what is available, and has again what a grant in part leaves', () => {
    const full = write(wished, move('requested', 'reserved', amountsOf(2_232_015_00)));
    const straight = effectOf([move('outside', 'committed', amountsOf(1))]);
    expect(refusalOf(full, straight, policy)).toBe('exhausted');
    const inExchange = [
      move('reserved', 'committed', amountsOf(2_000_000_00)),
      move('reserved', 'outside', amountsOf(232_015_00)),
    ];
    expect(write(full, ...inExchange).available.regular).toBe(232_015_00);
  });
});

describe('what was paid', () => {
  const committed = write(wished, move('requested', 'committed', amountsOf(2_232_015_00)));
  const paid = write(committed, move('committed', 'paid', amountsOf(71_234_56)));

  test('binds the frame as it did when it was committed', () => {
    expect(paid.available).toEqual(committed.available);
    expect(paid.uncommitted.regular).toBe(0);
    expect(paid.sums.paid).toEqual({ state: 42_740_74, county: 28_493_82, voluntary: 0 });
    const accepted = write(paid, move('paid', 'accepted', amountsOf(47_489_71)));
    expect(accepted.uncommitted.regular).toBe(0);
  });

  test('and came back, binds nothing any more', () => {
    const back = write(paid, move('paid', 'returned', amountsOf(23_744_85)));
    expect(back.uncommitted.regular).toBe(23_744_85);
    expect(back.available.regular).toBe(23_744_85);
    expect(totalOf(back.sums.returned)).toBe(23_744_85);
    write(back, move('requested', 'reserved', amountsOf(23_744_85)));
  });

  test('is paid and comes back in a provisional frame too: it binds nothing more', () => {
    const pay = effectOf([move('committed', 'paid', amountsOf(1))]);
    const unpay = effectOf([move('paid', 'committed', amountsOf(1))]);
    for (const effect of [pay, unpay]) expect(statesFor(effect, policy)).toEqual(['provisional', 'in-force']);
    const again = effectOf([move('returned', 'paid', amountsOf(1))]);
    expect(statesFor(again, policy)).toEqual(['in-force']);
    expect(refusalOf(paid, again, policy)).toBe('exhausted');
  });
});

describe('after a cut', () => {
  const reserved = write(wished, move('requested', 'reserved', amountsOf(2_000_000_00)));
  const half = write(reserved, move('reserved', 'committed', amountsOf(1_000_000_00)));
  const cut = set(half, { state: 'in-force', figure: 900_000_00, voluntary: 0 });

  test('a frame may be overdrawn by what was reserved before, and says by how much', () => {
    expect(cut.figures).toEqual(amountsOf(1_500_000_00));
    expect(cut.available).toEqual({ regular: -500_000_00, voluntary: 0 });
    expect(cut.uncommitted).toEqual({ regular: 500_000_00, voluntary: 0 });
  });

  test('nothing more is reserved, but what is reserved is committed as far as the frame still goes', () => {
    const reserve = effectOf([move('requested', 'reserved', amountsOf(1))]);
    expect(refusalOf(cut, reserve, policy)).toBe('exhausted');
    const commit = (cents: number) => effectOf([move('reserved', 'committed', amountsOf(cents))]);
    expect(refusalOf(cut, commit(500_000_00), policy)).toBeUndefined();
    expect(refusalOf(cut, commit(500_000_01), policy)).toBe('exhausted');
  });

  test('what is given back needs nothing', () => {
    for (const give of [
      move('reserved', 'outside', amountsOf(1)),
      move('reserved', 'requested', amountsOf(1)),
      move('committed', 'reserved', amountsOf(1)),
    ])
      expect(refusalOf(cut, effectOf([give]), policy)).toBeUndefined();
  });

  test('an overdrawn line does not stop what needs the other line only', () => {
    const more = set(cut, { state: 'in-force', figure: 900_000_00, voluntary: 5_00 });
    write(more, move('requested', 'reserved', { ...NOTHING, voluntary: 5_00 }));
  });

  test('a frame never goes below what is committed', () => {
    const below = { state: 'in-force', figure: 599_999_99, voluntary: 0 } as const;
    expect(setFrame(half, below)).toEqual({ ok: false, refusal: 'below-committed' });
    expect(set(half, { ...below, figure: 600_000_00 }).uncommitted.regular).toBe(0);
  });
});

describe('the state of a frame', () => {
  const provisional = set(emptyFrame(2027), { state: 'provisional', figure: 600_00, voluntary: 0 });
  const request = effectOf([move('outside', 'requested', amountsOf(100_00))]);
  const reserve = effectOf([move('requested', 'reserved', amountsOf(100_00))]);
  const commit = effectOf([move('reserved', 'committed', amountsOf(100_00))]);
  const uncommit = effectOf([move('committed', 'reserved', amountsOf(100_00))]);

  test('provisional: requests and reservations, commitments only where the county allows them', () => {
    for (const effect of [request, reserve, uncommit])
      expect(refusalOf(provisional, effect, policy)).toBeUndefined();
    expect(refusalOf(provisional, commit, policy)).toBe('provisional');
    expect(refusalOf(provisional, commit, { commitProvisional: true })).toBeUndefined();
    const voluntary = effectOf([move('reserved', 'committed', { ...NOTHING, voluntary: 1 })]);
    expect(refusalOf(provisional, voluntary, policy)).toBe('provisional');
    expect(statesFor(commit, policy)).toEqual(['in-force']);
    expect(statesFor(commit, { commitProvisional: true })).toEqual(['provisional', 'in-force']);
  });

  test('a year of which nothing is known takes requests and has nothing to reserve', () => {
    expect(refusalOf(emptyFrame(2028), request, policy)).toBeUndefined();
    expect(refusalOf(emptyFrame(2028), reserve, policy)).toBe('exhausted');
  });

  test('closed: no entry at all, not even one that gives back', () => {
    const closed = set(provisional, { state: 'closed', figure: 600_00, voluntary: 0 });
    for (const effect of [request, reserve, commit, uncommit])
      expect(refusalOf(closed, effect, { commitProvisional: true })).toBe('closed');
    const setting = { state: 'closed', figure: 700_00, voluntary: 0 } as const;
    expect(setFrame(closed, setting)).toEqual({ ok: false, refusal: 'closed' });
  });

  test('goes forward only', () => {
    const back = { state: 'provisional', figure: 1, voluntary: 0 } as const;
    expect(setFrame(year, back)).toEqual({ ok: false, refusal: 'earlier-state' });
  });

  test('is set without an entry when no figure changes, and every setting is counted', () => {
    const done = setFrame(provisional, { state: 'in-force', figure: 600_00, voluntary: 0 });
    if (!done.ok) return expect.unreachable();
    expect(done.movements).toEqual([]);
    expect(done.frame).toEqual({ ...provisional, state: 'in-force', version: 2 });
  });

  test('counts a correction of its figures, so that nobody sets it by what it was before', () => {
    const counter = move('frame', 'outside', amountsOf(100_00));
    expect(write(provisional, counter)).toMatchObject({ version: 2, figures: amountsOf(900_00) });
    expect(write(provisional, move('outside', 'requested', amountsOf(1))).version).toBe(1);
  });

  test('is set by entries that go up and down, share by share', () => {
    const done = setFrame(year, { state: 'in-force', figure: 1_339_212_00, voluntary: 100_000_00 });
    expect(done.ok && done.movements).toEqual([
      move('outside', 'frame', { state: 3_00, county: 2_00, voluntary: 0 }),
      move('frame', 'outside', { state: 0, county: 0, voluntary: 17_985_00 }),
    ]);
  });
});
