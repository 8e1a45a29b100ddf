import type { Indicator } from '../../../../domain/distribution/rule.ts';
import { csvOf } from '../../parts/csv.ts';

/** The table to fill in: every Kita by its id and name, a column for each indicator. As the German Excel reads it. */
export const templateOf = (
  kitas: Readonly<Record<string, string>>,
  indicators: readonly Indicator[],
): string => {
  const empty = indicators.map(() => '');
  const lines = Object.entries(kitas)
    .toSorted(([, a], [, b]) => a.localeCompare(b, 'de'))
    .map(([id, name]) => [id, name, ...empty]);
  return csvOf(['Kita', 'Name', ...indicators.map(({ name }) => name)], lines);
};
