import * as Day from 'temporal-polyfill/fns/PlainDate';
import type { BudgetSettings } from '../../budget/settings.ts';
import { dayOf } from '../../calendar/day-of.ts';
import { dateOf, endOf, lastDay, startOf } from '../../calendar/due.ts';
import { type CalendarDate, days, type Instant } from '../../calendar/period.ts';
import { dueAgain, type Side, type Turn } from '../../calendar/turns.ts';
import { addWorkingDays, workingDaysBetween } from '../../calendar/working-day.ts';
import { isPersonStep, ownEntry, type Process } from '../../process/process.ts';
import type { BudgetAbout } from './about.ts';
import type { BudgetHead } from './particulars.ts';

type Dates = Pick<BudgetHead, 'due'> & Pick<BudgetAbout, 'answerBy' | 'interrupted' | 'turns' | 'passed'>;

/** An applicant is reminded a week before the time is over. */
const REMINDER = 7;

/** Whose turn it is in a step; nobody's in the first, in run steps' time the office's, and at an end nobody's any more. */
export const sideOf = (process: Process, at: string): Side | undefined => {
  const step = ownEntry(process.steps, at);
  // Until it is sent, nobody waits for anybody.
  if (!step || at === process.first) return undefined;
  return isPersonStep(step) && step.by === 'provider' ? 'applicant' : 'office';
};

const turnsAfter = (process: Process, turns: readonly Turn[], to: string, at: Instant) => {
  const side = sideOf(process, to);
  const last = turns.at(-1);
  if (last && !last.to && last.side === side) return [...turns];
  const ended = turns.map((turn) => ({ ...turn, to: turn.to ?? at }));
  return side ? [...ended, { side, from: at }] : ended;
};

/** How many days an applicant has in a step; undefined where the step's own period holds. */
const daysFor = (step: string, { queryDays, hearingDays }: BudgetSettings): number | undefined =>
  ({ queries: queryDays, hearing: hearingDays })[step];

/** Where there is not a week, the reminder comes with the last day: never when it is over. */
const answerDates = (at: Instant, allowed: number): Pick<Dates, 'due' | 'answerBy'> => {
  const answerBy = lastDay(dateOf(at), days(allowed));
  const weekBefore = startOf(Day.toString(Day.subtractDays(dayOf(answerBy), REMINDER)));
  return { answerBy, due: weekBefore > at ? weekBefore : startOf(answerBy) };
};

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
 * Until when an objection can be entered: what lay in the letter box on the last day is entered on the next, and what came
 * before anybody had entered the posting, after that. Until then nothing is final.
 */
const entered = (ends: CalendarDate, at: Instant, { objectionEntryDays }: BudgetSettings): Instant => {
  const today = dateOf(at);
  return endOf(addWorkingDays(today > ends ? today : ends, objectionEntryDays));
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
  const turns = turnsAfter(process, before.about.turns, after.at, at);
  const stopped = interruptedAfter(before, after, at);
  const passed = passedAfter(process, before, at);
  const changed = { interrupted: stopped, turns, passed };
  const allowed = daysFor(after.at, settings);
  if (allowed !== undefined) return { ...answerDates(at, allowed), ...changed };
  const { announced } = after.about;
  if (after.at === 'objection-period' && announced)
    return { due: entered(announced.objectionEnds, at, settings), ...changed };
  if (stopped?.step === after.at)
    return { due: dueAgain(at, { allowed: ALLOWED, used: stopped.used }), ...changed };
  return { due: after.due, ...changed };
};
