import { expect, test } from 'vitest';
import { type ApiEvent, languageOf } from './request.ts';

const spoken = (accept: string) =>
  languageOf({ headers: { 'accept-language': accept } } as unknown as ApiEvent);

test.each([
  ['the first of equals', 'en, ar', 'en'],
  ['the one wished most', 'en;q=0.5, ar;q=0.9', 'ar'],
  ['one with blanks around its weight', 'en ; q=0.1 , ar ; q=0.2', 'ar'],
  ['one without a weight, which counts as one', 'ar;q=0.9, en', 'en'],
  ['the first that we speak', 'tr, en-GB;q=0.3', 'en'],
  ['German, where we speak none', 'tr', 'de'],
  ['German, where nothing is wished', '', 'de'],
  ['one whose weight follows another parameter', 'ar;x=1;q=0.2, en;q=0.3', 'en'],
  ['German for a header of blanks', `a${' '.repeat(5_000)}b`, 'de'],
])('the language of an answer is %s', (_which, accept, language) => {
  expect(spoken(accept)).toBe(language);
});
