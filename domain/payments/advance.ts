import { type Amounts, amountsOf, eachShare, minus, NOTHING, plus } from '../budget/amounts.ts';
import type { Holding } from '../budget/holding.ts';
import type { CalendarDate } from '../calendar/period.ts';
import type { Cents } from '../money/cents.ts';
import { partDown, ratio } from '../money/ratio.ts';
import type { PlannedInstalment } from './plan.ts';
import type { AdvanceSettings } from './settings.ts';

const MONTHS = 12;
const HUNDRED = 100;

/** What is paid ahead of a grant in a month: so many per cent of a twelfth of what was granted for the year before, rounded down. */
export const monthlyAdvance = (granted: Cents, { percent }: AdvanceSettings): Cents =>
  partDown(granted, ratio(percent, HUNDRED * MONTHS));

/**
 * The advances of a year, one for each of its first months that are not over yet, each due on the first: as many as are wanted and the
 * county allows, and as far as they fit into what is applied for.
 */
export const advancesOf = (
  { year, today, granted, applied }: { year: number; today: CalendarDate; granted: Cents; applied: Cents },
  months: number,
  settings: AdvanceSettings,
): PlannedInstalment[] => {
  const monthly = monthlyAdvance(granted, settings);
  if (monthly === 0) return [];
  const most = Math.min(months, settings.months, Math.floor(applied / monthly));
  const firsts = Array.from({ length: MONTHS }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}-01`);
  return firsts
    .filter((day) => day.slice(0, 7) >= today.slice(0, 7))
    .slice(0, most)
    .map((day) => ({ due: day > today ? day : today, amounts: amountsOf(monthly) }));
};

/** What an application holds when so much of it is committed ahead of its decision: of what is reserved first, then of what is asked for. */
export const withAdvance = (money: Holding, sum: Amounts): Holding => {
  const reserved = eachShare((share) => Math.min(money.reserved[share], sum[share]));
  const requested = eachShare((share) => Math.min(money.requested[share], sum[share] - reserved[share]));
  return {
    ...money,
    reserved: minus(money.reserved, reserved),
    requested: minus(money.requested, requested),
    committed: plus(money.committed, sum),
  };
};

/** What is left of the planned instalments when so much was paid ahead: the first ones settle it, and what comes to nothing is none. */
export const lessAdvances = (planned: readonly PlannedInstalment[], ahead: Amounts): PlannedInstalment[] => {
  let left = ahead;
  return planned.flatMap(({ due, amounts }) => {
    const settled = eachShare((share) => Math.min(left[share], amounts[share]));
    left = minus(left, settled);
    const rest = minus(amounts, settled);
    return rest.state + rest.county + rest.voluntary > 0 ? [{ due, amounts: rest }] : [];
  });
};

export const sumOfPlanned = (planned: readonly Pick<PlannedInstalment, 'amounts'>[]): Amounts =>
  planned.reduce((sum, { amounts }) => plus(sum, amounts), NOTHING);
