import { expect, test } from 'vitest';
import defaults from '../languages/de/notices.json' with { type: 'json' };
import { type NoticeValues, noticeFaults, noticeValues, sayNotice } from './notice-texts.ts';

const values = Object.fromEntries(noticeValues.map((name) => [name, `<${name}>`])) as NoticeValues;

test('every text of the project can be put together from what there is', () => {
  expect(noticeFaults(defaults)).toEqual([]);
});

test('a county says in its own words what it likes, and the rest as everybody does', () => {
  const say = sayNotice({ greeting: 'Guten Tag, {provider},' }, values);
  expect(say('greeting')).toBe('Guten Tag, <provider>,');
  expect(say('heading.reasons')).toBe(defaults['heading.reasons']);
});

test('texts have choices and plurals as ICU has them', () => {
  const say = sayNotice({}, { ...values, months: 1 });
  expect(say('remedies.objection')).toMatch(/^Gegen diesen Bescheid kann innerhalb eines Monats nach/);
  const later = sayNotice({}, { ...values, months: 3 });
  expect(later('remedies.objection')).toContain('innerhalb von 3 Monaten nach');
  expect(say('reasons.committee.approved', { resolvedOn: '18.11.2026' })).toBe(
    'Der Jugendhilfeausschuss hat der Bewilligung am 18.11.2026 zugestimmt.',
  );
  expect(say('reasons.committee.approved', { resolvedOn: 'unknown' })).toBe(
    'Der Jugendhilfeausschuss hat der Bewilligung zugestimmt.',
  );
});

test.each([
  ['a name that no text has', { greetings: 'Hallo' }, 'greetings', /^There is no text of this name/],
  ['no text', { greeting: 3 }, 'greeting', /^This must be a text/],
  ['an empty text', { greeting: ' ' }, 'greeting', /^This must be a text/],
  ['a brace too many', { greeting: 'Hallo {provider' }, 'greeting', /^This is not ICU MessageFormat/],
  [
    'a value that there is not',
    { greeting: 'Hallo {name} {name}' },
    'greeting',
    /^There is no \{name\} here\./,
  ],
  [
    'such a value inside a choice',
    { payment: '{months, plural, one {{rate}} other {{raten}}}' },
    'payment',
    /^There is no \{rate\}, \{raten\} here\./,
  ],
  ['a value of another text', { greeting: '{contact}' }, 'greeting', /^There is no \{contact\} here\./],
])('%s is a fault that is named', (_what, texts, key, sentence) => {
  expect(noticeFaults(texts)).toEqual([{ key, sentence: expect.stringMatching(sentence) }]);
});
