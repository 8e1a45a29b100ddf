import { variablesOf } from '../hiding/variable.ts';
import type { Questionnaire } from '../questionnaire.ts';
import type { ShownVariable } from './compare.ts';

/** How much a topic is needed: the share of those who took part and called the need rather great or great. */
export interface RankedTopic {
  question: string;
  count: number;
  share: number;
  before?: number | undefined;
}

/** The part of a questionnaire that asks for the need of each topic. */
const TOPICS = 'needs';

/** The options that say that the need is there: the last coarse cell. */
const greatOf = (questionnaire: Questionnaire, code: string): readonly string[] => {
  const question = questionnaire.questions.find((one) => one.code === code);
  return (question && variablesOf(question)[0]?.levels[0]?.at(-1)) ?? [];
};

/** The topics by need, the greatest first; those of which nothing may be shown are left out, wherever they would stand. */
export const rankTopics = (questionnaire: Questionnaire, shown: readonly ShownVariable[]): RankedTopic[] =>
  questionnaire.questions
    .filter(({ part, kind }) => part === TOPICS && kind === 'choice')
    .flatMap(({ code }) => {
      const great = greatOf(questionnaire, code);
      const cells = shown.find(({ key }) => key === code)?.cells ?? [];
      const within = cells.filter(({ options }) => options.every((option) => great.includes(option)));
      if (within.length === 0) return [];
      const sum = (of: (cell: (typeof within)[number]) => number) =>
        within.reduce((all, cell) => all + of(cell), 0);
      const before = within.every((cell) => cell.before !== undefined);
      return [
        {
          question: code,
          count: sum(({ count }) => count),
          share: sum(({ share }) => share),
          ...(before && { before: sum((cell) => cell.before ?? 0) }),
        },
      ];
    })
    .toSorted((a, b) => b.count - a.count);
