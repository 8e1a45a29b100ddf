import type { SurveyAnswers } from './answers.ts';
import type { Questionnaire } from './questionnaire.ts';

/**
 * What was counted, by name: `n` answers, `n.paper` of them on paper, `<question>` how many answered it,
 * `<question>.<option>` how many chose it. What nobody chose is absent.
 */
export type Counts = Readonly<Record<string, number>>;

/** How an answer came in; absent: through the link, or entered by the Kita for a child. */
export type AnswerMode = 'paper';

/** What one answer adds. Answers to questions that the questionnaire does not have count nothing. */
export const countsOf = (
  { questions }: Pick<Questionnaire, 'questions'>,
  answers: SurveyAnswers,
  mode?: AnswerMode,
): Counts => {
  const counts: Record<string, number> = { n: 1 };
  if (mode) counts[`n.${mode}`] = 1;
  for (const { code, kind } of questions) {
    const answer = answers[code];
    if (answer === undefined) continue;
    counts[code] = 1;
    if (kind === 'text') continue;
    for (const option of [answer].flat()) counts[`${code}.${option}`] = 1;
  }
  return counts;
};

/** The sum of any number of counts. */
export const addCounts = (...all: readonly Counts[]): Counts => {
  const sum: Record<string, number> = {};
  for (const counts of all)
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
};
