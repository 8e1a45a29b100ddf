import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCounty, everyMembers, someQuestions } from './any-county.test-data.ts';
import { FEWEST } from './atoms.ts';
import { type Counted, type Figures, figuresOf, type Members, partAnswers } from './figures.ts';
import { otherAnswers } from './other-answers.test-data.ts';
import { follows, type Row } from './solve.test-data.ts';
import { cellsOf, type Level, REST, type Variable, variablesOf } from './variable.ts';

const variables = someQuestions.flatMap(variablesOf);
const finestOf = ({ options }: Variable) => [REST, ...options];

/** The unknowns of rounds: how many of a unit chose an option of a variable, or none; and a row for a sum of some of them. */
const unknowns = (rounds: readonly (readonly Counted[])[]) => {
  const index = new Map<string, number>();
  rounds.forEach((units, round) => {
    for (const variable of variables)
      for (const option of finestOf(variable))
        for (const unit of units.keys()) index.set(`${round} ${unit} ${variable.key} ${option}`, index.size);
  });
  return (
    sums: { round: number; of: Members; variable: Variable; cell: readonly string[]; sign?: 1n | -1n }[],
  ) => {
    const row = new Array<bigint>(index.size).fill(0n);
    for (const { round, of, variable, cell, sign = 1n } of sums)
      for (const unit of of)
        for (const option of cell) {
          const at = index.get(`${round} ${unit} ${variable.key} ${option}`) ?? -1;
          row[at] = (row[at] ?? 0n) + sign;
        }
    return row as Row;
  };
};
type RowOf = ReturnType<typeof unknowns>;

const first = variables[0] as Variable;

/** Whoever answers is in one cell of every variable: known to everybody. */
const structure = (rowOf: RowOf, units: readonly Counted[], round: number): Row[] =>
  units.flatMap((_, unit) =>
    variables.slice(1).map((variable) =>
      rowOf([
        { round, of: [unit], variable: first, cell: finestOf(first) },
        { round, of: [unit], variable, cell: finestOf(variable), sign: -1n },
      ]),
    ),
  );

interface Published {
  round: number;
  of: Members;
  variable: Variable;
  cell: readonly string[];
}

/** Every single number that figures show. */
const numbersOf = (round: number, of: Members, figures: Figures): Published[] => [
  ...(figures.n === undefined ? [] : [{ round, of, variable: first, cell: finestOf(first) }]),
  ...variables.flatMap((variable) => {
    const level = variable.levels[figures.cells[variable.key]?.level ?? -1] ?? [];
    return level.map((cell) => ({ round, of, variable, cell }));
  }),
];

/** Every cell that there is: all that answered, and each cell of each level. */
const cellsOfAll = (): { variable: Variable; cell: readonly string[] }[] =>
  variables.flatMap((variable) =>
    [[finestOf(variable)], ...variable.levels].flatMap((level) => level.map((cell) => ({ variable, cell }))),
  );

const countIn = (units: readonly Counted[], { of, variable, cell }: Omit<Published, 'round'>): number =>
  of.reduce((sum, unit) => sum + (cellsOf(variable, [cell], units[unit]?.counts ?? {})[0] ?? 0), 0);

const published = (units: readonly Counted[], round = 0): Published[] => {
  const parted = partAnswers(someQuestions, units);
  return everyMembers(units).flatMap((of) => numbersOf(round, of, figuresOf(parted, of)));
};

/** The cells of few answers that somebody finds out who has all that is shown, and the comparisons of the rounds. */
const foundOut = (rounds: readonly (readonly Counted[])[], shown: readonly Published[]): string[] => {
  const rowOf = unknowns(rounds);
  const compared = shown.flatMap((one) =>
    one.round === 0
      ? []
      : shown.flatMap((other) =>
          other.round === 0 &&
          other.variable === one.variable &&
          `${other.of} ${other.cell}` === `${one.of} ${one.cell}`
            ? [rowOf([one, { ...other, sign: -1n }])]
            : [],
        ),
  );
  const known = follows([
    ...rounds.flatMap((units, round) => structure(rowOf, units, round)),
    ...shown.map((one) => rowOf([one])),
    ...compared,
  ]);
  return rounds.flatMap((units, round) =>
    everyMembers(units).flatMap((of) =>
      cellsOfAll()
        .filter(({ variable, cell }) => countIn(units, { of, variable, cell }) < FEWEST)
        .filter(({ variable, cell }) => known(rowOf([{ round, of, variable, cell }])))
        .map(({ variable, cell }) => `round ${round}, units ${of}: ${variable.key} ${cell}`),
    ),
  );
};

test('no number that is shown counts fewer than five', () => {
  fc.assert(
    fc.property(anyCounty(12), (units) => {
      for (const one of published(units)) expect(countIn(units, one)).toBeGreaterThanOrEqual(FEWEST);
    }),
  );
});

