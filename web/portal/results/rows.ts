import type { ResultsAnswer } from '../../../domain/api/survey-results.ts';
import { cellText, percent, pointsText, sayResults } from '../../../domain/survey/evaluation/words.ts';
import type { Question } from '../../../domain/survey/question.ts';

type Variable = ResultsAnswer['variables'][number];

/** One figure as a row of a table and a bar of a chart; without a share: too few answers. */
export interface FigureRow {
  key: string;
  name: string;
  count?: number | undefined;
  share?: number | undefined;
  before?: number | undefined;
}

/** What was answered to a question: each cell that is shown; of several options each by itself. */
export const figureRows = (question: Question, variables: readonly Variable[]): FigureRow[] =>
  variables
    .filter((one) => one.question === question.code)
    .flatMap(({ key, cells }): FigureRow[] => {
      const option = key === question.code ? undefined : key.slice(question.code.length + 1);
      const shown = option === undefined ? cells : cells.filter(({ options }) => options.includes(option));
      if (shown.length === 0)
        return [{ key, name: option === undefined ? sayResults('hidden') : cellText(question, [option]) }];
      return shown.map(({ options, count, share, before }) => ({
        key: `${key} ${options.join(' ')}`,
        name: cellText(question, options),
        count,
        share,
        before,
      }));
    });

export const shareText = ({ share }: Pick<FigureRow, 'share'>): string =>
  share === undefined ? sayResults('hidden') : percent(share);

export const changeText = ({ share, before }: Pick<FigureRow, 'share' | 'before'>): string =>
  share === undefined || before === undefined
    ? '–'
    : sayResults('points', { points: pointsText(share, before) });
