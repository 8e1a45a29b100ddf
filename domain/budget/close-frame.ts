import type { CalendarDate } from '../calendar/period.ts';
import { budgetOf } from '../money/shares.ts';
import type { Frame } from './frame.ts';
import type { FrameSetting } from './set-frame.ts';

/** Why a year cannot be closed like this. A closing is never taken back, so it is asked for plainly and by itself. */
export type ClosingRefusal = 'not-in-force' | 'year-runs' | 'other-figures';

/** Whether a year is over: none is closed before. */
export const isOver = (year: number, today: CalendarDate): boolean => today > `${year}-12-31`;

/**
 * A year is closed when it is over, from a frame that was in force, and with the figures that it had: what it is settled with is
 * what everybody could look at before.
 */
export const closingRefusal = (
  { year, state, figures }: Frame,
  { figure, voluntary }: FrameSetting,
  today: CalendarDate,
): ClosingRefusal | undefined => {
  if (state === 'provisional') return 'not-in-force';
  if (!isOver(year, today)) return 'year-runs';
  const { county } = budgetOf(figure);
  const isSame = figures.state === figure && figures.county === county && figures.voluntary === voluntary;
  return isSame ? undefined : 'other-figures';
};
