import { expect, test } from 'vitest';
import { NO_RULE, readRise } from './rise-fields.ts';

const typed = (change: object) => ({ from: '2027-04-01', rules: [{ ...NO_RULE, ...change }] });
const wrongIn = (change: object, from = '2027-04-01') => [
  ...readRise(2027, { ...typed(change), from }).wrong.keys(),
];

test('a rule is read as people write it', () => {
  expect(readRise(2027, typed({ payGroup: ' S 12 ', percent: '2,8', amount: '1.320,00' })).rise).toEqual({
    year: 2027,
    from: '2027-04-01',
    rules: [{ payGroup: 'S 12', percent: 280, amount: 1_320_00 }],
  });
  expect(readRise(2027, typed({ percent: '3' })).rise.rules).toEqual([{ percent: 300 }]);
});

test('what cannot be read is named by its field', () => {
  expect(wrongIn({})).toEqual(['rise.0.percent']);
  expect(wrongIn({ percent: '101' })).toEqual(['rise.0.percent']);
  expect(wrongIn({ percent: 'viel' })).toEqual(['rise.0.percent']);
  expect(wrongIn({ percent: '2', amount: '1.320' })).toEqual(['rise.0.amount']);
  expect(wrongIn({ percent: '2' }, '2026-12-31')).toEqual(['rise.from']);
  expect(wrongIn({ percent: '2' }, '')).toEqual(['rise.from']);
});
