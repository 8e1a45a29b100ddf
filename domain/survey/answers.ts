import * as z from 'zod/mini';
import { noneTwice, text } from '../forms/field.ts';
import { LONGEST_TEXT, type Question } from './question.ts';
import type { Questionnaire } from './questionnaire.ts';

/**
 * What somebody answered, by the questions' codes: an option, several, or own words. Every question may be left out; one
 * that is there is answered, so an empty list or text is refused.
 */
export type SurveyAnswers = Readonly<Record<string, string | readonly string[]>>;

const fieldOf = (question: Question): z.ZodMiniType<string | string[]> => {
  if (question.kind === 'text') return text(LONGEST_TEXT).whole;
  const option = z.enum(question.options, 'unknown-choice');
  if (question.kind === 'choice') return option;
  return z.array(option, 'wrong-type').check(
    z.minLength(1, 'required'),
    z.maxLength(question.options.length, 'too-many'),
    noneTwice<string>((one) => one, []),
    z.overwrite((chosen) => question.options.filter((one) => chosen.includes(one))),
  );
};

const schemas = new Map<Questionnaire, z.ZodMiniType<SurveyAnswers>>();

/**
 * The schema of a questionnaire's answers; its messages are codes of languages/<language>/problems.json. The order of what
 * was chosen of several says nothing and is lost: the same answer is then always written the same way.
 */
export const answersOf = (questionnaire: Questionnaire): z.ZodMiniType<SurveyAnswers> => {
  const known = schemas.get(questionnaire);
  if (known) return known;
  const fields = Object.fromEntries(
    questionnaire.questions.map((question) => [question.code, z.optional(fieldOf(question))]),
  );
  const schema = z.strictObject(fields, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type'),
  }) as unknown as z.ZodMiniType<SurveyAnswers>;
  schemas.set(questionnaire, schema);
  return schema;
};
