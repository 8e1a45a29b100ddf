import survey from '../../../../domain/languages/de/survey.json' with { type: 'json' };
import institutions from '../../../../domain/languages/de/survey-institutions.json' with { type: 'json' };
import type { SurveyAnswers } from '../../../../domain/survey/answers.ts';
import type { Group } from '../../../../domain/survey/group.ts';
import { optionWords, type Part, type Question } from '../../../../domain/survey/question.ts';
import type { Questionnaire } from '../../../../domain/survey/questionnaire.ts';
import { speakerOf } from '../../texts.ts';

const { say, knows } = speakerOf({ ...survey, ...institutions });

/** A word of the questionnaires; one that is missing stands for itself rather than for nothing. */
const worded = (key: string): string => (knows(key) ? say(key) : key);

export const groupText = (group: Group): string => worded(`group.${group}`);
export const partText = ({ group }: Questionnaire, part: Part): string => worded(`part.${group}.${part}`);
export const questionText = (code: string): string => worded(code);
export const hintText = (code: string): string | undefined =>
  knows(`${code}.hint`) ? worded(`${code}.hint`) : undefined;

export const optionText = (question: Question, option: string): string =>
  question.kind === 'text' ? option : worded(optionWords(question, option));

/** An answer in words; undefined where nothing was answered. */
export const answerText = (
  question: Question,
  answer: SurveyAnswers[string] | undefined,
): string | undefined => {
  const chosen = [answer ?? []].flat().filter(Boolean);
  return chosen.length > 0 ? chosen.map((one) => optionText(question, one)).join(', ') : undefined;
};
