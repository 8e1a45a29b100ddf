import type { CalendarDate } from '../calendar/period.ts';
import type { FineGoal, Goal } from './goal.ts';

/** Where a fine goal stands: still ahead, past its day and not evaluated, or evaluated. */
export type FineStanding = 'open' | 'overdue' | 'evaluated';

export const fineStanding = ({ date, evaluation }: FineGoal, today: CalendarDate): FineStanding => {
  if (evaluation) return 'evaluated';
  return date < today ? 'overdue' : 'open';
};

/** Where a coarse goal stands: dropped, overdue with one of its fine goals, evaluated with all of them, or open. */
export type GoalStanding = FineStanding | 'dropped';

export const goalStanding = ({ dropped, fine }: Goal, today: CalendarDate): GoalStanding => {
  if (dropped) return 'dropped';
  const all = fine.map((one) => fineStanding(one, today));
  if (all.includes('overdue')) return 'overdue';
  return all.length > 0 && all.every((one) => one === 'evaluated') ? 'evaluated' : 'open';
};
