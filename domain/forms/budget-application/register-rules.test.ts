import { describe, expect, test } from 'vitest';
import { type ConceptVersion, conceptIssues, kitaIssues } from './register-rules.ts';

const provisions = [
  { kita: 'igel', provider: 'gemeinde', from: '2021-07-01' },
  { kita: 'igel', provider: 'verband', from: '2027-08-01' },
  { kita: 'fuchs', provider: 'verband', from: '2027-01-01' },
  { kita: 'dachs', provider: 'verband', from: '2021-07-01' },
  { kita: 'dachs', provider: 'verband', from: '2027-06-01' },
];
const foreign = (kitas: string[], from: string, to: string) =>
  kitaIssues({ kitas, period: { from, to } }, 'verband', provisions);

describe('a Kita can be applied for', () => {
  test.each([
    ['from the day on that the provider runs it', 'igel', '2027-08-01', '2027-12-31'],
    ['in its first year', 'fuchs', '2027-01-01', '2027-12-31'],
    ['when the register names the same provider again', 'dachs', '2027-01-01', '2027-12-31'],
  ])('%s', (_when, kita, from, to) => {
    expect(foreign([kita], from, to)).toEqual([]);
  });
});

describe('a Kita cannot be applied for', () => {
  test.each([
    ['when another one runs it on the first day', 'igel', '2027-07-31', '2027-12-31'],
    ['when it changes hands in the period', 'igel', '2027-01-01', '2027-08-01'],
    ['before anybody runs it', 'fuchs', '2026-12-31', '2027-12-31'],
    ['when no register has it', 'wolf', '2027-01-01', '2027-12-31'],
  ])('%s', (_when, kita, from, to) => {
    expect(foreign(['dachs', kita], from, to)).toEqual([{ path: ['kitas', 1], message: 'foreign-kita' }]);
  });
});

describe('the concept', () => {
  const period = { from: '2027-01-01', to: '2027-12-31' };
  const resolvedOn = '2026-09-15';

  test.each<[string, ConceptVersion[]]>([
    ['until further notice', [{ resolvedOn, from: '2021-07-01' }]],
    ['for exactly the period', [{ resolvedOn, from: '2027-01-01', to: '2027-12-31' }]],
    [
      'in two versions that meet',
      [
        { resolvedOn, from: '2027-07-01' },
        { resolvedOn: '2021-03-24', from: '2021-07-01', to: '2027-06-30' },
      ],
    ],
    ['with a draft of the next version', [{ resolvedOn, from: '2021-07-01' }, { from: '2027-07-01' }]],
  ])('is valid %s', (_how, versions) => {
    expect(conceptIssues({ period }, versions)).toEqual([]);
  });

  test.each<[string, ConceptVersion[]]>([
    ['when there is none', []],
    ['when the committee has not resolved it', [{ from: '2021-07-01' }]],
    ['when it begins a day late', [{ resolvedOn, from: '2027-01-02' }]],
    ['when it ends a day early', [{ resolvedOn, from: '2021-07-01', to: '2027-12-30' }]],
    [
      'when there is a day between two versions',
      [
        { resolvedOn, from: '2021-07-01', to: '2027-06-29' },
        { resolvedOn, from: '2027-07-01' },
      ],
    ],
  ])('is missing %s', (_when, versions) => {
    expect(conceptIssues({ period }, versions)).toEqual([{ path: ['concept'], message: 'no-concept' }]);
  });
});
