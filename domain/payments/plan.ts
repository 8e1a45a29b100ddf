import { type Amounts, eachShare, NOTHING, plus, totalOf } from '../budget/amounts.ts';
import type { CalendarDate } from '../calendar/period.ts';

/** An instalment as it is planned: when it is due, and how much of each share (cents). */
export interface PlannedInstalment {
  due: CalendarDate;
  amounts: Amounts;
}

const SHARES = ['state', 'county', 'voluntary'] as const;

/**
 * Amounts in so many equal parts that add up to the cent, share by share. The cents that remain of all shares are dealt out one
 * part after the other, so that no two parts differ by more than one cent.
 */
export const inParts = (amounts: Amounts, count: number): Amounts[] => {
  let dealt = 0;
  const firstOf = new Map(
    SHARES.map((share) => {
      const first = dealt;
      dealt += amounts[share] % count;
      return [share, first];
    }),
  );
  return Array.from({ length: count }, (_, part) =>
    eachShare((share) => {
      const gets = (part - (firstOf.get(share) ?? 0) + count * SHARES.length) % count;
      return Math.floor(amounts[share] / count) + (gets < amounts[share] % count ? 1 : 0);
    }),
  );
};

/** The configured days of every year that the period touches, as far as they lie in it. */
const daysIn = ({ from, to }: { from: CalendarDate; to: CalendarDate }, days: readonly string[]) => {
  const first = Number(from.slice(0, 4));
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, n) => first + n);
  return years
    .flatMap((year) => days.map((day) => `${year}-${day}`))
    .filter((day) => from <= day && day <= to)
    .sort();
};

/**
 * What was granted, in instalments: equal parts on the configured days of the period. What is past by now is due at once, in one
 * instalment. A period without such a day is paid at its beginning.
 * @param period of the grant, both days included, @param days MM-DD
 */
export const planOf = (
  granted: Amounts,
  {
    period,
    days,
    today,
  }: { period: { from: CalendarDate; to: CalendarDate }; days: readonly string[]; today: CalendarDate },
): PlannedInstalment[] => {
  if (totalOf(granted) === 0) return [];
  const found = daysIn(period, [...new Set(days)]);
  const all = found.length > 0 ? found : [period.from];
  const parts = inParts(granted, all.length).map((amounts, n) => ({ due: all[n] ?? today, amounts }));
  const past = parts.filter(({ due }) => due <= today);
  const now = past.reduce((sum, { amounts }) => plus(sum, amounts), NOTHING);
  const planned = [
    ...(past.length > 0 ? [{ due: today, amounts: now }] : []),
    ...parts.filter(({ due }) => due > today),
  ];
  // Of a few cents not every part gets one.
  return planned.filter(({ amounts }) => totalOf(amounts) > 0);
};
