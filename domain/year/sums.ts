import { eachStage, type Stage, stages } from '../budget/account.ts';
import { totalOf } from '../budget/amounts.ts';
import type { Holding } from '../budget/holding.ts';
import type { Cents } from '../money/cents.ts';
import { splitByWeights } from '../money/split.ts';
import { canonicalText } from '../submission/canonical.ts';

/** What is counted of an application, beside its money. */
export interface Counted {
  purpose?: string | undefined;
  kitas: readonly string[];
  /** What each Kita has of it, in hundredths of a per cent; in equal parts where nothing is said. */
  shares?: readonly { kita: string; percent: number }[] | undefined;
  money: Holding;
}

/** How many applications hold something, and how far their money has come (cents). */
export interface Line {
  count: number;
  money: Record<Stage, Cents>;
}

/** What a provider's applications of a year hold together, by purpose (`none` where there is none) and by Kita. */
export interface ProviderSums {
  provider: string;
  purposes: Record<string, Line>;
  kitas: Record<string, Line>;
}

/** The line of what has no purpose, or whose Kita no social area. */
export const NONE = 'none';

const NO_LINE: Line = { count: 0, money: eachStage(() => 0) };

export const addLines = (a: Line, b: Line): Line => ({
  count: a.count + b.count,
  money: eachStage((stage) => a.money[stage] + b.money[stage]),
});

const negative = ({ count, money }: Line): Line => ({
  count: -count,
  money: eachStage((stage) => -money[stage]),
});

const changesNothing = ({ count, money }: Line) => count === 0 && stages.every((stage) => money[stage] === 0);

/** Lines that say nothing are left out, so that the same sums look the same. */
const told = (lines: Record<string, Line>): Record<string, Line> =>
  Object.fromEntries(Object.entries(lines).filter(([, line]) => !changesNothing(line)));

const plusLines = (a: Record<string, Line>, b: Record<string, Line>): Record<string, Line> =>
  told(
    Object.fromEntries(
      [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [
        key,
        addLines(a[key] ?? NO_LINE, b[key] ?? NO_LINE),
      ]),
    ),
  );

export const totals = (money: Holding): Record<Stage, Cents> => eachStage((stage) => totalOf(money[stage]));

/** The shares of its Kitas in an order that does not change, by id. */
export const sharesOf = ({ kitas, shares }: Counted) => {
  const stated = shares?.filter(({ percent }) => percent > 0);
  const all = stated?.length ? stated : kitas.map((kita) => ({ kita, percent: 1 }));
  return all.toSorted((a, b) => (a.kita < b.kita ? -1 : 1));
};

/**
 * What each Kita has of an application's money: stage by stage the whole sum, split by the shares of the Kitas, the cents that remain
 * by largest remainder. So the parts are the sum to the cent, and depend on nothing that was there before.
 */
export const partsByKita = (of: Counted): Map<string, Record<Stage, Cents>> => {
  const shares = sharesOf(of);
  const weights = shares.map(({ percent }) => percent);
  if (weights.length === 0) return new Map();
  const whole = totals(of.money);
  const split = eachStage((stage) => splitByWeights(whole[stage], weights));
  return new Map(shares.map(({ kita }, n) => [kita, eachStage((stage) => split[stage][n] ?? 0)]));
};

/** What an application adds to the sums of its provider; nothing where it holds nothing. */
export const sumsOf = (of: Counted): Omit<ProviderSums, 'provider'> => {
  const money = totals(of.money);
  if (changesNothing({ count: 0, money })) return { purposes: {}, kitas: {} };
  const kitas = [...partsByKita(of)].map(([kita, part]): [string, Line] => [kita, { count: 1, money: part }]);
  return {
    purposes: { [of.purpose ?? NONE]: { count: 1, money } },
    kitas: told(Object.fromEntries(kitas)),
  };
};

type Sums = Omit<ProviderSums, 'provider'>;
const NO_SUMS: Sums = { purposes: {}, kitas: {} };

const plusSums = (a: Sums, b: Sums): Sums => ({
  purposes: plusLines(a.purposes, b.purposes),
  kitas: plusLines(a.kitas, b.kitas),
});

const negatives = (lines: Record<string, Line>) =>
  Object.fromEntries(Object.entries(lines).map(([key, line]) => [key, negative(line)]));

/** What becomes of the sums when applications change together; lines that stay as they are are left out. */
export const changeOfSums = (changes: readonly (readonly [before: Counted, after: Counted])[]): Sums =>
  changes.reduce<Sums>((sum, [before, after]) => {
    const { purposes, kitas } = sumsOf(before);
    const less = { purposes: negatives(purposes), kitas: negatives(kitas) };
    return plusSums(sum, plusSums(sumsOf(after), less));
  }, NO_SUMS);

/**
 * The providers whose sums are not what their applications hold together.
 * @param kept the sums as they are kept, @param all applications of the year
 */
export const differingSums = (
  kept: readonly ProviderSums[],
  all: readonly (Counted & { provider: string })[],
): string[] => {
  const right = Map.groupBy(all, ({ provider }) => provider);
  const told = new Map(kept.map(({ provider, ...sums }) => [provider, sums]));
  return [...new Set([...right.keys(), ...told.keys()])].filter((provider) => {
    const sum = (right.get(provider) ?? []).map(sumsOf).reduce(plusSums, NO_SUMS);
    return canonicalText(sum) !== canonicalText(told.get(provider) ?? NO_SUMS);
  });
};
