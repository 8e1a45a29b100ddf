import type { Group } from './group.ts';
import type { Part, Question } from './question.ts';

/** What one group is asked. A round keeps the version that it was opened with; a released one never changes. */
export interface Questionnaire {
  group: Group;
  version: number;
  questions: readonly Question[];
}

/** The parts that a questionnaire has, in their order. */
export const partsOf = ({ questions }: Questionnaire): Part[] => [
  ...new Set(questions.map(({ part }) => part)),
];

/** A questionnaire in one word: `parents-v1`. */
export const questionnaireName = ({ group, version }: Questionnaire) => `${group}-v${version}`;

/** Key of a part's heading in survey.json: who is asked about families reads another one than a family. */
export const partWords = (group: Group, part: Part) => `part.${group}.${part}`;
