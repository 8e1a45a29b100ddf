import type { SurveyAnswers } from '../../../../domain/survey/answers.ts';
import type { Questionnaire } from '../../../../domain/survey/questionnaire.ts';

/** What the fields of a questionnaire hold: an empty text is no answer. */
export type AnswerFields = Record<string, string | string[]>;

export const fieldsOf = ({ questions }: Questionnaire, answers: SurveyAnswers = {}): AnswerFields =>
  Object.fromEntries(
    questions.map(({ code, kind }) => {
      const given = answers[code];
      if (kind === 'choices') return [code, [given ?? []].flat()];
      return [code, typeof given === 'string' ? given : ''];
    }),
  );

/** The fields as the API takes them: what is not answered is left out. */
export const answersIn = (
  questionnaire: Questionnaire,
  fields: AnswerFields,
): Record<string, string | string[]> =>
  Object.fromEntries(
    questionnaire.questions.flatMap(({ code, kind }): [string, string | string[]][] => {
      const given = fields[code];
      if (kind === 'choices') {
        const chosen = [given ?? []].flat().filter(Boolean);
        return chosen.length > 0 ? [[code, chosen]] : [];
      }
      const text = typeof given === 'string' ? given.trim() : '';
      return text ? [[code, text]] : [];
    }),
  );
