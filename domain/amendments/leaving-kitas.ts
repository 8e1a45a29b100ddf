import type { CalendarDate } from '../calendar/period.ts';
import type { BudgetApplicationAnswers } from '../forms/budget-application/answers.ts';
import type { Provision } from '../places/place.ts';
import { providedBy } from '../places/provision.ts';

/** A Kita that leaves its provider within a grant's period, and its last day there. */
export interface LeavingKita {
  kita: string;
  on: CalendarDate;
}

/**
 * The Kitas of a grant that its provider gives away before the period ends, by the register: for them the grant ends that day.
 */
export const leavingKitas = (
  { kitas, period }: Pick<BudgetApplicationAnswers, 'kitas' | 'period'>,
  provider: string,
  provisions: readonly Provision[],
): LeavingKita[] => {
  const provided = providedBy(provider, provisions);
  return kitas.flatMap((kita) => {
    const last = provided
      .filter((one) => one.kita === kita && one.from <= period.to)
      .map(({ to }) => to)
      .at(-1);
    return last && period.from <= last && last < period.to ? [{ kita, on: last }] : [];
  });
};
