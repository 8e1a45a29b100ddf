import { hasFiles } from '../../domain/forms/behaviours.ts';
import { isPersonStep } from '../../domain/process/process.ts';
import { type Head, isHeld } from '../../domain/submission/head.ts';
import { processOf } from '../../domain/submission/process-of.ts';
import { decided, RefusedError } from '../cases/decide.ts';
import { renewRun } from '../cases/renew-run.ts';
import { erase } from '../store/erase.ts';
import { changeHead, RUN_LIFETIME, readHead } from '../store/heads.ts';
import type { ScheduleDeps } from './deps.ts';

const missDate = async (deps: ScheduleDeps, id: string, at: string) => {
  const county = await deps.registers.county();
  return changeHead(deps.store, id, (now) => {
    try {
      return decided(deps.store, now, {
        act: { kind: 'overdue', step: now.at },
        by: { system: true },
        at,
        county,
      });
    } catch (error) {
      // Somebody decided in between: the person won, and nothing is overdue.
      if (error instanceof RefusedError) return undefined;
      throw error;
    }
  });
};

const isToErase = (head: Head, at: string): boolean =>
  head.endedAt !== undefined && head.deleteAt !== undefined && head.deleteAt <= at && !isHeld(head);

/**
 * Claims the deletion with a write before it destroys anything: a release for a child's protection that was written in
 * between is seen then, and one that comes later finds the deletion due and is refused.
 */
const eraseWhenDue = async (deps: ScheduleDeps, id: string, at: string): Promise<void> => {
  const head = await changeHead(deps.store, id, (now) => (isToErase(now, at) ? { head: now } : undefined));
  if (!head || !isToErase(head, at)) return;
  // Before its head, which alone says that they are to go: a kill in between leaves it due.
  if (hasFiles(head)) await deps.eraseFiles(id);
  await erase(deps.store, head, at);
};

/** What the calendar does to one submission: delete it, let its date pass, renew its run, or look whether one lives. */
export const wake = async (deps: ScheduleDeps, id: string): Promise<void> => {
  const at = deps.clock.now();
  const head = await readHead(deps.store, id);
  if (!head) return;
  if (head.endedAt) {
    if (isToErase(head, at)) await eraseWhenDue(deps, id, at);
    return;
  }
  if (head.due && head.due <= at) {
    await missDate(deps, id, at);
    return;
  }
  const step = processOf(head).steps[head.at];
  const old = Date.parse(at) - Date.parse(head.runSince) >= RUN_LIFETIME;
  const stuck = step && !isPersonStep(step) && !(await deps.workflows.isRunning(head));
  if (old || stuck) await renewRun(deps.store, head, at);
};
