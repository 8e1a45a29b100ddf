import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applications } from './any-application.test-data.ts';
import { differencesOf } from './differences.ts';
import type { BudgetApplicationDraft } from './draft.ts';
import { budgetApplicationExample } from './example.ts';
import { changedUnnamed, isNamable } from './reopened.ts';

const example = budgetApplicationExample;
const [first, second] = example.positions;
if (!first || !second) throw new Error('the example has two positions');
const change: Record<string, BudgetApplicationDraft> = {
  iban: { iban: 'LU280019400644750000' },
  email: {
    provider: { ...example.provider, contact: { ...example.provider.contact, email: 'neu@example.org' } },
  },
  hours: { positions: [{ ...first, hours: 1_950 }, second] },
  cost: { positions: [{ ...first, annualCost: 1 }, second] },
  removed: { positions: [second] },
  added: { positions: [first, second, { ...first, id: 'neu' }] },
  dates: { positions: [{ ...first, from: '2027-02-01' }, second] },
  period: { period: { ...example.period, from: '2027-02-01' } },
  kitas: { kitas: ['biebelnheim'] },
  shares: { shares: [{ kita: 'biebelnheim', percent: 10_000 }] },
  lessTraining: { training: 1 },
  moreTraining: { training: 710_00 },
  lessThirdParty: { thirdParty: 1 },
  moreThirdParty: { thirdParty: 9_999_99 },
  signature: { signature: { name: 'Eva Muster', on: '2026-11-30' } },
};

const unnamed = (named: string[], ...changes: string[]) =>
  changedUnnamed(example, Object.assign({}, example, ...changes.map((one) => change[one])), named);

describe('what a query names is open', () => {
  test.each([
    [['iban'], ['iban']],
    [['provider'], ['email']],
    [['provider.contact'], ['email']],
    [['provider.contact.email'], ['email']],
    [['positions'], ['added']],
    [['positions'], ['removed']],
    [['positions.kita-sozialarbeit'], ['hours']],
    [['positions.kita-sozialarbeit'], ['removed']],
    [['positions.kita-sozialarbeit.hours'], ['hours']],
    [['training'], ['moreTraining']],
  ])('%j for the change of %j', (named, changes) => {
    expect(unnamed(named, ...changes)).toEqual([]);
  });

  test('and so is the signature, because whoever corrects signs anew', () => {
    expect(unnamed(['iban'], 'iban', 'signature')).toEqual([]);
  });
});

describe('what it does not name is closed', () => {
  test.each([
    [['iban'], ['hours'], ['positions.kita-sozialarbeit.hours']],
    [['iban'], ['iban', 'email', 'removed'], ['provider.contact.email', 'positions.kita-sozialarbeit']],
    [['provider.contact.phone'], ['email'], ['provider.contact.email']],
    [['positions.kita-sozialarbeit.hours'], ['cost'], ['positions.kita-sozialarbeit.annualCost']],
    [['positions.kita-sozialarbeit.hours'], ['removed'], ['positions.kita-sozialarbeit']],
    [['positions.elterncafe'], ['hours'], ['positions.kita-sozialarbeit.hours']],
    [['positions.elterncafe'], ['added'], ['positions.neu']],
    [['positions'], ['shares'], ['shares.biebelnheim.percent', 'shares.albig-muster']],
    [[], ['iban'], ['iban']],
    [['ib', 'iban.x', ''], ['iban'], ['iban']],
  ])('%j does not open the change of %j', (named, changes, expected) => {
    expect(unnamed(named, ...changes)).toEqual(expected);
  });
});

describe('what joins a named field may follow it', () => {
  test.each([
    ['shares follow the Kitas', ['kitas'], ['kitas', 'shares'], []],
    ['the Kitas do not follow the shares', ['shares'], ['kitas', 'shares'], ['kitas']],
    ['dates of positions follow the period', ['period'], ['period', 'dates'], []],
    ['their hours do not', ['period.from'], ['period', 'hours'], ['positions.kita-sozialarbeit.hours']],
    ['training may go down with the costs', ['positions'], ['cost', 'lessTraining'], []],
    ['but not up', ['positions'], ['cost', 'moreTraining'], ['training']],
    [
      'third-party money may go down as well',
      ['positions.kita-sozialarbeit.hours'],
      ['hours', 'lessThirdParty'],
      [],
    ],
    ['but not up', ['positions'], ['hours', 'moreThirdParty'], ['thirdParty']],
    [
      'and neither with a field of another matter',
      ['iban'],
      ['lessTraining', 'lessThirdParty'],
      ['training', 'thirdParty'],
    ],
  ])('%s', (_what, named, changes, expected) => {
    expect(unnamed(named, ...changes)).toEqual(expected);
  });
});

test.each([
  ['provider', true],
  ['provider.contact.email', true],
  ['provider.ags', true],
  ['attachments', true],
  ['positions', true],
  ['positions.elterncafe', true],
  ['positions.elterncafe.hours', true],
  ['shares.biebelnheim.percent', true],
  ['', false],
  ['total', false],
  ['constructor', false],
  ['iban.x', false],
  ['provider.iban', false],
  ['positions.neu', false],
  ['positions.0.hours', false],
  ['positions.elterncafe.fte', false],
  ['positions.elterncafe.hours.x', false],
  ['positions.', false],
])('whether a query can name %j: %j', (path, expected) => {
  expect(isNamable(path, example)).toBe(expected);
});

test('whatever changes, naming it opens it, and naming nothing leaves only the signature open', () => {
  fc.assert(
    fc.property(applications, applications, (before, after) => {
      const changed = differencesOf(before, after).map(({ path }) => path);
      expect(changedUnnamed(before, after, changed)).toEqual([]);
      expect(changedUnnamed(before, after, [])).toEqual(changed);
      for (const path of changed) expect(isNamable(path, before) || isNamable(path, after)).toBe(true);
    }),
  );
});

test('an untouched version has nothing that was not named', () => {
  fc.assert(
    fc.property(applications, fc.subarray(['iban', 'positions', 'kitas']), (answers, named) => {
      expect(changedUnnamed(answers, JSON.parse(JSON.stringify(answers)), named)).toEqual([]);
    }),
  );
});
