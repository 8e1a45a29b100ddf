import type { BudgetApplicationAnswers, Position } from '../forms/budget-application/answers.ts';
import { ALL } from '../forms/budget-application/fields.ts';
import { segmentCost } from '../forms/budget-application/position-cost.ts';
import { addUp } from '../money/cents.ts';
import { partHalfUp, ratio } from '../money/ratio.ts';
import { splitByWeights } from '../money/split.ts';
import type { LeavingKita } from './leaving-kitas.ts';
import { dayAfter, onDays } from './segments.ts';

type Shares = BudgetApplicationAnswers['shares'];

const costOf = (rows: readonly Position[]) => addUp(rows.map((row) => segmentCost(row) ?? 0));

/** What each Kita has of the shares; those that left before have nothing of the days that are cut here. */
interface Leaving extends LeavingKita {
  gone: readonly LeavingKita[];
}

const isGone = (kita: string, { gone }: Leaving) => gone.some((one) => one.kita === kita);

/**
 * The shares by what is spent for each: the others keep what they had, and what costs less is the leaving Kita's. In hundredths of
 * a per cent.
 */
const sharesAfter = (shares: Shares, kita: string, [before, after]: [Position[], Position[]]): Shares => {
  const byId = shares.toSorted((a, b) => (a.kita < b.kita ? -1 : 1));
  const had = splitByWeights(
    costOf(before),
    byId.map(({ percent }) => percent),
  );
  const others = addUp(byId.map((one, n) => (one.kita === kita ? 0 : (had[n] ?? 0))));
  const own = Math.max(0, costOf(after) - others);
  const spent = byId.map((one, n) => (one.kita === kita ? own : (had[n] ?? 0)));
  if (addUp(spent) === 0) return shares;
  const percents = splitByWeights(ALL, spent);
  const of = new Map(byId.map((one, n) => [one.kita, percents[n] ?? 0]));
  return shares.map((one) => ({ ...one, percent: of.get(one.kita) ?? 0 }));
};

/**
 * A Kita that changes its provider: for it the grant ends on that day. The positions go on with what the other Kitas have of
 * them; where there is no other any more, they end, and the period with them. The new provider applies anew for the rest.
 * @param leaving.on the last day with this provider
 * @param leaving.gone the Kitas that left earlier, or on the same day
 */
export const withoutKita = (
  answers: BudgetApplicationAnswers,
  leaving: Leaving,
): BudgetApplicationAnswers => {
  const { kita, on } = leaving;
  const { positions, period, shares } = answers;
  const there = shares.filter((one) => !isGone(one.kita, leaving));
  const all = addUp(there.map(({ percent }) => percent));
  const percent = there.find((one) => one.kita === kita)?.percent ?? 0;
  const left = { from: dayAfter(on), to: period.to };
  const isLast = answers.kitas.every((one) => one === kita || isGone(one, leaving));
  if (isLast || percent === all)
    return {
      ...answers,
      period: { ...period, to: on },
      positions: onDays(
        positions,
        left,
        () => true,
        () => undefined,
      ),
    };
  const staying = ratio(all - percent, all);
  const rows = onDays(
    positions,
    left,
    () => true,
    (row) => {
      const hours = partHalfUp(row.hours, staying);
      return hours === 0 ? undefined : { ...row, hours, annualCost: partHalfUp(row.annualCost, staying) };
    },
  );
  return { ...answers, positions: rows, shares: sharesAfter(shares, kita, [positions, rows]) };
};
