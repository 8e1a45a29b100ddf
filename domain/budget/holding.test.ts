import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceOf, type Stage } from './account.ts';
import { type Amounts, amountsOf, eachShare, isNothing, minus, NOTHING, plus, totalOf } from './amounts.ts';
import { anyHolding } from './any-holding.test-data.ts';
import {
  boundOf,
  type Holding,
  holding,
  holdingAfter,
  movementsBetween,
  NO_HOLDING,
  paidOutOf,
} from './holding.ts';

const asked = amountsOf(71_234_56);
const granted = amountsOf(50_000_00, 1_000_00);

test('a sum in its shares is the sum', () => {
  expect(asked).toEqual({ state: 42_740_74, county: 28_493_82, voluntary: 0 });
  expect(totalOf(granted)).toBe(51_000_00);
});

describe('when an application holds something else than before', () => {
  const requested = { ...NO_HOLDING, requested: asked };
  const reserved = { ...NO_HOLDING, reserved: asked };
  const committed = { ...NO_HOLDING, committed: asked };
  const paid = { ...NO_HOLDING, paid: asked };
  const accepted = { ...NO_HOLDING, accepted: asked };
  const returned = { ...NO_HOLDING, returned: asked };

  test.each([
    ['what it asks for comes from outside', NO_HOLDING, requested, 'outside', 'requested'],
    ['a reservation takes what was requested', requested, reserved, 'requested', 'reserved'],
    ['a release gives it back to the request', reserved, requested, 'reserved', 'requested'],
    ['a grant commits what was reserved', reserved, committed, 'reserved', 'committed'],
    ['an annulled grant is reserved again', committed, reserved, 'committed', 'reserved'],
    ['a withdrawal leaves nothing', reserved, NO_HOLDING, 'reserved', 'outside'],
    ['a withdrawn notice leaves nothing', committed, NO_HOLDING, 'committed', 'outside'],
    ['an instalment is paid from what is committed', committed, paid, 'committed', 'paid'],
    ['a payment that came back is committed again', paid, committed, 'paid', 'committed'],
    ['a proof that is accepted lets it rest', paid, accepted, 'paid', 'accepted'],
    ['a proof that is looked at anew leaves it open', accepted, paid, 'accepted', 'paid'],
    ['a repayment returns what was paid', paid, returned, 'paid', 'returned'],
    ['a withdrawn notice returns what was accepted', accepted, returned, 'accepted', 'returned'],
  ] as const)('%s', (_what, now, then, from, to) => {
    expect(movementsBetween(now, then)).toEqual([{ from, to, amounts: asked }]);
  });

  test('what is not granted of a reservation leaves, share by share', () => {
    expect(movementsBetween(reserved, { ...NO_HOLDING, committed: granted })).toEqual([
      { from: 'reserved', to: 'committed', amounts: { state: 30_000_00, county: 20_000_00, voluntary: 0 } },
      { from: 'outside', to: 'committed', amounts: { ...NOTHING, voluntary: 1_000_00 } },
      { from: 'reserved', to: 'outside', amounts: { state: 12_740_74, county: 8_493_82, voluntary: 0 } },
    ]);
  });

  test('a corrected request moves the difference alone', () => {
    expect(movementsBetween(requested, { ...NO_HOLDING, requested: amountsOf(71_234_66) })).toEqual([
      { from: 'outside', to: 'requested', amounts: amountsOf(10) },
    ]);
  });

  test('nothing moves when nothing changes', () => {
    fc.assert(
      fc.property(anyHolding, (now) => {
        expect(movementsBetween(now, now)).toEqual([]);
      }),
    );
  });

  test('the movements lead there, never through less than nothing, and no more money crosses the border than must', () => {
    fc.assert(
      fc.property(anyHolding, anyHolding, (now, { requested, reserved, committed }) => {
        const then = { ...now, requested, reserved, committed };
        const movements = movementsBetween(now, then);
        expect(holdingAfter(now, movements)).toEqual(then);
        let passed = now;
        for (const movement of movements) {
          expect(isNothing(movement.amounts)).toBe(false);
          passed = holdingAfter(passed, [movement]);
          expect(holding.safeParse(passed).success).toBe(true);
        }
        const total = (of: typeof now) =>
          totalOf(of.requested) + totalOf(of.reserved) + totalOf(of.committed);
        const crossing = movements.filter(({ from, to }) => from === 'outside' || to === 'outside');
        for (const share of ['state', 'county', 'voluntary'] as const) {
          const ways = crossing
            .filter(({ amounts }) => amounts[share] > 0)
            .map(({ from }) => from === 'outside');
          expect(new Set(ways).size).toBeLessThan(2);
        }
        const { outside } = balanceOf(movements);
        expect(outside.state + outside.county + outside.voluntary).toBe(total(now) - total(then));
      }),
    );
  });

  const part = (of: Amounts, n: number): Amounts => eachShare((share) => Math.floor((of[share] * n) / 4));
  const moved = (of: Holding, from: Stage, to: Stage, n: number): Holding => {
    const amounts = part(of[from], n);
    return { ...of, [from]: minus(of[from], amounts), [to]: plus(of[to], amounts) };
  };
  const after = fc.constantFrom<[Stage, Stage]>(
    ['committed', 'paid'],
    ['paid', 'committed'],
    ['paid', 'accepted'],
    ['paid', 'returned'],
    ['accepted', 'paid'],
    ['accepted', 'returned'],
    ['returned', 'paid'],
  );

  test('what is paid, proven and returned stays in the ledger: nothing of it comes from outside or goes there', () => {
    fc.assert(
      fc.property(anyHolding, after, fc.integer({ min: 0, max: 4 }), (now, [from, to], n) => {
        const then = moved(now, from, to, n);
        const movements = movementsBetween(now, then);
        expect(holdingAfter(now, movements)).toEqual(then);
        expect(movements).toEqual(
          isNothing(part(now[from], n)) ? [] : [{ from, to, amounts: part(now[from], n) }],
        );
      }),
    );
  });

  test.each([
    ['no more is paid than is committed', committed, { ...NO_HOLDING, paid: plus(asked, amountsOf(1)) }],
    ['what was paid does not vanish', paid, NO_HOLDING],
    ['nothing is accepted that was not paid', committed, accepted],
    ['nothing comes back that was not paid', NO_HOLDING, returned],
  ])('%s', (_what, now, then) => {
    expect(() => movementsBetween(now, then)).toThrow(RangeError);
  });

  test('a frame is bound by what is committed, paid and accepted, not by what came back', () => {
    const all = { ...NO_HOLDING, committed: amountsOf(1), paid: amountsOf(20), accepted: amountsOf(300) };
    expect(boundOf({ ...all, reserved: asked, returned: asked } as Holding)).toEqual(amountsOf(321));
    expect(paidOutOf({ ...all, returned: amountsOf(4_000) })).toEqual(
      plus(amountsOf(20), plus(amountsOf(300), amountsOf(4_000))),
    );
  });

  test('a head from before payments has paid nothing', () => {
    const { requested, reserved, committed: open } = committed;
    expect(holding.parse({ requested, reserved, committed: open })).toEqual(committed);
  });
});
