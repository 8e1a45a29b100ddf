import { expect, test } from 'vitest';
import { claimDrafted } from './claim-draft.ts';

const AGAINST = '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6c';
const rules = { setOff: true, interest: { points: 500, baseRates: [{ from: '2027-02-01', rate: 127 }] } };
const draft = {
  kind: 'repayment',
  paid: 71_234_56,
  recognised: 47_489_71,
  heard: 47_489_71,
  today: '2028-05-11',
  year: 2027,
} as const;
const issuesOf = (change: object, of: typeof rules | { setOff: boolean } = rules) => {
  const made = claimDrafted({ ...draft, ...change }, of);
  return made.ok ? [] : made.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
};

test('a claim as the provider was heard on it, or on less, is drafted', () => {
  expect(claimDrafted(draft, rules)).toMatchObject({ ok: true, claim: { payable: 23_744_85 } });
  expect(issuesOf({ recognised: 50_000_00 })).toEqual([]);
  const off = { setOff: { amount: 1_000_00, against: AGAINST }, committed: 1_000_00 };
  expect(claimDrafted({ ...draft, ...off }, rules)).toMatchObject({ claim: { payable: 22_744_85 } });
});

test.each([
  ['more than the provider was heard on', { recognised: 47_489_70 }, ['granted not-heard']],
  ['nothing that is left to claim', { recognised: 71_234_56 }, ['granted nothing-to-claim']],
  ['interest of a day to come', { interestFrom: '2028-05-12' }, ['interestFrom date-future']],
  ['interest before the year of the money', { interestFrom: '2026-12-31' }, ['interestFrom date-too-early']],
  ['interest of a day without a rate', { interestFrom: '2027-01-31' }, ['interestFrom no-base-rate']],
  [
    'a set-off against what is not theirs',
    { setOff: { amount: 1, against: AGAINST } },
    ['setOff.against unknown-choice'],
  ],
  [
    'a set-off of more than is to be paid there',
    { setOff: { amount: 2, against: AGAINST }, committed: 1 },
    ['setOff.amount more-than-committed'],
  ],
  [
    'a set-off of more than is claimed',
    { setOff: { amount: 23_744_86, against: AGAINST }, committed: 90_000_00 },
    ['setOff.amount set-off-too-much'],
  ],
  [
    'several things at once',
    { recognised: 1, interestFrom: '2028-05-12', setOff: { amount: 2, against: AGAINST }, committed: 1 },
    ['granted not-heard', 'interestFrom date-future', 'setOff.amount more-than-committed'],
  ],
])('%s is named at its field', (_, change, expected) => {
  expect(issuesOf(change)).toEqual(expected);
});

test('neither interest nor set-off is claimed where the county does not', () => {
  expect(issuesOf({ interestFrom: '2028-01-01' }, { setOff: false })).toEqual(['interestFrom no-interest']);
  const setOff = { setOff: { amount: 1, against: AGAINST }, committed: 1 };
  expect(issuesOf(setOff, { setOff: false })).toEqual(['setOff.amount no-set-off']);
});
