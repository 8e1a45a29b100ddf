import { type Distribution, distribute, type Measured } from '../../domain/distribution/distribute.ts';
import type { DistributionRule } from '../../domain/distribution/rule.ts';
import { interleaved, median, ms } from '../measure.ts';
import type { Section } from '../report.ts';

/** A county, a large one, and the whole country. */
const SIZES = [100, 2_500, 60_000] as const;

const RULE: DistributionRule = {
  basic: 5_000_00,
  components: [
    { code: 'children', name: 'Kinderzahl', weight: 3_000, indicator: 'children' },
    { code: 'sgb2', name: 'SGB II', weight: 5_000, indicator: 'sgb2' },
    {
      code: 'language',
      name: 'Familiensprache',
      weight: 2_000,
      indicator: 'language',
      points: [
        { from: 1_000, points: 1 },
        { from: 2_500, points: 2 },
        { from: 5_000, points: 4 },
      ],
    },
  ],
};

const kitasOf = (count: number): Measured[] =>
  Array.from({ length: count }, (_, n) => ({
    kita: `kita-${n}`,
    values: { children: 20 + ((n * 37) % 101), sgb2: (n * 13) % 29, language: (n * 271) % 7_000 },
  }));

const sumOf = (count: number) => count * 22_320_15;

/**
 * As a spreadsheet reckons it: floating-point euros, each amount rounded for itself, nothing explained.
 * @returns cents
 */
const asSpreadsheet = (sum: number, kitas: readonly Measured[]): number[] => {
  const rest = sum / 100 - (RULE.basic / 100) * kitas.length;
  const weightOf = ({ indicator, points }: DistributionRule['components'][number], { values }: Measured) => {
    const value = values[indicator] ?? 0;
    return points ? (points.findLast(({ from }) => value >= from)?.points ?? 0) : value;
  };
  const totals = RULE.components.map((one) => kitas.reduce((all, kita) => all + weightOf(one, kita), 0));
  return kitas.map((kita) => {
    const parts = RULE.components.map(
      (one, c) => (rest * (one.weight / 10_000) * weightOf(one, kita)) / (totals[c] ?? 1),
    );
    return Math.round((RULE.basic / 100 + parts.reduce((a, b) => a + b, 0)) * 100);
  });
};

const timed = (run: () => unknown): number => {
  const begun = performance.now();
  run();
  return performance.now() - begun;
};

const adding = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);

/** How far all shares together are from the sum. */
const off = (amounts: readonly number[], sum: number) => {
  const cents = Math.abs(adding(amounts) - sum);
  return cents === 0 ? 'exact' : `${cents} ct off`;
};

const measure = async (count: number, rounds: number): Promise<Section['rows']> => {
  const [sum, kitas] = [sumOf(count), kitasOf(count)];
  const { shares } = distribute(sum, RULE, kitas) as Distribution;
  const times = await interleaved(['ours', 'peer'], rounds, async (name) =>
    timed(() => (name === 'ours' ? distribute(sum, RULE, kitas) : asSpreadsheet(sum, kitas))),
  );
  const [ours, peer] = [median(times.ours), median(times.peer)];
  const ourAmounts = shares.map(({ amount }) => amount);
  const name = count.toLocaleString('en');
  return [
    { name: `${name} Kitas: time`, ours: ms(ours), peer: `${ms(peer)} floating point`, ratio: ours / peer },
    {
      name: `${name} Kitas: all shares together beside the sum`,
      ours: off(ourAmounts, sum),
      peer: off(asSpreadsheet(sum, kitas), sum),
      aim: 'exact',
      met: adding(ourAmounts) === sum,
    },
  ];
};

/** Reckoning a distribution, beside what a spreadsheet does with the same figures. */
export const distributions = async (rounds: number): Promise<Section> => {
  const rows: Section['rows'] = [];
  for (const count of SIZES) rows.push(...(await measure(count, rounds)));
  return {
    about: 'A distribution over Kitas',
    rows,
    notes: [
      'Three components, one of them by points. The peer reckons with floating-point euros and rounds each amount for itself, as a spreadsheet does: it explains nothing, and its shares do not add up to the sum.',
    ],
  };
};
