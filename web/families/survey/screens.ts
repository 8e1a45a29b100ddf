import type { Part, Question } from '../../../domain/survey/question.ts';
import { partsOf, type Questionnaire } from '../../../domain/survey/questionnaire.ts';

export interface Screen {
  part: Part;
  questions: readonly Question[];
}

/** More on one screen are a long way to scroll on a small phone, and slow to draw. */
const MOST = 5;

/** The questionnaire in screens of few questions, never two parts on one; a long part is divided evenly. */
export const screensOf = (questionnaire: Questionnaire): Screen[] =>
  partsOf(questionnaire).flatMap((part) => {
    const questions = questionnaire.questions.filter((question) => question.part === part);
    const size = Math.ceil(questions.length / Math.ceil(questions.length / MOST));
    return Array.from({ length: Math.ceil(questions.length / size) }, (_, at) => ({
      part,
      questions: questions.slice(at * size, (at + 1) * size),
    }));
  });