test('no cell under five follows from all figures of all units, areas and levels together', () => {
  fc.assert(
    fc.property(anyCounty(6), (units) => {
      expect(foundOut([units], published(units))).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('no cell under five follows from the figures of two rounds and their comparison', () => {
  fc.assert(
    fc.property(anyCounty(4), anyCounty(4), (before, now) => {
      expect(foundOut([before, now], [...published(before, 0), ...published(now, 1)])).toEqual([]);
    }),
    { numRuns: 20 },
  );
}, 60_000);

test('what counts few and is hidden by itself alone would be found out', () => {
  const counts = (n: number) => ({ n, 'scale.1': n - 6, 'scale.4': 6, 'yes.yes': 6, 'yes.no': n - 6 });
  const units: Counted[] = [20, 30, 3].map((n) => ({ municipality: 'm1', counts: counts(n) }));
  const naive = everyMembers(units).map((of) => ({ round: 0, of, variable: first, cell: finestOf(first) }));
  const shown = naive.filter((one) => countIn(units, one) >= FEWEST);
  expect(foundOut([units], shown)).toContain(`round 0, units 2: scale ${finestOf(first)}`);
});

/** Whether a table shows what is shown: every number of it, and how many answered. */
const showsTheSame = (
  units: readonly Counted[],
  key: string,
  { level, table }: { level: Level; table: number[][] },
) => {
  const parted = partAnswers(someQuestions, units);
  const sum = (of: Members, cell: readonly string[]) =>
    of.reduce(
      (all, unit) =>
        all +
        level.reduce(
          (part, fine, n) => part + (fine.every((one) => cell.includes(one)) ? (table[unit]?.[n] ?? 0) : 0),
          0,
        ),
      0,
    );
  for (const of of everyMembers(units)) {
    const { n, cells } = figuresOf(parted, of);
    if (n !== undefined) expect(sum(of, level.flat())).toBe(n);
    const found = cells[key];
    const shown = variables.find((one) => one.key === key)?.levels[found?.level ?? -1] ?? [];
    expect(shown.map((cell) => sum(of, cell))).toEqual(found?.counts ?? []);
  }
};

test('every cell of every unit could count five or more with the same figures shown: none is known to be small', () => {
  fc.assert(
    fc.property(anyCounty(10), (units) => {
      const parted = partAnswers(someQuestions, units);
      for (const variable of variables)
        for (const option of finestOf(variable))
          units.forEach((_, unit) => {
            const other = otherAnswers(parted, variable.key, { unit, option });
            // Nothing at all is shown of so few.
            if (!other) {
              expect(published(units)).toEqual([]);
              return;
            }
            expect(other.table.flat().every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
            const cell = other.level.findIndex((one) => one.includes(option));
            expect(other.table[unit]?.[cell]).toBeGreaterThanOrEqual(FEWEST);
            showsTheSame(units, variable.key, other);
          });
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('who also knows which units have five knows of the others only that they have fewer: none to four', () => {
  fc.assert(
    fc.property(anyCounty(12), (units) => {
      const { answered } = partAnswers(someQuestions, units);
      const n = (unit: number) => units[unit]?.counts.n ?? 0;
      for (const atom of new Set(answered.atomOf.filter((one) => one >= 0))) {
        const members = units.flatMap((_, unit) => (answered.atomOf[unit] === atom ? [unit] : []));
        const sum = members.reduce((all, unit) => all + n(unit), 0);
        for (const small of members.filter((unit) => n(unit) < FEWEST)) {
          const others = members.filter((unit) => unit !== small);
          const least = others.filter((unit) => n(unit) >= FEWEST).length * FEWEST;
          const isEndless = least > 0;
          const most = isEndless ? Number.POSITIVE_INFINITY : others.length * (FEWEST - 1);
          for (let could = 0; could < FEWEST; could += 1) {
            expect(sum - could).toBeGreaterThanOrEqual(least);
            expect(sum - could).toBeLessThanOrEqual(most);
          }
        }
      }
    }),
  );
});

test('of a group of fewer than five nothing is shown', () => {
  const units: Counted[] = [{ counts: { n: 2, 'yes.no': 2 } }, { counts: { n: 2, 'yes.no': 2 } }];
  expect(published(units)).toEqual([]);
});

test('a unit with enough in every cell is shown as fine as it was asked', () => {
  const counts = {
    n: 25,
    'scale.1': 5,
    'scale.2': 5,
    'scale.3': 5,
    'scale.4': 5,
    'yes.no': 12,
    'yes.yes': 8,
    'offers.cafe': 9,
  };
  const figures = figuresOf(partAnswers(someQuestions, [{ counts }, { counts }]), [1]);
  expect(figures).toEqual({
    n: 25,
    cells: {
      scale: { level: 2, counts: [5, 5, 5, 5, 5] },
      yes: { level: 1, counts: [5, 8, 12] },
      'offers.cafe': { level: 0, counts: [16, 9] },
    },
  });
});

test('who has too few is counted with others of the same social area first, so that the areas keep their figures', () => {
  const unit = (n: number, socialArea: string): Counted => ({
    municipality: 'm1',
    socialArea,
    counts: { n },
  });
  const parted = partAnswers([], [unit(3, 'a'), unit(9, 'a'), unit(2, 'a'), unit(8, 'b'), unit(30, 'b')]);
  const shown = [[0], [1], [2], [3], [4], [0, 1, 2], [3, 4], [0, 1, 2, 3, 4]];
  expect(shown.map((members) => figuresOf(parted, members).n)).toEqual([
    undefined,
    undefined,
    undefined,
    8,
    30,
    14,
    38,
    52,
  ]);
});
