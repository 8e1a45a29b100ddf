import type { CalendarDate } from '../calendar/period.ts';
import type { BudgetApplicationAnswers } from '../forms/budget-application/answers.ts';
import type { AmendedBy } from './amends.ts';

/**
 * The last day of a grant that ended because its last Kita changed its provider; undefined while it goes on for others.
 * @param granted what is granted now
 * @param amended the amendments that hold
 */
export const closedOn = (
  { period }: Pick<BudgetApplicationAnswers, 'period'>,
  amended: readonly Pick<AmendedBy, 'left'>[] = [],
): CalendarDate | undefined =>
  amended.some(({ left = [] }) => left.some(({ on }) => on === period.to)) ? period.to : undefined;
