import { describe, expect, it } from 'vitest';
import type { ProofFile } from '../../../../domain/api/proof.ts';
import { proofBasisExample, proofOfUseExample } from '../../../../domain/forms/proof-of-use/example.ts';
import { partsStated, reconcile } from '../../../../domain/forms/proof-of-use/proven.ts';
import { type ClaimValues, draftedWith, readClaim } from './claim-values.ts';
import { firstParts, statedParts } from './recognised.ts';

const AGAINST = '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6c';
const TODAY = '2028-05-11';
const PAID = 71_234_56;
const stated = partsStated(proofOfUseExample);
const file = {
  year: 2027,
  sent: 1,
  paid: PAID,
  stated: 47_489_71,
  answers: proofOfUseExample,
  basis: proofBasisExample,
  reconciliation: reconcile(proofBasisExample, { paid: PAID, stated }),
  intended: { kind: 'repayment', recognised: 47_489_71, note: 1 },
  rules: {
    setOff: true,
    interest: { points: 500, baseRates: [{ from: '2027-01-01', rate: 127 }] },
    grants: [{ application: AGAINST, fileNumber: '51-2028-4C5B6C', committed: 5_000_00 }],
  },
} as unknown as ProofFile;
const parts = statedParts(file);
if (!parts) throw new Error('the example was filed');
const typed: ClaimValues = {
  how: 'all',
  granted: firstParts(file, parts),
  sum: '',
  interestFrom: '',
  setOff: { against: '', amount: '' },
  comment: 'Ein Satz.',
  for: '',
};
const read = (change: Partial<ClaimValues>, action = 'claim') => {
  const { more, issues = [] } = readClaim(
    { ...typed, ...change },
    { action, file, stated: parts, today: TODAY },
  );
  return { more, issues: issues.map(({ path, message }) => `${path.join('.')} ${message}`) };
};

describe('what is typed of a claim', () => {
  it('is no more than its reasons where nothing is chosen otherwise', () => {
    expect(read({})).toEqual({ more: { comment: 'Ein Satz.' }, issues: [] });
  });

  it('names parts, interest and what is set off', () => {
    const granted = { ...typed.granted, training: '558,50' };
    const off = { against: AGAINST, amount: '3.744,85' };
    const { more, issues } = read({ how: 'parts', granted, interestFrom: '2028-02-02', setOff: off });
    expect(issues).toEqual([]);
    expect(more).toMatchObject({
      granted: { positions: [{ amount: 45_120_35 }, { amount: 4_310_86 }], training: 558_50 },
      interestFrom: '2028-02-02',
      setOff: { against: AGAINST, amount: 3_744_85 },
    });
    const drafted = draftedWith({ ...typed, interestFrom: '2028-02-02', setOff: off }, file, TODAY);
    expect(drafted).toMatchObject({ ok: true, claim: { payable: 20_406_78 } });
  });

  it('is wrong at its own field', () => {
    const granted = { ...typed.granted, training: '600,00', thirdParty: '1,00' };
    expect(read({ how: 'parts', granted }).issues).toEqual([
      'granted.training more-than-stated',
      'granted.thirdParty less-than-stated',
    ]);
    expect(read({ how: 'parts', granted: { ...typed.granted, training: '0,00' } }).issues).toEqual([
      'sum not-heard',
    ]);
    expect(read({ setOff: { against: AGAINST, amount: '' } }).issues).toEqual(['setOff.amount required']);
    expect(read({ setOff: { against: '', amount: '1 Sack' } }).issues).toEqual([
      'setOff.against required',
      'setOff.amount amount',
    ]);
    expect(read({ setOff: { against: AGAINST, amount: '5.000,01' } }).issues).toEqual([
      'setOff.amount more-than-committed',
    ]);
    expect(read({ interestFrom: '2028-05-12', comment: ' ' }).issues).toEqual([
      'interestFrom date-future',
      'comment required',
    ]);
  });

  it('is something to be claimed, where the provider is heard on it', () => {
    expect(read({}, 'intend-claim').issues).toEqual([]);
    const all = { ...file, paid: 47_489_71 };
    const { issues } = readClaim(typed, { action: 'intend-claim', file: all, stated: parts, today: TODAY });
    expect(issues).toEqual([{ path: ['sum'], message: 'nothing-to-claim' }]);
  });
});
