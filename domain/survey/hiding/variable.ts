import type { Counts } from '../counts.ts';
import type { Choice, Question } from '../question.ts';

/** Stands for whoever chose none of a question's options, or did not answer it at all. */
export const REST = '';

/** Those who answered, in cells: each by its options. REST is in exactly one of them. */
export type Level = readonly (readonly string[])[];

/**
 * What is counted by itself: a question of which one option is chosen, or one option of several. Each level is finer than the
 * one before; the first tells little and can be shown of few answers.
 */
export interface Variable {
  /** `need-language`, or `offers.cafe`. */
  key: string;
  question: string;
  options: readonly string[];
  levels: readonly Level[];
}

/** Where a question says nothing of its own: its first option against the others. */
const coarseOf = ({ options, coarse }: Choice): Level => coarse ?? [options.slice(1), options.slice(0, 1)];

/** With two options the coarse cells are the fine ones; one level twice would be one too many. */
const isNew = (level: Level, n: number, all: readonly Level[]): boolean =>
  level.length !== all[n - 1]?.length;

/**
 * Most people answer nearly every question: few are left without an answer, and a cell of few would hide the others. So the first
 * two levels, coarse and fine, count them with the first answer; only the last one has them apart. What is shown are shares of
 * all who took part.
 */
const ofChoice = (question: Choice): Variable => {
  const { code, options } = question;
  const [first = [], ...others] = coarseOf(question).filter((cell) => cell.length > 0);
  const [beside] = first;
  const levels: Level[] = [
    [[...first, REST], ...others],
    options.map((option) => (option === beside ? [option, REST] : [option])),
    [[REST], ...options.map((option) => [option])],
  ];
  return { key: code, question: code, options, levels: levels.filter(isNew) };
};

const ofOption = (question: string, option: string): Variable => ({
  key: `${question}.${option}`,
  question,
  options: [option],
  levels: [[[REST], [option]]],
});

/** What is counted of a question by itself: nothing of one that is answered in own words. */
export const variablesOf = (question: Question): Variable[] => {
  if (question.kind === 'choice') return [ofChoice(question)];
  if (question.kind === 'choices') return question.options.map((option) => ofOption(question.code, option));
  return [];
};

/** How many of so many answers are in each cell of a level. */
export const cellsOf = ({ question, options }: Variable, level: Level, counts: Counts): number[] => {
  const chose = (option: string) => counts[`${question}.${option}`] ?? 0;
  const rest = (counts.n ?? 0) - options.reduce((sum, option) => sum + chose(option), 0);
  return level.map((cell) =>
    cell.reduce((sum, option) => sum + (option === REST ? Math.max(0, rest) : chose(option)), 0),
  );
};
