import type { Figures } from '../hiding/figures.ts';
import { type Level, variablesOf } from '../hiding/variable.ts';
import type { Questionnaire } from '../questionnaire.ts';
import type { Turnout } from './evaluate.ts';

/** An area's results in one round. */
export interface AreaResults extends Turnout {
  questionnaire: Questionnaire;
  cells: Figures['cells'];
}

/** One figure: how many of those who took part chose one of some options. */
export interface ShownCell {
  /** Codes of options; REST among them: chose none, or did not answer. */
  options: readonly string[];
  count: number;
  /** Of all who took part. */
  share: number;
  /** The share of the round before, where the question was the same and it may be shown. */
  before?: number | undefined;
}

/** What is shown of a question, or of one option of those of which several may be chosen. */
export interface ShownVariable {
  /** `need-language`, `offers.cafe`. */
  key: string;
  question: string;
  /** Finest first cells of the level that may be shown; none: too few. */
  cells: readonly ShownCell[];
}

const shareOf = (count: number, { n }: Turnout) => (n ? count / n : 0);

const isWithin = (cell: readonly string[], part: readonly string[]) =>
  part.every((one) => cell.includes(one));

/** The share of a cell in other results, where their cells add up to it. */
const shareIn = (cell: readonly string[], levels: readonly Level[], of: AreaResults, key: string) => {
  const shown = of.cells[key];
  const level = shown && levels[shown.level];
  if (!level) return undefined;
  const parts = level.flatMap((part, n) => (isWithin(cell, part) ? [n] : []));
  if (parts.flatMap((n) => level[n] ?? []).length !== cell.length) return undefined;
  return shareOf(
    parts.reduce((sum, n) => sum + (shown.counts[n] ?? 0), 0),
    of,
  );
};

/** The variables that were asked alike in both rounds: the same code with the same options. */
const levelsIn = ({ questions }: Questionnaire) =>
  new Map(questions.flatMap(variablesOf).map(({ key, levels }) => [key, levels]));

/** An area's results beside those of the round before. */
export const shownOf = (now: AreaResults, before?: AreaResults): ShownVariable[] => {
  const asked = before ? levelsIn(before.questionnaire) : new Map<string, readonly Level[]>();
  return now.questionnaire.questions.flatMap(variablesOf).map(({ key, question, levels }) => {
    const shown = now.cells[key];
    const level = (shown && levels[shown.level]) ?? [];
    const earlier = asked.get(key);
    const isSame = JSON.stringify(earlier) === JSON.stringify(levels);
    return {
      key,
      question,
      cells: level.map((options, n) => {
        const count = shown?.counts[n] ?? 0;
        const past = before && isSame ? shareIn(options, levels, before, key) : undefined;
        return { options, count, share: shareOf(count, now), ...(past !== undefined && { before: past }) };
      }),
    };
  });
};
