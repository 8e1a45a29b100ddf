import { expect, test } from 'vitest';
import { pageLanguage } from './language.ts';
import { problemKeys } from './problem.ts';

test.each([
  [
    'a field’s own words before those of the code',
    ['kita'],
    'required',
    ['kita.required', 'required', 'wrong-type'],
  ],
  [
    'the same words wherever in a list',
    ['topics', 3],
    'unknown-choice',
    ['topics.unknown-choice', 'unknown-choice', 'wrong-type'],
  ],
  [
    'fields inside fields',
    ['positions', 0, 'hours'],
    'required',
    ['positions.hours.required', 'required', 'wrong-type'],
  ],
])('a wrong field is spoken of with %s', (_how, path, message, keys) => {
  expect(problemKeys({ path, message })).toEqual(keys);
});

test.each([
  ['de', 'de'],
  ['DE-at', 'de'],
  ['de-simple', 'de'],
  ['en-GB', 'en'],
  ['ar-SY', 'ar'],
  ['uk', 'de'],
  ['', 'de'],
  [undefined, 'de'],
] as const)('who wishes for %s gets the pages in %s', (wish, language) => {
  expect(pageLanguage(wish)).toBe(language);
});
