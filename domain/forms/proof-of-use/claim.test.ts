import { describe, expect, test } from 'vitest';
import { PROOF_DEFAULTS } from '../../proof/settings.ts';
import { claimOf } from './claim.ts';

const facts = { kind: 'repayment', paid: 71_234_56, recognised: 47_489_71, today: '2028-05-11' } as const;
const rules = {
  ...PROOF_DEFAULTS,
  setOff: true,
  interest: { points: 500, baseRates: [{ from: '2027-01-01', rate: 127 }] },
};
const AGAINST = '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6c';

describe('a claim', () => {
  test('on 71,234.56 € paid and 47,489.71 € proven is 23,744.85 €', () => {
    expect(claimOf(facts, PROOF_DEFAULTS)).toEqual({
      ok: true,
      claim: {
        kind: 'repayment',
        paid: 71_234_56,
        recognised: 47_489_71,
        repayment: 23_744_85,
        payable: 23_744_85,
      },
    });
  });

  test('has interest by the day where the county claims some, and is less by what is set off', () => {
    const made = claimOf(
      { ...facts, interestFrom: '2028-02-02', setOff: { amount: 3_744_85, against: AGAINST } },
      rules,
    );
    // A hundred days of a leap year at 6.27 %: 23,744.85 × 0.0627 × 100 / 366 = 406.78 €.
    expect(made).toMatchObject({
      claim: { interest: { from: '2028-02-02', to: '2028-05-11', amount: 406_78 }, payable: 20_406_78 },
    });
  });

  test.each([
    ['nothing-to-claim', { recognised: 71_234_56 }, rules],
    ['no-interest', { interestFrom: '2028-02-02' }, PROOF_DEFAULTS],
    ['no-base-rate', { interestFrom: '2026-12-31' }, rules],
    ['no-set-off', { setOff: { amount: 1, against: AGAINST } }, PROOF_DEFAULTS],
    ['set-off-too-much', { setOff: { amount: 23_744_86, against: AGAINST } }, rules],
  ])('is refused: %s', (refusal, change, of) => {
    expect(claimOf({ ...facts, ...change }, of)).toEqual({ ok: false, refusal });
  });
});
