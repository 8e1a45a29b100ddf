import { expect, test } from 'vitest';
import { linkedGroups } from '../../../domain/survey/group.ts';
import { questionnaires } from '../../../domain/survey/questionnaires.ts';
import { screensOf } from './screens.ts';

const all = linkedGroups.flatMap((group) =>
  questionnaires[group].map((one) => [group, one.version, one] as const),
);

test.each(all)(
  'the screens of %s, version %i, have every question once, in order',
  (_g, _v, questionnaire) => {
    expect(screensOf(questionnaire).flatMap(({ questions }) => questions)).toEqual(questionnaire.questions);
  },
);

test.each(all)('no screen of %s, version %i, is empty, long or of two parts', (_g, _v, questionnaire) => {
  for (const { part, questions } of screensOf(questionnaire)) {
    expect(questions.length).toBeGreaterThan(0);
    expect(questions.length).toBeLessThanOrEqual(5);
    expect(questions.every((question) => question.part === part)).toBe(true);
  }
});
