import { describe, expect, test } from 'vitest';
import { closedOn } from '../../amendments/closed-on.ts';
import { PROOF_DEFAULTS } from '../../proof/settings.ts';
import { aProofHead } from './a-proof-head.test-data.ts';
import { closedEarly } from './closed-early.ts';

const AT = '2027-05-04T09:00:00.000Z';
const now = { at: AT, settings: PROOF_DEFAULTS };
const awaited = aProofHead({ at: 'filing', visit: 1, due: '2028-03-31T22:00:00.000Z' });

describe('the proof of a grant that ended because its last Kita changed its provider', () => {
  test('is due ninety days after its last day', () => {
    expect(closedEarly(awaited, '2027-06-30', now)).toMatchObject({
      due: '2027-09-28T22:00:00.000Z',
      about: { closedOn: '2027-06-30', fileBy: '2027-09-28' },
    });
  });

  test('leaves as many days where the end is behind already, and goes by working days', () => {
    const late = closedEarly(awaited, '2027-02-28', now);
    expect(late?.about.fileBy).toBe('2027-08-02');
  });

  test('is due with the others again when the grant goes on after all', () => {
    const closed = closedEarly(awaited, '2027-06-30', now);
    const again = closed && closedEarly(closed, undefined, now);
    expect(again).toEqual(awaited);
  });

  test('stays as it is when nothing of that changed, or it has been filed', () => {
    expect(closedEarly(awaited, undefined, now)).toBeUndefined();
    const closed = closedEarly(awaited, '2027-06-30', now);
    expect(closed && closedEarly(closed, '2027-06-30', now)).toBeUndefined();
    expect(closedEarly(aProofHead(), '2027-06-30', now)).toBeUndefined();
  });
});

test('a grant ends early when a Kita left on the last day that is granted, and goes on while others are there', () => {
  const left = (on: string) => [{ left: [{ kita: 'biebelnheim', on }] }];
  const period = (to: string) => ({ period: { from: '2027-01-01', to } });
  expect(closedOn(period('2027-06-30'), left('2027-06-30'))).toBe('2027-06-30');
  expect(closedOn(period('2027-12-31'), left('2027-06-30'))).toBeUndefined();
  expect(closedOn(period('2027-06-30'), [{}])).toBeUndefined();
  expect(closedOn(period('2027-06-30'))).toBeUndefined();
});
