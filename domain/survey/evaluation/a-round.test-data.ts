import { addCounts, type Counts, countsOf } from '../counts.ts';
import type { Group } from '../group.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { latestQuestionnaire } from '../questionnaires.ts';
import type { AskedUnit } from './area.ts';
import { evaluate } from './evaluate.ts';
import type { RoundResults } from './group-results.ts';
import { berg, kitaIn, nord, sued, tal } from './some-units.test-data.ts';

/** Numbers that look like chance and are always the same. */
const numbers = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

/** Answers of somebody who leaves out one question in ten. */
const answersOf = ({ questions }: Questionnaire, next: () => number) =>
  Object.fromEntries(
    questions.flatMap((question): [string, string | string[]][] => {
      if (next() < 0.1 || question.kind === 'text') return [];
      if (question.kind === 'choice')
        return [[question.code, question.options[Math.floor(next() * question.options.length)] ?? '']];
      return [[question.code, question.options.filter(() => next() < 0.4)]];
    }),
  );

/** What so many invented people answered. */
export const inventedCounts = (group: Group, count: number, seed: number): Counts => {
  const questionnaire = latestQuestionnaire(group);
  const next = numbers(seed);
  return addCounts(
    ...Array.from({ length: count }, () => countsOf(questionnaire, answersOf(questionnaire, next))),
  );
};

export const fourKitas: AskedUnit[] = [
  kitaIn('a', nord, tal),
  kitaIn('b', nord, tal),
  kitaIn('c', nord, berg),
  { ...kitaIn('d', sued, berg), name: '=Kita "d", Süd' },
];

const evaluated = (group: Group, sizes: readonly number[]) =>
  evaluate(
    latestQuestionnaire(group),
    { units: fourKitas, county: 'Landkreis' },
    new Map(sizes.map((size, n) => [`kita:${'abcd'[n]}`, inventedCounts(group, size, n + 1)])),
  );

/** A round of parents and children with the one before; the second Kita has too few. */
export const aRound = (): RoundResults => ({
  year: 2027,
  from: '2027-03-01',
  to: '2027-03-26',
  groups: [
    { now: evaluated('parents', [30, 3, 40, 25]), before: evaluated('parents', [20, 20, 20, 20]) },
    { now: evaluated('children', [30, 40, 0, 20]) },
    { now: evaluated('staff', [1, 1, 1, 0]) },
  ],
});
