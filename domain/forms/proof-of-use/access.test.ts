import { describe, expect, test } from 'vitest';
import type { Role } from '../../people/role.ts';
import { aProofHead } from './a-proof-head.test-data.ts';
import type { ProofAbout } from './about.ts';
import { proofStanding, proofToldOf } from './access.ts';

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

  const announced = {
    by: 'post',
    sentOn: '2028-05-12',
    announcedOn: '2028-05-16',
    objectionEnds: '2028-06-16',
    payBy: '2028-06-15',
  } as const;
  const on = (day: string, what: string) => ({ at: `2028-05-${day}T09:00:00.000Z`, what });
  const approved = (...days: string[]) =>
    days.map((day) => ({ person: 'rosa', step: 'approval', action: 'approve', at: on(day, '').at }));
  const told = (as: Role, about: Partial<ProofAbout>, all: { at: string; what: string }[]) =>
    proofToldOf({ roles: [as] }, aProofHead({ about }), all, ({ what }) => what);

  test('the provider learns of a claim when it is announced, and of what the office does among itself never', () => {
    const all = [on('02', 'query'), on('03', 'claim'), on('04', 'approve'), on('05', 'return')];
    const acted = approved('04');
    expect(told('provider', { acted }, all)).toEqual([on('02', 'query')]);
    expect(told('provider', { acted, announced }, all)).toEqual([on('02', 'query'), on('03', 'claim')]);
    expect(told('clerk', {}, all)).toEqual(all);
  });

  test('the provider never learns of a draft of the claim that was returned, and goes on knowing what it was told', () => {
    const all = ['03', '05', '20'].map((day) => on(day, 'claim'));
    const acted = approved('06');
    expect(told('provider', { acted, announced }, all.slice(0, 2))).toEqual([on('05', 'claim')]);
    const earlier = [{ sha256: 'a'.repeat(64), announced }];
    expect(told('provider', { acted, earlier }, all)).toEqual([on('05', 'claim')]);
    const again = { acted: approved('06', '21'), earlier, announced };
    expect(told('provider', again, all)).toEqual([on('05', 'claim'), on('20', 'claim')]);
  });
});
