import type { BudgetSettings } from '../../budget/settings.ts';
import { endOf } from '../../calendar/due.ts';
import type { CalendarDate, Instant } from '../../calendar/period.ts';
import { closedFileBy, fileByOf } from './follow-dates.ts';
import type { ProofHead } from './particulars.ts';

/**
 * A proof that is awaited, once the end of its grant has become another: a grant that ended within its year is proven soon after it;
 * one that goes on after all, with the others of its year. Undefined where nothing changes, or the proof has been filed.
 * @param closedOn the last day of a grant that ended early
 */
export const closedEarly = (
  head: ProofHead,
  closedOn: CalendarDate | undefined,
  { at, settings }: { at: Instant; settings: BudgetSettings['proof'] },
): ProofHead | undefined => {
  const { closedOn: before, ...about } = head.about;
  if (head.at !== 'filing' || before === closedOn) return undefined;
  const yearly = fileByOf(about.year, settings);
  const fileBy = closedOn || endOf(yearly) <= at ? closedFileBy(closedOn ?? yearly, at, settings) : yearly;
  return { ...head, due: endOf(fileBy), about: { ...about, ...(closedOn && { closedOn }), fileBy } };
};
