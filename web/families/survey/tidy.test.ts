import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersOf } from '../../../domain/survey/answers.ts';
import { anyAnswers } from '../../../domain/survey/any-answers.test-data.ts';
import { linkedGroups } from '../../../domain/survey/group.ts';
import { latestQuestionnaire } from '../../../domain/survey/questionnaires.ts';
import { isTooLong, tidy } from './tidy.ts';

test('what was left empty again is not sent', () => {
  expect(tidy({ known: 'used', offers: [], good: ' \u200b ', more: ' Danke ' })).toEqual({
    known: 'used',
    more: 'Danke',
  });
});

const typed = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 520 }), fc.constantFrom('', ' ', '\u200b'));

test.each(linkedGroups)('the server takes whatever %s can fill in, unless a text is too long', (group) => {
  const questionnaire = latestQuestionnaire(group);
  fc.assert(
    fc.property(anyAnswers(questionnaire), typed, (answers, words) => {
      const filled = { ...answers, more: words, offers: [] };
      fc.pre(!isTooLong(filled.more));
      expect(answersOf(questionnaire).safeParse(tidy(filled)).success).toBe(true);
    }),
    { numRuns: 60 },
  );
});
