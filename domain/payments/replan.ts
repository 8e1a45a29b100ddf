import { type Amounts, isNothing, totalOf } from '../budget/amounts.ts';
import type { CalendarDate } from '../calendar/period.ts';
import type { Grant, Instalment } from './grant.ts';
import { inParts } from './plan.ts';

/**
 * The instalments of a grant whose sum has become another: what is neither paid nor under way is dealt out anew over those that
 * nobody has certified yet, in equal parts on the days that they have. Where there is none any more, the rest is one more
 * instalment, due at once. One that gets nothing stays in its place with nothing.
 * @param rest of what is committed, less what is certified or ordered and not paid yet
 * @param of.open the numbers of the instalments that may still change
 * @param of.orderFor the order of another instalment
 */
export const replan = (
  { instalments }: Pick<Grant, 'instalments'>,
  rest: Amounts,
  of: { open: readonly number[]; today: CalendarDate; orderFor: (n: number) => string },
): Instalment[] => {
  const open = instalments.filter(({ n }) => of.open.includes(n)).map(({ n }) => n);
  if (open.length === 0) {
    const n = instalments.length + 1;
    const one = { n, due: of.today, amount: totalOf(rest), amounts: rest, order: of.orderFor(n) };
    return isNothing(rest) ? [...instalments] : [...instalments, one];
  }
  const parts = new Map(inParts(rest, open.length).map((amounts, at) => [open[at], amounts]));
  return instalments.map((one) => {
    const amounts = parts.get(one.n);
    return amounts ? { ...one, amount: totalOf(amounts), amounts } : one;
  });
};
