import type { Instant } from '../../domain/calendar/period.ts';
import type { Head } from '../../domain/submission/head.ts';
import type { Store } from '../store/client.ts';
import { changeHead } from '../store/heads.ts';
import { owing } from '../store/owe.ts';

/**
 * Replaces the execution that drives a submission: the next run enters at the head's step, and whatever the old one
 * still says is heard by nobody.
 * @param run the run that is known to be dead; when another has taken its place already, nothing is done.
 * @param failedRuns how many have failed in a row, each soon after its start
 */
export const renewRun = (store: Store, { id, run }: Pick<Head, 'id' | 'run'>, at: Instant, failedRuns = 0) =>
  changeHead(store, id, (now) => {
    if (now.endedAt || now.run !== run) return undefined;
    const { failedRuns: _before, ...head } = now;
    const next = { ...head, run: run + 1, runSince: at, ...(failedRuns > 0 && { failedRuns }) };
    return { head: owing(next as Head, at, { [`start-${next.run}`]: { do: 'start', run: next.run } }) };
  });
