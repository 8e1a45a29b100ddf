import { questionnaireOf } from '../questionnaires.ts';
import type { AreaResults } from './compare.ts';
import type { GroupResults } from './evaluate.ts';

/** The results of one area of a group; undefined for an area that the round did not have. */
export const resultsIn = (
  { group, version, areas, figures }: GroupResults,
  key: string,
): AreaResults | undefined => {
  const area = areas.find((one) => one.key === key);
  return (
    area && {
      questionnaire: questionnaireOf(group, version),
      n: area.n,
      of: area.of,
      cells: figures[key] ?? {},
    }
  );
};

/** A round with all its results, and those of the round before. */
export interface RoundResults {
  year: number;
  from: string;
  to: string;
  groups: readonly { now: GroupResults; before?: GroupResults | undefined }[];
}
