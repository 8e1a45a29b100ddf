/** What a question is about; a page shows the questions of one part together, under the part's heading. */
export const parts = [
  'known',
  'needs',
  'observed',
  'area',
  'offers',
  'access',
  'own-words',
  'faces',
] as const;
export type Part = (typeof parts)[number];

interface Asked {
  /** Short: it becomes a name of counters. Never without a meaning: it stands in exports. */
  code: string;
  part: Part;
  /** Whose words the options have, where several questions have the same: `<words>.<option>`; the code where absent. */
  words?: string;
}

/** One of several. */
export interface Choice extends Asked {
  kind: 'choice';
  options: readonly string[];
  /** The same options in fewer cells, shown where the fine ones are too few: every option stands in one of them. */
  coarse?: readonly (readonly string[])[];
}

/** Several of several. */
export interface Choices extends Asked {
  kind: 'choices';
  options: readonly string[];
}

/** Own words; only the coordinator reads them. */
export interface OwnWords extends Asked {
  kind: 'text';
}

export type Question = Choice | Choices | OwnWords;

/** Characters of an answer in own words. */
export const LONGEST_TEXT = 500;

/** 1 (none) to 4 (great), in two cells where there are few answers. */
export const scale = (code: string, part: Part, words: string): Choice => ({
  code,
  part,
  words,
  kind: 'choice',
  options: ['1', '2', '3', '4'],
  coarse: [
    ['1', '2'],
    ['3', '4'],
  ],
});

/** Three faces for children who do not read yet. */
export const faces = (code: string): Choice => ({
  code,
  part: 'faces',
  words: 'face',
  kind: 'choice',
  options: ['good', 'middle', 'bad'],
  coarse: [['good'], ['middle', 'bad']],
});

/**
 * A quantity in bands, as `0`, `1-4`, `5-9`, `10` (or more): a number would point at the institution that gave it.
 * @param words whose words the bands have
 */
export const bands = (code: string, part: Part, words: string, options: readonly string[]): Choice => ({
  code,
  part,
  words,
  kind: 'choice',
  options,
});

/** Key of the words of an option in survey.json. */
export const optionWords = ({ code, words = code }: Choice | Choices, option: string) => `${words}.${option}`;
