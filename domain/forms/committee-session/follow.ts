import { dateOf, daysLater, endOf, lastDay, startOf } from '../../calendar/due.ts';
import { type CalendarDate, type Instant, workingDays } from '../../calendar/period.ts';
import { owedMail } from '../../mails/owed-mail.ts';
import type { Act } from '../../process/apply-act.ts';
import type { Followed } from '../circumstances.ts';
import type { SessionAbout } from './about.ts';
import type { SessionCircumstances, SessionHead } from './particulars.ts';

/** Papers go out with the invitation; this many days before the session somebody is reminded to convene it. */
const INVITED_BEFORE = 14;
/** So long after the session its resolutions should be recorded. */
const RECORDED_WITHIN = workingDays(5);

/**
 * The date of a step by the day of the session: to convene it two weeks before, to record it a working week after. Undefined
 * where the process's own period holds: no day is named yet, or the reminder lies behind.
 */
export const dueBySession = (
  step: string,
  on: CalendarDate | undefined,
  at: Instant,
): Instant | undefined => {
  if (!on) return undefined;
  if (step === 'convened') {
    const today = dateOf(at);
    return endOf(lastDay(on > today ? on : today, RECORDED_WITHIN));
  }
  const reminder = startOf(daysLater(on, -INVITED_BEFORE));
  return step === 'prepare' && reminder > at ? reminder : undefined;
};

const said = (before: SessionHead, { at, by, particulars = {} }: SessionCircumstances): SessionAbout => {
  const { agenda, record, carried } = particulars;
  const { about } = before;
  return {
    ...about,
    ...(agenda && { convened: about.convened + 1 }),
    ...(record && 'person' in by && { recorded: { ...by, at } }),
    ...(carried && { carried }),
  };
};

/**
 * What an act on a session brings with it: the number of its agenda, who recorded what was resolved, what became of the
 * cases, and when the next thing is due. Nobody but the committee's office is reminded; the cases owe mails of their own.
 * @param placed the head in its new position
 */
export const followCommitteeSession = (
  before: SessionHead,
  placed: SessionHead,
  _act: Act,
  circumstances: SessionCircumstances,
): Followed<SessionHead> => {
  const { at } = circumstances;
  const moved = placed.visit !== before.visit;
  const due = moved ? dueBySession(placed.at, before.about.on, at) : undefined;
  const head: SessionHead = { ...placed, ...(due && { due }), about: said(before, circumstances) };
  return { head, owed: moved ? {} : owedMail(head, 'reminder', { role: 'committee' }, at) };
};
