import type { ScenarioShown } from '../../../../domain/api/distribution.ts';

/** A Kita in the scenarios that are compared, in their order; undefined where a scenario's file does not have it. */
export interface ComparedKita {
  kita: string;
  name: string;
  amounts: (number | undefined)[];
}

/** Every Kita of the scenarios, by what it gets: the largest of the first one first. */
export const comparedKitas = (
  scenarios: readonly ScenarioShown[],
  names: Readonly<Record<string, string>>,
): ComparedKita[] => {
  const amounts = scenarios.map(({ shares }) => new Map(shares.map(({ kita, amount }) => [kita, amount])));
  const kitas = [...new Set(scenarios.flatMap(({ shares }) => shares.map(({ kita }) => kita)))];
  return kitas
    .map((kita) => ({ kita, name: names[kita] ?? kita, amounts: amounts.map((of) => of.get(kita)) }))
    .toSorted((a, b) => (b.amounts[0] ?? 0) - (a.amounts[0] ?? 0) || a.name.localeCompare(b.name, 'de'));
};

/** What the last scenario gives more or less than the first; undefined where there is nothing to compare. */
export const differenceOf = ({ amounts }: Pick<ComparedKita, 'amounts'>): number | undefined =>
  amounts.length < 2 ? undefined : (amounts.at(-1) ?? 0) - (amounts[0] ?? 0);
