import { addUp, type Cents, fromExact, toExact } from '../money/cents.ts';
import { splitByWeights } from '../money/split.ts';
import type { Component, DistributionRule, PointsTable } from './rule.ts';

/** A Kita and the values of its indicators, by code: whole numbers, per cents in hundredths. */
export interface Measured {
  kita: string;
  values: Readonly<Record<string, number>>;
}

/** What a Kita gets of one component, and by what: its value, and the points where the concept has a table for it. */
export interface PartOfShare {
  component: string;
  value: number;
  points?: number;
  amount: Cents;
}

/** What a Kita gets, explained: the parts and the basic share add up to the amount. */
export interface Share {
  kita: string;
  amount: Cents;
  basic: Cents;
  parts: PartOfShare[];
}

/** What a component distributes, and over how many values or points in all: a Kita's part is amount × its own ÷ total. */
export interface ComponentSum {
  code: string;
  amount: Cents;
  total: number;
}

export interface Distribution {
  ok: true;
  /** By the Kita's id. */
  shares: Share[];
  components: ComponentSum[];
}

/** Why nothing can be distributed; `component` is the one that cannot. */
export interface Refusal {
  ok: false;
  refusal: 'no-kitas' | 'kita-twice' | 'basic-too-much' | 'indicator-missing' | 'component-empty';
  component?: string;
}

const pointsOf = (value: number, table: PointsTable): number =>
  table.findLast(({ from }) => value >= from)?.points ?? 0;

/** What a Kita weighs in a component. */
const weightOf = ({ points }: Component, value: number): number => (points ? pointsOf(value, points) : value);

const byId = (a: Measured, b: Measured) => Number(a.kita > b.kita) - Number(a.kita < b.kita);

const refusalOf = (
  sum: Cents,
  { basic, components }: DistributionRule,
  kitas: readonly Measured[],
): Refusal | undefined => {
  if (kitas.length === 0) return { ok: false, refusal: 'no-kitas' };
  if (kitas.some(({ kita }, n) => kita === kitas[n - 1]?.kita)) return { ok: false, refusal: 'kita-twice' };
  if (toExact(basic) * BigInt(kitas.length) > toExact(sum)) return { ok: false, refusal: 'basic-too-much' };
  const missing = components.find(({ indicator }) =>
    kitas.some(({ values }) => values[indicator] === undefined),
  );
  if (missing) return { ok: false, refusal: 'indicator-missing', component: missing.code };
  const empty = components.find((one) =>
    kitas.every(({ values }) => weightOf(one, values[one.indicator] ?? 0) === 0),
  );
  return empty && { ok: false, refusal: 'component-empty', component: empty.code };
};

/**
 * Distributes a sum over Kitas as the county's concept says: the basic shares first, the rest by weights to the components, and
 * each component over the Kitas by values or points. Every rounding rest goes by largest remainder, of equal ones to the
 * Kita whose id comes first: the order in which the Kitas are given does not matter, and all shares add up to the sum.
 */
export const distribute = (
  sum: Cents,
  rule: DistributionRule,
  measured: readonly Measured[],
): Distribution | Refusal => {
  const kitas = measured.toSorted(byId);
  const refusal = refusalOf(sum, rule, kitas);
  if (refusal) return refusal;
  const { basic, components } = rule;
  const rest = fromExact(toExact(sum) - toExact(basic) * BigInt(kitas.length));
  const amounts = splitByWeights(
    rest,
    components.map(({ weight }) => weight),
  );
  const weights = components.map((one) =>
    kitas.map(({ values }) => weightOf(one, values[one.indicator] ?? 0)),
  );
  const split = components.map((_, c) => splitByWeights(amounts[c] ?? 0, weights[c] ?? []));
  return {
    ok: true,
    components: components.map(({ code }, c) => ({
      code,
      amount: amounts[c] ?? 0,
      total: addUp(weights[c] ?? []),
    })),
    shares: kitas.map(({ kita, values }, k) => {
      const parts = components.map(({ code, indicator, points }, c) => ({
        component: code,
        value: values[indicator] ?? 0,
        ...(points && { points: weights[c]?.[k] ?? 0 }),
        amount: split[c]?.[k] ?? 0,
      }));
      return { kita, amount: addUp([basic, ...parts.map(({ amount }) => amount)]), basic, parts };
    }),
  };
};
