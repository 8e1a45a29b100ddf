import type { Instant } from '../../domain/calendar/period.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import type { Actor } from '../../domain/submission/log.ts';
import type { Store } from '../store/client.ts';
import type { HeadChange } from '../store/heads.ts';
import { logged } from '../store/log.ts';

interface Done {
  session: string;
  at: Instant;
  by: Actor;
}

/** The case with the mark of the session that deals with it: while it is there, no other session takes the case. */
export const marked = (
  store: Store,
  now: BudgetHead,
  { session, at, by }: Done,
): Required<HeadChange<BudgetHead>> => {
  const { head, with: writes } = logged(store, now, { at, by, what: 'scheduled', ref: session });
  return { head: { ...head, about: { ...head.about, session } }, with: writes };
};

/** The case without its mark, free for another session. @param what the name of why, in the log */
export const unmarked = (
  store: Store,
  now: BudgetHead,
  { session: ref, at, by, what }: Done & { what: 'unscheduled' | 'deferred' },
): Required<HeadChange<BudgetHead>> => {
  const { head, with: writes } = logged(store, now, { at, by, what, ref });
  const { session: _mark, ...about } = head.about;
  return { head: { ...head, about }, with: writes };
};
