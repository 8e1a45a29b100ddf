import { expect, test } from 'vitest';
import { aProofHead } from '../forms/proof-of-use/a-proof-head.test-data.ts';
import type { Booking } from './booking.ts';
import { matchRepayment } from './match-repayment.ts';

const CLAIM = {
  kind: 'repayment',
  number: 'RF000001',
  paid: 71_234_56,
  recognised: 47_489_71,
  repayment: 23_744_85,
  payable: 23_744_85,
  note: 1,
} as const;
const ANNOUNCED = {
  by: 'post',
  sentOn: '2028-05-03',
  announcedOn: '2028-05-07',
  objectionEnds: '2028-06-07',
  payBy: '2028-06-06',
} as const;
const about = { claim: CLAIM, announced: ANNOUNCED };
const awaited = aProofHead({ at: 'repayment', about });
const REPAID = { reference: 'FS-1', on: '2028-06-12' };
const closed = aProofHead({ at: 'closed', about: { ...about, repaid: REPAID } });
const money: Booking = { ...REPAID, number: 'RF000001', amount: 23_744_85, kind: 'paid' };
const because = (why: string) => ({ do: 'nothing', because: why });

test.each([
  ['of exactly what is to be paid settles the claim', money, awaited, undefined, { do: 'repay' }],
  ['that counts already is told as that', money, closed, closed.id, because('counted')],
  ['that counts on something else is shown', money, awaited, 'another', because('twice')],
  [
    'of another reference on a settled claim is shown',
    { ...money, reference: 'FS-2' },
    closed,
    undefined,
    because('twice'),
  ],
  ['of a part is shown', { ...money, amount: 10_000_00 }, awaited, undefined, because('other-amount')],
  ['of more is shown', { ...money, amount: 23_744_86 }, awaited, undefined, because('other-amount')],
  [
    'that comes while somebody may object is shown',
    money,
    aProofHead({ at: 'objection-period', about }),
    undefined,
    because('not-due'),
  ],
  [
    'that the bank took back is shown',
    { ...money, kind: 'returned' as const },
    awaited,
    undefined,
    because('not-claimed'),
  ],
  ['of nothing that is claimed is shown', money, aProofHead(), undefined, because('not-claimed')],
  ['of a day to come is shown', { ...money, on: '2028-06-14' }, awaited, undefined, because('other-day')],
  [
    'of a day before the notice is shown',
    { ...money, on: '2028-05-02' },
    awaited,
    undefined,
    because('other-day'),
  ],
])('a booking %s', (_, booking, head, countedOn, expected) => {
  expect(matchRepayment(booking, head, { countedOn, today: '2028-06-13' })).toEqual(expected);
});
