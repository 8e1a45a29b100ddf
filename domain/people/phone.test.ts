import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toE164 } from './phone.ts';

test.each([
  ['06731 123456', '+496731123456'],
  ['06731/12 34 56', '+496731123456'],
  ['(06731) 123456', '+496731123456'],
  ['06731-1234-56', '+496731123456'],
  ['06731–123456', '+496731123456'],
  ['06731\u2011123456', '+496731123456'],
  ['06731.123.456', '+496731123456'],
  ['+49 6731 123456', '+496731123456'],
  ['+49 (0) 6731 123456', '+496731123456'],
  ['+49 06731 123456', '+496731123456'],
  ['0049 6731 123456', '+496731123456'],
  ['0049 (0)6731 123456', '+496731123456'],
  ['0151 23456789', '+4915123456789'],
  ['+33 1 23 45 67 89', '+33123456789'],
  ['00352 26 12 34', '+352261234'],
  ['+90 (532) 123 45 67', '+905321234567'],
  ['٠٦٧٣١ ١٢٣٤٥٦', '+496731123456'],
  ['۰۶۷۳۱ ۱۲۳۴۵۶', '+496731123456'],
  ['\u200e06731 123456\u202c', '+496731123456'],
  ['０６７３１ １２３４５６', '+496731123456'],
])('%s is %s', (typed, number) => {
  expect(toE164(typed)).toBe(number);
});

test.each([
  ['', 'nothing'],
  ['110', 'a number without area code'],
  ['123456', 'a number that is only known nearby'],
  ['06731 abc', 'letters'],
  ['06731 123456 nach 18 Uhr', 'words behind it'],
  ['0673', 'too short'],
  ['+49 6731 123456789012', 'more than 15 digits'],
  ['+0 6731 123456', 'a country code that begins with 0'],
  ['++49 6731 123456', 'two signs'],
  ['06731+123456', 'a sign inside'],
  ['anna@example.org', 'an e-mail address'],
])('%j is no telephone number: %s', (typed) => {
  expect(toE164(typed)).toBeUndefined();
});

test('whatever is accepted is E.164 and is accepted again as the same number', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'+00123456789 ()/.-٠٦۰۶'), maxLength: 24 });
  fc.assert(
    fc.property(typed, (text) => {
      const number = toE164(text);
      if (number === undefined) return;
      expect(number).toMatch(/^\+[1-9]\d{6,14}$/);
      expect(toE164(number)).toBe(number);
    }),
    { numRuns: 2000 },
  );
});
