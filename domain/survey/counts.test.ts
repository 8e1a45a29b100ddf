import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAnswers } from './any-answers.test-data.ts';
import { addCounts, countsOf } from './counts.ts';
import { groups } from './group.ts';
import { latestQuestionnaire } from './questionnaires.ts';

test('an answer counts itself, each question that it answers and each option that it chose', () => {
  const answers = { known: 'used', offers: ['cafe', 'online'], more: 'Danke!' };
  expect(countsOf(latestQuestionnaire('parents'), answers)).toEqual({
    n: 1,
    known: 1,
    'known.used': 1,
    offers: 1,
    'offers.cafe': 1,
    'offers.online': 1,
    more: 1,
  });
});

test('an answer on paper is counted as one, and as one on paper', () => {
  expect(countsOf(latestQuestionnaire('parents'), {}, 'paper')).toEqual({ n: 1, 'n.paper': 1 });
});

test('own words are counted, never kept in a count', () => {
  const counts = countsOf(latestQuestionnaire('parents'), { good: 'Frau Muster' });
  expect(JSON.stringify(counts)).not.toContain('Muster');
});

test.each(groups)('in whatever order the answers of %s arrive, they add up to the same', (group) => {
  const questionnaire = latestQuestionnaire(group);
  const many = fc.array(anyAnswers(questionnaire), { maxLength: 30 });
  fc.assert(
    fc.property(many, fc.nat(), (answers, cut) => {
      const all = answers.map((one) => countsOf(questionnaire, one));
      const at = all.length ? cut % all.length : 0;
      const turned = [...all.slice(at), ...all.slice(0, at)];
      const sum = addCounts(...all);
      expect(addCounts(addCounts(...turned.slice(at)), addCounts(...turned.slice(0, at)))).toEqual(sum);
      expect(sum.n ?? 0).toBe(answers.length);
      for (const question of questionnaire.questions) {
        if (question.kind !== 'choice') continue;
        const chosen = question.options.map((option) => sum[`${question.code}.${option}`] ?? 0);
        expect(chosen.reduce((a, b) => a + b, 0)).toBe(sum[question.code] ?? 0);
      }
    }),
    { numRuns: 30 },
  );
});
