import { describe, expect, test } from 'vitest';
import { amountsOf, NOTHING } from '../budget/amounts.ts';
import { NO_HOLDING } from '../budget/holding.ts';
import { aBudgetHead } from '../forms/budget-application/a-budget-head.test-data.ts';
import type { BudgetAbout } from '../forms/budget-application/about.ts';
import { afterProof } from '../forms/proof-of-use/after-proof.ts';
import { amendmentRefusal } from './may-amend.ts';

const sum = amountsOf(700_00);
const grant = (about: Partial<BudgetAbout> = {}, at = 'final') =>
  aBudgetHead({
    at,
    about: {
      approved: { sha256: 'a'.repeat(64), by: 'head', at: '2026-03-27T09:00:00.000Z' },
      decision: { kind: 'grant', amount: 700_00, voluntary: 0, note: 1 },
      money: { ...NO_HOLDING, committed: sum },
      ...about,
    },
  });

describe('a grant can be amended', () => {
  test('when its notice is final and it is not proven yet, paid or not', () => {
    expect(amendmentRefusal(grant(), undefined)).toBeUndefined();
    expect(amendmentRefusal(grant({ money: { ...NO_HOLDING, paid: sum } }), undefined)).toBeUndefined();
    // It was amended to nothing; that can be changed again.
    expect(amendmentRefusal(grant({ money: NO_HOLDING }), undefined)).toBeUndefined();
    for (const money of [
      { ...NO_HOLDING, accepted: sum },
      { ...NO_HOLDING, accepted: NOTHING, returned: sum },
      // A part is claimed back.
      { ...NO_HOLDING, accepted: sum, paid: amountsOf(1_00) },
    ])
      expect(amendmentRefusal(grant({ money }), undefined)).toBe('not-granted');
  });

  test('not while all of it is claimed back, or its notice is withdrawn, and again when that is overturned', () => {
    const paid = grant({ money: { ...NO_HOLDING, paid: sum } });
    const proof = { claim: { repayment: 700_00 } };
    const act = (action: string) => ({ kind: 'action', step: 'approval', action, as: 'head' }) as const;
    const claimed = { ...paid, about: afterProof(paid.about, act('approve'), proof) };
    expect(claimed.about.money).toEqual(paid.about.money);
    expect(amendmentRefusal(claimed, undefined)).toBe('not-granted');
    for (const action of ['remedy', 'overturn']) {
      const open = { ...claimed, about: afterProof(claimed.about, act(action), proof) };
      expect(amendmentRefusal(open, undefined)).toBeUndefined();
    }
    const kept = afterProof(claimed.about, act('object'), proof);
    expect(amendmentRefusal({ ...claimed, about: kept }, undefined)).toBe('not-granted');
  });

  test('not once its proof is accepted, also where nothing was paid', () => {
    const act = { kind: 'action', step: 'missing', action: 'accept-proof', as: 'clerk' } as const;
    const about = afterProof(grant().about, act, {});
    expect(about.money).toEqual(NO_HOLDING);
    expect(amendmentRefusal(grant(about), undefined)).toBe('not-granted');
  });

  test('not before, not when it was refused, and not when it is an amendment itself', () => {
    expect(amendmentRefusal(grant({}, 'objection-period'), undefined)).toBe('not-granted');
    expect(amendmentRefusal(grant({}, 'withdrawn'), undefined)).toBe('not-granted');
    const refused = { kind: 'refuse', amount: 0, voluntary: 0, note: 1 } as const;
    expect(amendmentRefusal(grant({ decision: refused }), undefined)).toBe('not-granted');
    const amends = {
      application: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6b',
      reason: 'other',
      before: sum,
      stands: sum,
    } as const;
    expect(amendmentRefusal(grant({ amends }), undefined)).toBe('not-granted');
  });

  test('by one amendment at a time', () => {
    expect(amendmentRefusal(grant(), aBudgetHead())).toBe('amendment-open');
    expect(amendmentRefusal(grant(), aBudgetHead({ endedAt: '2026-04-01T09:00:00.000Z' }))).toBeUndefined();
  });
});
