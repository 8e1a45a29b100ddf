import type { BudgetSettings } from '../../budget/settings.ts';
import { answerDates } from '../../calendar/answer-dates.ts';
import { dateOf, endOf } from '../../calendar/due.ts';
import type { Instant } from '../../calendar/period.ts';
import { dueAgain, type Side, turnsAfter } from '../../calendar/turns.ts';
import { workingDaysBetween } from '../../calendar/working-day.ts';
import { enteredUntil } from '../../notice/objection-period.ts';
import { isPersonStep, ownEntry, type Process } from '../../process/process.ts';
import type { BudgetAbout } from './about.ts';
import type { BudgetHead } from './particulars.ts';

type Dates = Pick<BudgetHead, 'due'> & Pick<BudgetAbout, 'answerBy' | 'interrupted' | 'turns' | 'passed'>;

/** Whose turn it is in a step; nobody's in the first, in run steps' time the office's, and at an end nobody's any more. */
export const sideOf = (process: Process, at: string): Side | undefined => {
  const step = ownEntry(process.steps, at);
  // Until it is sent, nobody waits for anybody.
  if (!step || at === process.first) return undefined;
  return isPersonStep(step) && step.by === 'provider' ? 'applicant' : 'office';
};

/** How many days an applicant has in a step; undefined where the step's own period holds. */
const daysFor = (step: string, { queryDays, hearingDays }: BudgetSettings): number | undefined =>
  ({ queries: queryDays, hearing: hearingDays })[step];

const ALLOWED = 10;

/**
 * The step that a query interrupts, with the days that it has used so far; what was interrupted before stays so until it
 * is done: then its next time has all of its days.
 */
const interruptedAfter = (before: BudgetHead, after: BudgetHead, at: Instant): Dates['interrupted'] => {
  const { interrupted } = before.about;
  const isSame = interrupted?.step === before.at;
  if (after.at !== 'queries') return isSame ? undefined : interrupted;
  const used = workingDaysBetween(dateOf(before.since), dateOf(at));
  return { step: before.at, used: used + (isSame ? interrupted.used : 0) };
};

/** Every step that a person had, with its time: what the office's work is measured by. Drafts are nobody's work but the applicant's. */
const passedAfter = (process: Process, { at: step, since: from, about }: BudgetHead, to: Instant) => {
  const left = ownEntry(process.steps, step);
  const passed = about.passed ?? [];
  return left && isPersonStep(left) && step !== process.first ? [...passed, { step, from, to }] : passed;
};

/**
 * The dates after an act: the office's step goes on with what is left of its days after a query; the applicant has the
 * county's days, with a reminder before they are over; after the period for objections the office has some days to enter them.
 * @param after the head in its new position, with what the act says about its announcement
 */
export const datesAfter = (
  process: Process,
  before: BudgetHead,
  after: BudgetHead,
  { at, settings }: { at: Instant; settings: BudgetSettings },
): Dates => {
  const { interrupted, answerBy } = before.about;
  if (after.visit === before.visit) {
    const due = answerBy && after.missed > before.missed ? endOf(answerBy) : after.due;
    return { due, answerBy, interrupted, turns: before.about.turns, passed: before.about.passed };
  }
  const turns = turnsAfter(before.about.turns, sideOf(process, after.at), at);
  const stopped = interruptedAfter(before, after, at);
  const passed = passedAfter(process, before, at);
  const changed = { interrupted: stopped, turns, passed };
  const allowed = daysFor(after.at, settings);
  if (allowed !== undefined) return { ...answerDates(at, allowed), ...changed };
  const { announced } = after.about;
  if (after.at === 'objection-period' && announced)
    return { due: enteredUntil(announced.objectionEnds, at, settings), ...changed };
  if (stopped?.step === after.at)
    return { due: dueAgain(at, { allowed: ALLOWED, used: stopped.used }), ...changed };
  return { due: after.due, ...changed };
};
