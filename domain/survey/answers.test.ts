import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersOf } from './answers.ts';
import { anyAnswers } from './any-answers.test-data.ts';
import { groups } from './group.ts';
import { latestQuestionnaire } from './questionnaires.ts';

const parents = answersOf(latestQuestionnaire('parents'));
const issuesOf = (answers: unknown) =>
  parents.safeParse(answers).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];

test.each(groups)('whatever %s can answer is taken as it is', (group) => {
  const questionnaire = latestQuestionnaire(group);
  fc.assert(
    fc.property(anyAnswers(questionnaire), (answers) => {
      expect(answersOf(questionnaire).parse(answers)).toEqual(answers);
    }),
    { numRuns: 40 },
  );
});

test('no question must be answered', () => {
  expect(parents.parse({})).toEqual({});
});

test.each([
  ['an option that is not offered', { known: 'maybe' }, 'known', 'unknown-choice'],
  ['an option of several that is not offered', { offers: ['cafe', 'money'] }, 'offers.1', 'unknown-choice'],
  ['something chosen twice', { offers: ['cafe', 'cafe'] }, 'offers.1', 'repeated'],
  ['nothing chosen', { offers: [] }, 'offers', 'required'],
  ['one where several are asked', { offers: 'cafe' }, 'offers', 'wrong-type'],
  ['several where one is asked', { known: ['used'] }, 'known', 'unknown-choice'],
  ['an empty text', { more: '  ' }, 'more', 'required'],
  ['a text that nobody sees', { more: '\u200b\u2060' }, 'more', 'required'],
  ['501 characters', { more: 'a'.repeat(501) }, 'more', 'too-long'],
  ['a question that is not asked', { name: 'Anna' }, '', 'unknown-field'],
  ['a question of another group', { 'child-kita': 'good' }, '', 'unknown-field'],
  ['no answers at all', null, '', 'wrong-type'],
])('%s is refused by name', (_what, answers, path, code) => {
  expect(issuesOf(answers)).toContainEqual([path, code]);
});

test('all that is wrong is said at once', () => {
  expect(issuesOf({ known: 'maybe', 'need-money': '5', more: '' }).map(([path]) => path)).toEqual([
    'known',
    'need-money',
    'more',
  ]);
});

test('500 characters are taken, without the spaces around them', () => {
  expect(parents.parse({ more: ` ${'ä'.repeat(500)} ` })).toEqual({ more: 'ä'.repeat(500) });
});

test('in whatever order somebody chose, the answer is written the same way', () => {
  const written = parents.parse({ days: ['monday', 'friday'], offers: ['advice', 'cafe', 'online'] });
  expect(parents.parse({ offers: ['online', 'advice', 'cafe'], days: ['friday', 'monday'] })).toEqual(
    written,
  );
});
