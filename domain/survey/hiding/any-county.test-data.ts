import fc from 'fast-check';
import type { Counts } from '../counts.ts';
import type { Question } from '../question.ts';
import type { Counted, Members } from './figures.ts';

/** Small counties in which municipalities and social areas cross, with answers that are often few. */

const choice = (code: string, options: string[], coarse?: string[][]): Question => ({
  code,
  part: 'needs',
  kind: 'choice',
  options,
  ...(coarse && { coarse }),
});

export const someQuestions: readonly Question[] = [
  choice(
    'scale',
    ['1', '2', '3', '4'],
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ),
  choice('yes', ['yes', 'no']),
  { code: 'offers', part: 'offers', kind: 'choices', options: ['cafe'] },
  { code: 'more', part: 'own-words', kind: 'text' },
];

const one = fc.record({
  scale: fc.constantFrom('', '1', '2', '3', '4'),
  yes: fc.constantFrom('', 'yes', 'no', 'no'),
  offers: fc.constantFrom('', '', 'cafe'),
});

const countsOfAll = (answers: readonly Record<string, string>[]): Counts => {
  const counts: Record<string, number> = { n: answers.length };
  for (const answer of answers)
    for (const [code, option] of Object.entries(answer))
      if (option) counts[`${code}.${option}`] = (counts[`${code}.${option}`] ?? 0) + 1;
  return counts;
};

const someAnswers = fc.oneof(
  { weight: 1, arbitrary: fc.array(one, { maxLength: 4 }) },
  { weight: 3, arbitrary: fc.array(one, { minLength: 5, maxLength: 40 }) },
);

const area = (name: string, count: number) =>
  fc.option(
    fc.integer({ min: 1, max: count }).map((n) => `${name}${n}`),
    { nil: undefined, freq: 8 },
  );

const aUnit: fc.Arbitrary<Counted> = fc.record({
  municipality: area('m', 3),
  socialArea: area('s', 4),
  counts: someAnswers.map(countsOfAll),
});

export const anyCounty = (most: number) => fc.array(aUnit, { minLength: 1, maxLength: most });

/** All of whom somebody can ask for figures: each unit, municipality and social area, and the county. */
export const everyMembers = (units: readonly Counted[]): Members[] => {
  const within = (kind: 'municipality' | 'socialArea') =>
    [...new Set(units.map((unit) => unit[kind]))]
      .filter((id) => id !== undefined)
      .map((id) => units.flatMap((unit, n) => (unit[kind] === id ? [n] : [])));
  const all = units.map((_, n) => n);
  return [...all.map((n) => [n]), ...within('municipality'), ...within('socialArea'), all];
};
