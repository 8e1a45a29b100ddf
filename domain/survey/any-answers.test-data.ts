import fc from 'fast-check';
import type { SurveyAnswers } from './answers.ts';
import { LONGEST_TEXT, type Question } from './question.ts';
import type { Questionnaire } from './questionnaire.ts';

const ownWords = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((words) => `w${words}`.trim().slice(0, LONGEST_TEXT));

const anAnswerTo = (question: Question): fc.Arbitrary<string | readonly string[]> => {
  if (question.kind === 'text') return ownWords;
  if (question.kind === 'choice') return fc.constantFrom(...question.options);
  return fc.subarray([...question.options], { minLength: 1 });
};

/** Whatever somebody can answer to a questionnaire: everything, some of it, nothing. */
export const anyAnswers = (questionnaire: Questionnaire): fc.Arbitrary<SurveyAnswers> =>
  fc.record(
    Object.fromEntries(questionnaire.questions.map((question) => [question.code, anAnswerTo(question)])),
    { requiredKeys: [], noNullPrototype: true },
  ) as fc.Arbitrary<SurveyAnswers>;
