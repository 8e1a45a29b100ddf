import { addLines, type Line, NONE, type ProviderSums } from './sums.ts';

/** By what a year's money is looked at. */
export const groupings = ['purpose', 'area', 'provider'] as const;
export type Grouping = (typeof groupings)[number];

/** A line of the overview. Of a purpose or a provider applications are counted, of a social area its Kitas. */
export interface OverviewRow extends Line {
  /** A code or an id; `none` for what has none. */
  key: string;
}

const weightOf = ({ money }: Line) => Object.values(money).reduce((sum, amount) => sum + amount, 0);

const rowsOf = (lines: readonly (readonly [key: string, line: Line])[]): OverviewRow[] =>
  [...Map.groupBy(lines, ([key]) => key)]
    .map(([key, those]) => ({ key, ...those.map(([, line]) => line).reduce(addLines) }))
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.key < b.key ? -1 : 1));

/** The Kitas as lines of their areas: a Kita counts once, whoever applied for it. */
const areaLines = (all: readonly ProviderSums[], areaOf: (kita: string) => string | undefined) =>
  rowsOf(all.flatMap(({ kitas }) => Object.entries(kitas))).map(
    ({ key, money }) => [areaOf(key) ?? NONE, { count: 1, money }] as const,
  );

/**
 * The year's money by purpose, social area or provider, the largest first; what holds nothing is in no line. Every cent is in
 * exactly one line of each.
 * @param areaOf the social area of a Kita, as the register says it today
 */
export const overviewBy = (
  all: readonly ProviderSums[],
  by: Grouping,
  areaOf: (kita: string) => string | undefined,
): OverviewRow[] => {
  if (by === 'area') return rowsOf(areaLines(all, areaOf));
  return rowsOf(
    all.flatMap(({ provider, purposes }) =>
      Object.entries(purposes).map(
        ([purpose, line]) => [by === 'purpose' ? purpose : provider, line] as const,
      ),
    ),
  );
};
