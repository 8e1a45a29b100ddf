import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceOf } from './account.ts';
import { amountsOf, isNothing, NOTHING, totalOf } from './amounts.ts';
import { anyHolding } from './any-holding.test-data.ts';
import { holding, holdingAfter, movementsBetween, NO_HOLDING } from './holding.ts';

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

  test.each([
    ['what it asks for comes from outside', NO_HOLDING, requested, 'outside', 'requested'],
    ['a reservation takes what was requested', requested, reserved, 'requested', 'reserved'],
    ['a release gives it back to the request', reserved, requested, 'reserved', 'requested'],
    ['a grant commits what was reserved', reserved, committed, 'reserved', 'committed'],
    ['an annulled grant is reserved again', committed, reserved, 'committed', 'reserved'],
    ['a withdrawal leaves nothing', reserved, NO_HOLDING, 'reserved', 'outside'],
    ['a withdrawn notice leaves nothing', committed, NO_HOLDING, 'committed', 'outside'],
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
      fc.property(anyHolding, anyHolding, (now, then) => {
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
});
