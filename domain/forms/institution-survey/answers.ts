import * as z from 'zod/mini';
import type { Issue } from '../../languages/problem.ts';
import { answersOf, type SurveyAnswers } from '../../survey/answers.ts';
import type { Questionnaire } from '../../survey/questionnaire.ts';
import { noneTwice, orRequired } from '../field.ts';

const strict = {
  error: ({ code }: { code?: string }) => (code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type'),
};

const MOST_QUESTIONS = 100;
const code = z.string('wrong-type').check(z.regex(/^[a-z0-9-]{1,40}$/, 'wrong-type'));
const answer = z.union([
  z.string('wrong-type').check(z.maxLength(2_000, 'too-long')),
  z
    .array(z.string('wrong-type').check(z.maxLength(40, 'wrong-type')), 'wrong-type')
    .check(z.maxLength(20, 'too-many')),
]);

/**
 * What an institution answers, by the questions' codes, and which answers of the last round it has looked at and leaves as they
 * are. Which questions there are is the questionnaire's to say (institutionIssues).
 */
export const institutionAnswers = z.strictObject(
  {
    answers: z
      .record(code, answer, orRequired('wrong-type'))
      .check(z.refine((all) => Object.keys(all).length <= MOST_QUESTIONS, 'too-many')),
    unchanged: z.optional(
      z.array(code, 'wrong-type').check(
        z.maxLength(MOST_QUESTIONS, 'too-many'),
        noneTwice<string>((entry) => entry, []),
      ),
    ),
  },
  strict,
);
export type InstitutionAnswers = z.infer<typeof institutionAnswers>;

/** Of earlier answers those that the questionnaire still asks for, and can be given still. */
export const stillAsked = (questionnaire: Questionnaire, earlier: SurveyAnswers): SurveyAnswers => {
  const known = new Set(questionnaire.questions.map(({ code: of }) => of));
  const schema = answersOf(questionnaire);
  return Object.fromEntries(
    Object.entries(earlier).filter(
      ([of, value]) => known.has(of) && schema.safeParse({ [of]: value }).success,
    ),
  );
};

type Given = SurveyAnswers[string] | undefined;

/** Of several that were chosen the order says nothing. */
const ordered = (value: Given) => (typeof value === 'object' ? [...value].sort() : value);
const same = (a: Given, b: Given) => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));

/** An answer is changed when it differs from the last round's, unchanged when somebody says so, else still to be looked at. */
export type Compared = 'new' | 'changed' | 'unchanged' | 'open';

export const comparedOf = (
  of: string,
  { answers, unchanged = [] }: InstitutionAnswers,
  earlier: SurveyAnswers,
): Compared => {
  if (earlier[of] === undefined) return 'new';
  if (!same(answers[of], earlier[of])) return 'changed';
  return unchanged.includes(of) ? 'unchanged' : 'open';
};

/**
 * What is wrong with answers that are saved or, with `whole`, sent: each fits its question; what is called unchanged is; and who
 * sends has answered something and looked at everything that comes from the last round.
 */
export const institutionIssues = (
  questionnaire: Questionnaire,
  given: InstitutionAnswers,
  { earlier, whole }: { earlier: SurveyAnswers; whole: boolean },
): Issue[] => {
  const parsed = answersOf(questionnaire).safeParse(given.answers);
  const wrong = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({ path: ['answers', ...path.map(String)], message }));
  const states = questionnaire.questions.map(({ code: of }) => [of, comparedOf(of, given, earlier)] as const);
  const untrue = (given.unchanged ?? []).flatMap((of, n): Issue[] =>
    states.some(([one, state]) => one === of && state === 'unchanged')
      ? []
      : [{ path: ['unchanged', n], message: 'not-unchanged' }],
  );
  if (!whole) return [...wrong, ...untrue];
  const unseen = states.flatMap(([of, state]): Issue[] =>
    state === 'open' ? [{ path: ['answers', of], message: 'not-compared' }] : [],
  );
  const isEmpty = Object.keys(given.answers).length === 0;
  return [
    ...wrong,
    ...untrue,
    ...unseen,
    ...(isEmpty ? [{ path: ['answers'], message: 'nothing-answered' }] : []),
  ];
};

/** Questions that were answered otherwise although a return did not name them: the server refuses them. */
export const changedUnnamed = (
  before: SurveyAnswers,
  after: SurveyAnswers,
  named: readonly string[],
): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (of) => !named.includes(of) && !same(before[of], after[of]),
  );
