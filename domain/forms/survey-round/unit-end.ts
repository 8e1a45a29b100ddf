import { dateOf, endOf, startOf } from '../../calendar/due.ts';
import type { CalendarDate, Instant } from '../../calendar/period.ts';
import type { RoundAbout } from './about.ts';

/** The last day on which a unit can answer. */
export const lastDayOf = (
  { to, extensions }: Pick<RoundAbout, 'to' | 'extensions'>,
  unit: string,
): CalendarDate => (Object.hasOwn(extensions, unit) ? (extensions[unit] ?? to) : to);

/** The last day on which anybody can. */
export const lastDayOfAll = ({ to, extensions }: Pick<RoundAbout, 'to' | 'extensions'>): CalendarDate =>
  [to, ...Object.values(extensions)].reduce((last, day) => (day > last ? day : last));

/** Whether a unit can answer: not yet, now, or not any more. What counts is the server's clock when an answer arrives. */
export type UnitState = 'not-yet' | 'open' | 'ended';

export const stateOfUnit = (
  { at, about }: { at: string; about: Pick<RoundAbout, 'from' | 'to' | 'extensions'> },
  unit: string,
  now: Instant,
): UnitState => {
  if (at === 'prepare-round' || at === 'open-round') return 'not-yet';
  if (at !== 'open' || now >= endOf(lastDayOf(about, unit))) return 'ended';
  return now < startOf(about.from) ? 'not-yet' : 'open';
};

/** Whether a day gives a unit more time than it has. */
export const isLater = (
  about: Pick<RoundAbout, 'to' | 'extensions'>,
  unit: string,
  to: CalendarDate,
  now: Instant,
) => to > lastDayOf(about, unit) && to >= dateOf(now);

/** Whether paper can be entered: also what lies on the table when a round has ended, until it is evaluated. */
export const stateOfPaper = (
  { at, about }: { at: string; about: Pick<RoundAbout, 'from'> },
  now: Instant,
): UnitState => {
  if (at === 'prepare-round' || at === 'open-round' || now < startOf(about.from)) return 'not-yet';
  return at === 'open' || at === 'close-round' || at === 'evaluation' ? 'open' : 'ended';
};
