import { describe, expect, test } from 'vitest';
import type { Role } from '../../people/role.ts';
import { aProofHead } from './a-proof-head.test-data.ts';
import { isProofTold, proofStanding } from './access.ts';

const asker = (roles: Role[], provider?: string) => ({ id: 'anna', roles, standsInFor: [], provider });

describe('who sees a proof of use', () => {
  test.each<[Role[], string | undefined, Role[] | undefined]>([
    [['provider'], 'verein', ['provider']],
    [['provider'], 'other', undefined],
    [['provider', 'clerk'], 'verein', ['provider']],
    [['provider', 'clerk'], 'other', ['clerk']],
    [['clerk'], undefined, ['clerk']],
    [['head', 'treasurer'], undefined, ['head', 'treasurer']],
    [['coordinator'], undefined, ['coordinator']],
    [['auditor'], undefined, ['auditor']],
    [['kita'], undefined, undefined],
    [['committee'], undefined, undefined],
    [['social-worker'], undefined, undefined],
    [['admin'], undefined, undefined],
  ])('%j of %s sees it as %j', (roles, provider, seen) => {
    expect(proofStanding(asker(roles, provider), aProofHead())?.roles).toEqual(seen);
  });

  test('the provider learns of a claim when it is announced, and of what the office does among itself never', () => {
    const own = { roles: ['provider' as const] };
    expect(isProofTold(own, aProofHead(), 'claim')).toBe(false);
    const announced = {
      by: 'post',
      sentOn: '2028-05-12',
      announcedOn: '2028-05-16',
      objectionEnds: '2028-06-16',
      payBy: '2028-06-15',
    } as const;
    expect(isProofTold(own, aProofHead({ about: { announced } }), 'claim')).toBe(true);
    expect(isProofTold(own, aProofHead({ about: { announced } }), 'return')).toBe(false);
    expect(isProofTold(own, aProofHead(), 'query')).toBe(true);
    expect(isProofTold({ roles: ['clerk'] }, aProofHead(), 'return')).toBe(true);
  });
});
