import * as Day from 'temporal-polyfill/fns/PlainDate';
import type { BudgetSettings } from '../../budget/settings.ts';
import { answerDates } from '../../calendar/answer-dates.ts';
import { dayOf } from '../../calendar/day-of.ts';
import { dateOf, daysLater, endOf } from '../../calendar/due.ts';
import type { CalendarDate, Instant } from '../../calendar/period.ts';
import { type Side, turnsAfter } from '../../calendar/turns.ts';
import { workingDayFrom } from '../../calendar/working-day.ts';
import { enteredUntil } from '../../notice/objection-period.ts';
import { isPersonStep, ownEntry, type Process } from '../../process/process.ts';
import type { ProofAbout } from './about.ts';
import type { ProofHead } from './particulars.ts';

/** The day by which the proof of a year is due: the county's day of the next year, or the working day after it. */
export const fileByOf = (year: number, { due }: BudgetSettings['proof']): CalendarDate => {
  const first = `${year + 1}-${due.slice(0, 2)}-01`;
  const last = Day.daysInMonth(dayOf(first));
  return workingDayFrom(
    `${first.slice(0, 8)}${String(Math.min(last, Number(due.slice(3)))).padStart(2, '0')}`,
  );
};

/**
 * The day by which the proof of a grant is due that ended within its year: the county's days after its end, or after the day on
 * which nobody could object to that any more, whichever is later.
 */
export const closedFileBy = (
  on: CalendarDate,
  at: Instant,
  { closedDays }: BudgetSettings['proof'],
): CalendarDate => {
  const today = dateOf(at);
  return workingDayFrom(daysLater(on > today ? on : today, closedDays));
};

/** Whose turn it is in a step; nobody's at an end. */
const sideOf = (process: Process, at: string): Side | undefined => {
  const step = ownEntry(process.steps, at);
  return step && (isPersonStep(step) && step.by === 'provider' ? 'applicant' : 'office');
};

type Dates = Pick<ProofHead, 'due'> & Pick<ProofAbout, 'answerBy' | 'turns'>;

/** When a step must be done that a day, not a period, sets. */
const dueOn = ({ at, about }: ProofHead): CalendarDate | undefined => {
  if (at === 'filing') return about.fileBy;
  return at === 'repayment' ? about.announced?.payBy : undefined;
};

/**
 * The dates after an act: the filing by the county's day, answers by the county's periods with a reminder before they are
 * over, repayment by the day that the announcement has set; after the period for objections some days are left to enter them.
 * @param after the head in its new position, with what the act says of its days
 */
export const proofDates = (
  process: Process,
  before: ProofHead,
  after: ProofHead,
  { at, settings }: { at: Instant; settings: BudgetSettings },
): Dates => {
  const { answerBy, turns } = before.about;
  if (after.visit === before.visit) {
    const due = answerBy && after.missed > before.missed ? endOf(answerBy) : after.due;
    return { due, answerBy, turns };
  }
  const now = turnsAfter(turns, sideOf(process, after.at), at);
  const allowed = { queries: settings.queryDays, hearing: settings.hearingDays }[after.at];
  if (allowed !== undefined) return { ...answerDates(at, allowed), turns: now };
  const { announced } = after.about;
  if (after.at === 'objection-period' && announced)
    return { due: enteredUntil(announced.objectionEnds, at, settings), turns: now };
  const day = dueOn(after);
  // A day that lies behind already leaves the step its own period.
  return { due: day && endOf(day) > at ? endOf(day) : after.due, turns: now };
};
