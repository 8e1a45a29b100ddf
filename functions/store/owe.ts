import type { Instant } from '../../domain/calendar/period.ts';
import type { Head, Owed } from '../../domain/submission/head.ts';

/** Adds what a write owes; each has a name, so that owing the same twice is owing it once. */
export const owing = <H extends Head>(head: H, at: Instant, owed: Record<string, Owed>): H =>
  Object.keys(owed).length === 0
    ? head
    : { ...head, owed: { ...head.owed, ...owed }, pendingSince: head.pendingSince ?? at };

/** Takes away what was done; with the last of it the head leaves the index of what is pending. */
export const paid = <H extends Head>(head: H, names: readonly string[]): H => {
  const owed = Object.fromEntries(Object.entries(head.owed).filter(([name]) => !names.includes(name)));
  const { pendingSince, ...rest } = head;
  // Only `pendingSince` may be missing, which every head may lack.
  return (Object.keys(owed).length === 0 ? { ...rest, owed } : { ...rest, owed, pendingSince }) as H;
};
