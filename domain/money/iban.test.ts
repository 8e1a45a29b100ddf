import { expect, test } from 'vitest';
import { isIban, isIbanLength, plainIban } from './iban.ts';

test.each([
  ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
  [' de89\u00a03704\u202f0044-0532–0130 00 ', 'DE89370400440532013000'],
])('%j is written as banks exchange it', (typed, plain) => {
  expect(plainIban(typed)).toBe(plain);
  expect(isIban(plain)).toBe(true);
});

test.each([
  ['a digit changed', 'DE89370400440532013001'],
  ['two digits exchanged', 'DE89370400440532010300'],
  ['a letter in a German account', 'DE8937040044053201300O'],
  ['no country', '89370400440532013000'],
  ['nothing', ''],
])('with %s it is no IBAN', (_what, iban) => {
  expect(isIban(iban)).toBe(false);
});

test('a German one has 22 characters, others what their country says', () => {
  expect(isIbanLength('DE89370400440532013000')).toBe(true);
  expect(isIbanLength('DE8937040044053201300')).toBe(false);
  expect(isIbanLength('DE893704004405320130000')).toBe(false);
  expect(isIbanLength('LU280019400644750000')).toBe(true);
  expect(isIban('LU280019400644750000')).toBe(true);
});
