import { expect, test } from 'vitest';
import { linkFrom } from './link.ts';

test.each([
  ['as the address has it', 'abcde23456'],
  ['as the poster shows it', 'abcde 23456'],
  ['with dashes and capitals', ' ABCDE–23456 '],
  ['with the digits of an Arabic keyboard', '\u200fabcde٢٣٤٥٦'],
  ['with the address before it', 'https://kita.example.org/umfrage#abcde23456'],
])('a link is read %s', (_how, typed) => {
  expect(linkFrom(typed)).toBe('abcde23456');
});

test.each(['', 'abcde2345', 'abcde234567', 'abcde2345o', 'abcde/2345', '../../kitas'])(
  '%j is no link',
  (typed) => {
    expect(linkFrom(typed)).toBeUndefined();
  },
);
