import { describe, expect, test } from 'vitest';
import { amountsOf } from '../budget/amounts.ts';
import { aBudgetHead } from '../forms/budget-application/a-budget-head.test-data.ts';
import type { BudgetHead } from '../forms/budget-application/particulars.ts';
import type { Amends } from './amends.ts';
import { needsHearing } from './hearing.ts';
import { isOffered } from './offered.ts';

const before = amountsOf(700_00);
const amends = (change: Partial<Amends> = {}): Amends => ({
  application: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6b',
  reason: 'vacancy',
  before,
  stands: before,
  ...change,
});
const offered = (head: BudgetHead) =>
  ['grant', 'refuse', 'reexamine', 'discontinue', 'withdraw'].filter((action) => isOffered(head, action));

describe('what may be done', () => {
  test('with an application of its own is what its process says, and never to discontinue it', () => {
    expect(offered(aBudgetHead())).toEqual(['grant', 'refuse', 'reexamine', 'withdraw']);
  });

  test('with an amendment is the same, until it is approved: then it is neither refused nor withdrawn', () => {
    const open = aBudgetHead({ about: { amends: amends() } });
    expect(offered(open)).toEqual(['grant', 'refuse', 'reexamine', 'withdraw']);
    const effective = aBudgetHead({ about: { amends: amends({ effective: true }) } });
    expect(offered(effective)).toEqual(['grant', 'reexamine']);
  });

  test('with what the office filed is to grant or to discontinue it', () => {
    const filed = aBudgetHead({ about: { amends: amends({ exOfficio: true }) } });
    expect(offered(filed)).toEqual(['grant', 'discontinue']);
    const effective = aBudgetHead({ about: { amends: amends({ exOfficio: true, effective: true }) } });
    expect(offered(effective)).toEqual(['grant']);
  });
});

describe('the provider is heard', () => {
  const deciding = (amount: number, change: Partial<Amends>, heard?: boolean) =>
    needsHearing(
      aBudgetHead({
        about: {
          amends: amends(change),
          decision: { kind: 'grant', amount, voluntary: 0, note: 1 },
          ...(heard && { heard }),
        },
      }).about,
    );

  test('once, before the office takes something away of its own accord', () => {
    expect(deciding(699_99, { exOfficio: true })).toBe(true);
    expect(deciding(699_99, { exOfficio: true }, true)).toBe(false);
    expect(deciding(700_00, { exOfficio: true })).toBe(false);
    // Who applies for less itself has spoken.
    expect(deciding(600_00, {})).toBe(false);
  });
});
