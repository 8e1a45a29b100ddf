import { dateOf, dueAfter } from './due.ts';
import { type Instant, workingDays } from './period.ts';
import { workingDaysBetween } from './working-day.ts';

/** Who can have the turn. While it is the applicant's, the office's clock stands still. */
export type Side = 'office' | 'applicant';

/** A stretch of time in which one side had the turn; without `to` it still has. While nobody had it there is no stretch. */
export interface Turn {
  side: Side;
  from: Instant;
  to?: Instant | undefined;
}

/** How long each side had the turn until now, in milliseconds. */
export const timeUsed = (turns: readonly Turn[], now: Instant): Record<Side, number> => {
  const of = (side: Side) =>
    turns
      .filter((turn) => turn.side === side)
      .reduce((sum, { from, to }) => sum + Date.parse(to ?? now) - Date.parse(from), 0);
  return { office: of('office'), applicant: of('applicant') };
};

/** The turns as they stood at an earlier instant. */
export const turnsUntil = (turns: readonly Turn[], until: Instant): Turn[] =>
  turns
    .filter(({ from }) => from < until)
    .map((turn) => (turn.to && turn.to < until ? turn : { ...turn, to: until }));

/**
 * How many working days of a period one side has used until now. As in every period the day on which a stretch begins
 * does not count (§ 187 Abs. 1 BGB); the day on which the turn passes on counts as used.
 */
export const workingDaysUsed = (turns: readonly Turn[], side: Side, now: Instant): number =>
  turns
    .filter((turn) => turn.side === side)
    .reduce((sum, { from, to }) => sum + workingDaysBetween(dateOf(from), dateOf(to ?? now)), 0);

/**
 * When a step of so many allowed working days is due after its turn has come back: what is left of them counts from
 * there. If it had passed on the same day, the date is the old one. Whoever had used all of them has the next working
 * day: nothing comes back overdue.
 */
export const dueAgain = (back: Instant, { allowed, used }: { allowed: number; used: number }): Instant =>
  dueAfter(back, workingDays(Math.max(1, allowed - used)));

/** The turns after somebody has acted: the side whose turn it is goes on, or the other's begins. At an end it is nobody's. */
export const turnsAfter = (turns: readonly Turn[], side: Side | undefined, at: Instant): Turn[] => {
  const last = turns.at(-1);
  if (last && !last.to && last.side === side) return [...turns];
  const ended = turns.map((turn) => ({ ...turn, to: turn.to ?? at }));
  return side ? [...ended, { side, from: at }] : ended;
};
