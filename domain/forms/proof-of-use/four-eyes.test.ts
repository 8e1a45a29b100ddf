import { describe, expect, test } from 'vitest';
import { aProofHead } from './a-proof-head.test-data.ts';
import { proofDeedsAgainst } from './four-eyes.ts';

const AT = '2028-03-15T09:00:00.000Z';
const deed = (step: string, person = 'anna', inFor?: string) => ({
  person,
  ...(inFor && { for: inFor }),
  step,
  action: 'whatever',
  at: AT,
});
const OFFICE = { roles: ['clerk', 'head', 'treasurer'] as const };
const THEIRS = { roles: ['provider'] as const, provider: aProofHead().about.provider };
const isExcluded = (
  at: string,
  acted: ReturnType<typeof deed>[],
  standsInFor: string[] = [],
  separate: [string, string][] = [],
  as: typeof OFFICE | typeof THEIRS = OFFICE,
) =>
  proofDeedsAgainst({ id: 'anna', standsInFor, ...as }, aProofHead({ at, about: { acted } }), separate)
    .length > 0;

describe('four eyes on a proof of use', () => {
  test.each([
    ['check', 'approval'],
    ['missing', 'approval'],
    ['claim', 'approval'],
    ['approval', 'repayment'],
  ])('keep who did %s from %s, and the other way round', (one, other) => {
    expect(isExcluded(other, [deed(one)])).toBe(true);
    expect(isExcluded(one, [deed(other)])).toBe(true);
  });

  test('look at both of a deputyship, and at whom somebody stands in for today', () => {
    expect(isExcluded('approval', [deed('check', 'bert', 'anna')])).toBe(true);
    expect(isExcluded('approval', [deed('check', 'bert')], ['bert'])).toBe(true);
    expect(isExcluded('approval', [deed('check', 'bert')])).toBe(false);
  });

  test.each(['filing', 'queries', 'hearing'])(
    'keep who acted for the provider in %s from every step of the office',
    (step) => {
      for (const at of ['check', 'missing', 'claim', 'approval', 'announce', 'repayment'])
        expect(isExcluded(at, [deed(step)]), at).toBe(true);
      // Also not to withdraw the notice while the provider has the turn; the provider itself goes on.
      expect(isExcluded('queries', [deed(step)])).toBe(true);
      expect(isExcluded('queries', [deed(step)], [], [], THEIRS)).toBe(false);
    },
  );

  test('do not take who intends a withdrawal while the provider has the turn for the provider', () => {
    const intended = { ...deed('filing'), action: 'intend-withdrawal' };
    expect(isExcluded('claim', [intended])).toBe(false);
    expect(isExcluded('filing', [intended])).toBe(false);
    expect(isExcluded('approval', [intended])).toBe(true);
  });

  test('let the same clerk check, draft the claim and announce it, unless the county separates that', () => {
    expect(isExcluded('claim', [deed('check')])).toBe(false);
    expect(isExcluded('announce', [deed('claim')])).toBe(false);
    expect(isExcluded('announce', [deed('claim')], [], [['claim', 'announce']])).toBe(true);
  });
});
