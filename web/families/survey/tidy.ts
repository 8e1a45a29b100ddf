import { isVisible } from '../../../domain/languages/ink.ts';
import type { SurveyAnswers } from '../../../domain/survey/answers.ts';
import { LONGEST_TEXT } from '../../../domain/survey/question.ts';

const isAnswered = (answer: string | readonly string[]) =>
  typeof answer === 'string' ? isVisible(answer) : answer.length > 0;

/** Answers as they are sent: own words without the spaces around them, and nothing of what was left empty again. */
export const tidy = (answers: SurveyAnswers): SurveyAnswers =>
  Object.fromEntries(
    Object.entries(answers)
      .filter(([, answer]) => isAnswered(answer))
      .map(([code, answer]) => [code, typeof answer === 'string' ? answer.trim() : answer]),
  );

/** The only thing that can be wrong with an answer: all others are chosen. */
export const isTooLong = (answer: string | readonly string[] | undefined): boolean =>
  typeof answer === 'string' && answer.trim().length > LONGEST_TEXT;
