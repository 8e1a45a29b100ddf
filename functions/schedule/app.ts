import * as z from 'zod/mini';
import type { Instant } from '../../domain/calendar/period.ts';
import type { Head } from '../../domain/submission/head.ts';
import { renewRun } from '../cases/renew-run.ts';
import { readHead } from '../store/heads.ts';
import { checkLedgers } from './check-ledgers.ts';
import type { ScheduleDeps } from './deps.ts';
import { checkRuns, sweep } from './sweep.ts';

const tasks = { sweep, 'check-runs': checkRuns, 'check-ledgers': checkLedgers } as const;

const scheduleEvent = z.union([
  z.strictObject({ task: z.enum(['sweep', 'check-runs', 'check-ledgers']) }),
  z.object({
    'detail-type': z.literal('Step Functions Execution Status Change'),
    detail: z.object({ name: z.string(), status: z.string() }),
  }),
]);

const DEAD = ['FAILED', 'TIMED_OUT', 'ABORTED'];
/** An execution that fails sooner after its start may fail again at once (ms). */
const SOON = 5 * 60 * 1000;
/** As often in a row such a one is replaced at once; then the next sweep or the daily check does it. */
const AT_ONCE = 3;
const NAME = /^([0-9a-f-]{36})\..+\.(\d+)$/;

const isSoon = ({ runSince }: Head, now: Instant) => Date.parse(now) - Date.parse(runSince) < SOON;

/** What the calendar starts, and what the end of an execution starts. */
export const create =
  (deps: ScheduleDeps) =>
  async (event: unknown): Promise<void> => {
    const what = scheduleEvent.parse(event);
    if ('task' in what) return tasks[what.task](deps);
    const [, id, run] = NAME.exec(what.detail.name) ?? [];
    if (!id || !run || !DEAD.includes(what.detail.status)) return;
    deps.log.warn('execution ended early', { id, run, status: what.detail.status });
    const now = deps.clock.now();
    const head = await readHead(deps.store, id);
    const again =
      head && what.detail.status === 'FAILED' && isSoon(head, now) ? (head.failedRuns ?? 0) + 1 : 0;
    if (again <= AT_ONCE) await renewRun(deps.store, { id, run: Number(run) }, now, again);
  };
