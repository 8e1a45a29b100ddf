import type { CalendarDate } from '../calendar/period.ts';
import type { BudgetApplicationAnswers, Position } from '../forms/budget-application/answers.ts';
import { ALL } from '../forms/budget-application/fields.ts';
import { segmentCost } from '../forms/budget-application/position-cost.ts';
import { addUp } from '../money/cents.ts';
import { partHalfUp, ratio } from '../money/ratio.ts';
import { splitByWeights } from '../money/split.ts';
import { dayAfter, onDays } from './segments.ts';

type Shares = BudgetApplicationAnswers['shares'];

const costOf = (rows: readonly Position[]) => addUp(rows.map((row) => segmentCost(row) ?? 0));

/** The shares by what is spent up to the day, for all, and after it, for those that stay. In hundredths of a per cent. */
const sharesAfter = (shares: Shares, kita: string, [until, after]: [Position[], Position[]]): Shares => {
  const byId = shares.toSorted((a, b) => (a.kita < b.kita ? -1 : 1));
  const staying = byId.map((one) => (one.kita === kita ? 0 : one.percent));
  const first = splitByWeights(
    costOf(until),
    byId.map(({ percent }) => percent),
  );
  const later = splitByWeights(costOf(after), staying);
  const spent = byId.map((_, n) => (first[n] ?? 0) + (later[n] ?? 0));
  if (addUp(spent) === 0) return shares;
  const percents = splitByWeights(ALL, spent);
  const of = new Map(byId.map((one, n) => [one.kita, percents[n] ?? 0]));
  return shares.map((one) => ({ ...one, percent: of.get(one.kita) ?? 0 }));
};

const isWithin = (row: Position, last: CalendarDate) => row.to <= last;

/**
 * A Kita that changes its provider: for it the grant ends on that day. The positions go on with what the other Kitas have of
 * them; where there is no other, they end, and the period with them. The new provider applies anew for the rest.
 * @param on the last day with this provider
 */
export const withoutKita = (
  answers: BudgetApplicationAnswers,
  { kita, on }: { kita: string; on: CalendarDate },
): BudgetApplicationAnswers => {
  const { positions, period, shares } = answers;
  const percent = shares.find((one) => one.kita === kita)?.percent ?? 0;
  const left = { from: dayAfter(on), to: period.to };
  if (percent === ALL || answers.kitas.length === 1)
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
  const staying = ratio(ALL - percent, ALL);
  const rows = onDays(
    positions,
    left,
    () => true,
    (row) => {
      const hours = partHalfUp(row.hours, staying);
      return hours === 0 ? undefined : { ...row, hours, annualCost: partHalfUp(row.annualCost, staying) };
    },
  );
  const until = rows.filter((row) => isWithin(row, on));
  const after = rows.filter((row) => !isWithin(row, on));
  return { ...answers, positions: rows, shares: sharesAfter(shares, kita, [until, after]) };
};
