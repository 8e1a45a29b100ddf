import * as z from 'zod/mini';
import { renewRun } from '../cases/renew-run.ts';
import type { ScheduleDeps } from './deps.ts';
import { checkRuns, sweep } from './sweep.ts';

const scheduleEvent = z.union([
  z.strictObject({ task: z.enum(['sweep', 'check-runs']) }),
  z.object({
    'detail-type': z.literal('Step Functions Execution Status Change'),
    detail: z.object({ name: z.string(), status: z.string() }),
  }),
]);

const DEAD = ['FAILED', 'TIMED_OUT', 'ABORTED'];
const NAME = /^([0-9a-f-]{36})\..+\.(\d+)$/;

/** What the calendar starts, and what the end of an execution starts. */
export const create =
  (deps: ScheduleDeps) =>
  async (event: unknown): Promise<void> => {
    const what = scheduleEvent.parse(event);
    if ('task' in what) return what.task === 'sweep' ? sweep(deps) : checkRuns(deps);
    const [, id, run] = NAME.exec(what.detail.name) ?? [];
    if (!id || !run || !DEAD.includes(what.detail.status)) return;
    deps.log.warn('execution ended early', { id, run, status: what.detail.status });
    await renewRun(deps.store, { id, run: Number(run) }, deps.clock.now());
  };
