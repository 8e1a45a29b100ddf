import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Amounts, amountsOf, NOTHING, plus, totalOf } from '../budget/amounts.ts';
import { beyond } from '../budget/difference.ts';
import type { Instalment } from './grant.ts';
import { inParts } from './plan.ts';
import { replan } from './replan.ts';

const ORDER = '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6';
const days = ['2027-02-15', '2027-05-15', '2027-08-15', '2027-11-15'];
const planned = (sum: Amounts): Instalment[] =>
  inParts(sum, 4).map((amounts, n) => ({
    n: n + 1,
    due: days[n] ?? '',
    amount: totalOf(amounts),
    amounts,
    order: `${ORDER}${n + 1}`,
  }));
const of = (...open: number[]) => ({ open, today: '2027-09-01', orderFor: (n: number) => `${ORDER}${n}` });
const amountsIn = (instalments: readonly Instalment[]) => instalments.map(({ amount }) => amount);
const sumOf = (instalments: readonly Instalment[]) =>
  instalments.reduce((sum, { amounts }) => plus(sum, amounts), NOTHING);

describe('instalments after an amendment', () => {
  const instalments = planned(amountsOf(71_234_56));

  test('are equal parts of what is left, where nobody has certified them', () => {
    const ordered = totalOf(instalments[0]?.amounts ?? NOTHING);
    const rest = beyond(amountsOf(73_055_41), instalments[0]?.amounts ?? NOTHING);
    const after = replan({ instalments }, rest, of(2, 3, 4));
    expect(after[0]).toEqual(instalments[0]);
    expect(amountsIn(after)).toEqual([ordered, 18_415_59, 18_415_59, 18_415_59]);
    expect(after.map(({ due, order }) => [due, order])).toEqual(
      instalments.map(({ due, order }) => [due, order]),
    );
  });

  test('are one more, at once, where all are under way; and none where nothing is left', () => {
    const after = replan({ instalments }, amountsOf(1_820_85), of());
    expect(after.slice(0, 4)).toEqual(instalments);
    expect(after[4]).toMatchObject({ n: 5, due: '2027-09-01', amount: 1_820_85, order: `${ORDER}5` });
    expect(replan({ instalments }, NOTHING, of())).toEqual(instalments);
  });

  test('get nothing where more is paid already than is granted', () => {
    expect(amountsIn(replan({ instalments }, NOTHING, of(3, 4))).slice(2)).toEqual([0, 0]);
  });

  test('come to what is committed, to the cent and share by share, and replanned again stay the same', () => {
    const shares = fc.nat(90_000_00);
    const sums = fc.record({ state: shares, county: shares, voluntary: shares });
    fc.assert(
      fc.property(sums, sums, fc.subarray([1, 2, 3, 4]), (granted, rest, open) => {
        const before = planned(granted);
        const after = replan({ instalments: before }, rest, of(...open));
        const fixed = before.filter(({ n }) => !open.includes(n));
        expect(sumOf(after)).toEqual(plus(sumOf(fixed), rest));
        for (const one of fixed) expect(after).toContainEqual(one);
        if (open.length > 0) expect(replan({ instalments: after }, rest, of(...open))).toEqual(after);
      }),
    );
  });
});
