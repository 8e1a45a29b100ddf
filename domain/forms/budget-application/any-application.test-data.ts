import fc from 'fast-check';
import { trainingCap } from '../../money/caps.ts';
import { addUp } from '../../money/cents.ts';
import { type BudgetApplicationAnswers, budgetApplicationAnswers, type Position } from './answers.ts';
import { budgetApplicationExample } from './example.ts';
import { ALL, FULL_WEEK } from './fields.ts';
import { segmentCost } from './position-cost.ts';
import { purposes } from './purposes.ts';

/** Years of both kinds, with and without a 29 February. */
const years = fc.integer({ min: 2021, max: 2040 });
const spans = (year: number) =>
  fc.tuple(fc.nat(365), fc.nat(365)).map((two) => {
    const [from = 0, to = 0] = two.toSorted((a, b) => a - b);
    const dayOfYear = (n: number) => {
      const date = new Date(Date.UTC(year, 0, 1 + n)).toISOString().slice(0, 10);
      return date.startsWith(`${year}-`) ? date : `${year}-12-31`;
    };
    return { from: dayOfYear(from), to: dayOfYear(to) };
  });

/** Annual costs, also of fractions of a cent a day. */
const costs = fc.oneof(fc.nat(1_000), fc.nat(120_000_00));
const words = fc.constantFrom('Beratung', 'Elterncafé', 'Fachkraft', 'Büro');

const positionsOf = (year: number): fc.Arbitrary<Position[]> =>
  fc.uniqueArray(
    fc
      .record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e-1', 'constructor'),
        function: words,
        qualification: words,
        payGroup: fc.constantFrom('S 12', 'S 11b'),
        hours: fc.integer({ min: 1, max: FULL_WEEK }),
        filled: fc.boolean(),
        annualCost: costs,
        span: spans(year),
      })
      .map(({ span, ...row }) => ({ ...row, ...span })),
    { minLength: 1, maxLength: 5, selector: ({ id }) => id },
  );

/** Shares that make up the whole, the last one taking what the others leave. */
const sharesOf = (kitas: readonly string[]) =>
  fc
    .array(fc.nat(Math.floor(ALL / kitas.length)), { minLength: kitas.length, maxLength: kitas.length })
    .map((parts) => {
      const others = parts.slice(1).reduce((all, part) => all + part, 0);
      return kitas.map((kita, n) => ({ kita, percent: n === 0 ? ALL - others : (parts[n] ?? 0) }));
    });

/** What a provider may send: everything is accepted. */
export const applications: fc.Arbitrary<BudgetApplicationAnswers> = years
  .chain((year) =>
    fc.record({
      year: fc.constant(year),
      positions: positionsOf(year),
      purpose: fc.constantFrom(...purposes),
      goals: words,
      kitas: fc.subarray(['k1', 'k2', 'k3', 'valueof'], { minLength: 1 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  )
  .chain(({ part, ...picked }) => {
    const personnel = addUp(picked.positions.map((row) => segmentCost(row) ?? 0));
    const training = Math.floor(trainingCap(personnel) * part);
    return sharesOf(picked.kitas).map((shares) => ({
      ...budgetApplicationExample,
      ...picked,
      period: { from: `${picked.year}-01-01`, to: `${picked.year}-12-31` },
      shares,
      training,
      thirdParty: Math.floor((personnel + training) * part),
    }));
  })
  .map((answers) => budgetApplicationAnswers.parse(answers));
