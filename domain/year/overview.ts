import { eachStage, type Stage } from '../budget/account.ts';
import { eachShare, plus, totalOf } from '../budget/amounts.ts';
import { type Holding, NO_HOLDING } from '../budget/holding.ts';
import type { Cents } from '../money/cents.ts';

/** By what a year's money is looked at. */
export const groupings = ['purpose', 'area', 'provider'] as const;
export type Grouping = (typeof groupings)[number];

/** What the overview knows of an application. */
export interface Counted {
  provider: string;
  purpose?: string | undefined;
  /** The social areas of its Kitas. */
  areas: readonly string[];
  money: Holding;
}

/** A line of the overview: how many applications, and how far their money has come (cents). */
export interface OverviewRow {
  /** A code or an id; `several` for Kitas in more than one social area, `none` for what has none. */
  key: string;
  count: number;
  money: Record<Stage, Cents>;
}

const keyOf = ({ provider, purpose, areas }: Counted, by: Grouping): string => {
  if (by === 'provider') return provider;
  if (by === 'purpose') return purpose ?? 'none';
  const distinct = new Set(areas);
  return distinct.size > 1 ? 'several' : (areas[0] ?? 'none');
};

const holdsNothing = (money: Holding) =>
  Object.values(money).every((amounts) => totalOf(eachShare((share) => Math.abs(amounts[share]))) === 0);

const rowOf = (key: string, all: readonly Counted[]): OverviewRow => {
  const money = all.reduce<Holding>(
    (sum, one) => eachStage((stage) => plus(sum[stage], one.money[stage])),
    NO_HOLDING,
  );
  return { key, count: all.length, money: eachStage((stage) => totalOf(money[stage])) };
};

/** The year's money by purpose, social area or provider, the largest first; what holds nothing is in no line. */
export const overviewBy = (all: readonly Counted[], by: Grouping): OverviewRow[] => {
  const weight = ({ money }: OverviewRow) => Object.values(money).reduce((sum, amount) => sum + amount, 0);
  return [
    ...Map.groupBy(
      all.filter(({ money }) => !holdsNothing(money)),
      (one) => keyOf(one, by),
    ),
  ]
    .map(([key, those]) => rowOf(key, those))
    .sort((a, b) => weight(b) - weight(a) || (a.key < b.key ? -1 : 1));
};
