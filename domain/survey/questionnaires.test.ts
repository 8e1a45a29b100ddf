import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import ar from '../languages/ar/survey.json' with { type: 'json' };
import de from '../languages/de/survey.json' with { type: 'json' };
import institutions from '../languages/de/survey-institutions.json' with { type: 'json' };
import en from '../languages/en/survey.json' with { type: 'json' };
import { groups, isAnonymous } from './group.ts';
import { optionWords } from './question.ts';
import { partsOf, partWords, type Questionnaire, questionnaireName } from './questionnaire.ts';
import { latestQuestionnaire, questionnaireOf, questionnaires } from './questionnaires.ts';

const all = Object.values(questionnaires).flat();
const named = all.map((one) => [questionnaireName(one), one] as const);
const released = join(import.meta.dirname, '../../test/survey/released');

test.each(named)('%s is the one that was released: rounds keep what they were opened with', (name, one) => {
  const text = readFileSync(join(released, `${name}.json`), 'utf8');
  expect(JSON.parse(JSON.stringify(one))).toEqual(JSON.parse(text));
});

test('every questionnaire that was released is still there', () => {
  expect(readdirSync(released).sort()).toEqual(named.map(([name]) => `${name}.json`).sort());
});

test.each(groups)('%s answer the newest version of their own questionnaire', (group) => {
  const latest = latestQuestionnaire(group);
  expect(latest.group).toBe(group);
  expect(questionnaires[group].map(({ version }) => version)).toEqual(
    questionnaires[group].map((_, n) => n + 1),
  );
  expect(questionnaireOf(group, latest.version)).toBe(latest);
  expect(() => questionnaireOf(group, 99)).toThrow(`${group}-v99`);
});

const wordsOf = (one: Questionnaire): string[] => [
  `group.${one.group}`,
  ...partsOf(one).map((part) => partWords(one.group, part)),
  ...one.questions.flatMap((question) => [
    question.code,
    ...(question.kind === 'text' ? [] : question.options.map((option) => optionWords(question, option))),
  ]),
];
const hintless = (key: string) => !key.endsWith('.hint');

test.each(named)('%s has words for everything that it asks', (_name, one) => {
  const words = isAnonymous(one.group) ? [de, en, ar] : [{ ...de, ...institutions }];
  for (const known of words) expect(Object.keys(known)).toEqual(expect.arrayContaining(wordsOf(one)));
});

/** Half of what adults read in their own language in a minute (some 240 words). */
const WORDS_A_MINUTE = 120;
/** To choose, and to write two sentences on a phone (minutes). */
const EACH = { choice: 5 / 60, choices: 10 / 60, text: 1 };

test.each(['parents', 'social-area'] as const)(
  '%s need ten minutes at most, also who reads slowly',
  (group) => {
    const one = latestQuestionnaire(group);
    for (const words of [de, en, ar] as Readonly<Record<string, string>>[]) {
      const read = wordsOf(one).flatMap((key) => [words[key] ?? '', words[`${key}.hint`] ?? '']);
      const count = read.join(' ').split(/\s+/).filter(Boolean).length;
      const answering = one.questions.reduce((sum, { kind }) => sum + EACH[kind], 0);
      expect(count / WORDS_A_MINUTE + answering).toBeLessThanOrEqual(10);
      expect(count).toBeGreaterThan(100);
    }
  },
);

test('no language has a word more than another, and none that nobody is asked with', () => {
  const asked = new Set(all.flatMap(wordsOf));
  expect(Object.keys(en)).toEqual(Object.keys(de));
  expect(Object.keys(ar)).toEqual(Object.keys(de));
  const known = [...Object.keys(de), ...Object.keys(institutions)];
  expect(known.filter((key) => hintless(key) && !asked.has(key))).toEqual([]);
  expect(known.filter((key) => !hintless(key) && !asked.has(key.replace(/\.hint$/, '')))).toEqual([]);
});

test.each(named)('%s asks nothing twice, in codes that name a counter clearly', (_name, { questions }) => {
  const codes = questions.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).not.toContain('n');
  const options = questions.flatMap((question) => (question.kind === 'text' ? [] : question.options));
  for (const name of [...codes, ...options]) expect(name).toMatch(/^[a-z0-9][a-z0-9-]{0,23}$/);
});

test.each(named)('%s asks in one stretch what belongs together', (_name, { questions }) => {
  const changes = questions.filter(({ part }, n) => part !== questions[n - 1]?.part);
  expect(changes).toHaveLength(new Set(questions.map(({ part }) => part)).size);
});

test.each(named)('the coarse cells of %s hold every option once, in order', (_name, { questions }) => {
  for (const question of questions) {
    if (question.kind !== 'choice' || !question.coarse) continue;
    expect(question.coarse.flat()).toEqual(question.options);
    expect(question.coarse.length).toBeLessThan(question.options.length);
  }
});

test('children are asked six pictures at most, and nothing in own words', () => {
  const { questions } = latestQuestionnaire('children');
  expect(questions.length).toBeLessThanOrEqual(6);
  expect(questions.every(({ kind }) => kind === 'choice')).toBe(true);
});

test('every adult group is asked for the same needs, so that they can be laid side by side', () => {
  const needs = groups
    .filter((group) => group !== 'children')
    .map((group) => latestQuestionnaire(group).questions.filter(({ part }) => part === 'needs'));
  expect(needs[0]?.length).toBeGreaterThanOrEqual(8);
  for (const other of needs) expect(other).toEqual(needs[0]);
});
