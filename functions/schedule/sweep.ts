import { renewRun } from '../cases/renew-run.ts';
import { allIds, idsOwing, idsToWake } from '../store/head-lists.ts';
import { changeHead, readHead } from '../store/heads.ts';
import type { ScheduleDeps } from './deps.ts';
import { wake } from './wake.ts';

/** What is owed for longer than this is driven again (ms). */
const PATIENCE = 5 * 60 * 1000;

/** One that fails must not keep the others waiting; it is found again at the next sweep. */
const each = async (
  deps: ScheduleDeps,
  ids: readonly string[],
  what: string,
  run: (id: string) => Promise<unknown>,
) => {
  let failed = 0;
  for (const id of ids) {
    try {
      await run(id);
    } catch (error) {
      failed += 1;
      deps.log.error(`${what} failed`, { id, error: error instanceof Error ? error.name : 'unknown' });
    }
  }
  return failed;
};

/** A write that changes nothing but the revision: the stream tells dispatch to look again. */
const nudge = ({ store }: ScheduleDeps, id: string) =>
  changeHead(store, id, (now) => (now.pendingSince ? { head: now } : undefined));

/** Every five minutes: dates that passed, deletions that are due, and what stayed owed. */
export const sweep = async (deps: ScheduleDeps): Promise<void> => {
  const now = deps.clock.now();
  const due = await idsToWake(deps.store, now);
  const owing = await idsOwing(deps.store, new Date(Date.parse(now) - PATIENCE).toISOString());
  const failed =
    (await each(deps, due, 'wake', (id) => wake(deps, id))) +
    (await each(deps, owing, 'nudge', (id) => nudge(deps, id)));
  deps.log.info('swept', { due: due.length, owing: owing.length, failed });
};

const checkRun = async (deps: ScheduleDeps, id: string) => {
  const head = await readHead(deps.store, id);
  if (!head) return;
  if (!head.endedAt && !(await deps.workflows.isRunning(head)))
    await renewRun(deps.store, head, deps.clock.now());
  else if (head.pendingSince) await nudge(deps, id);
};

/** Daily, and when one machine starts: every open submission has a living execution, and nothing stays owed. */
export const checkRuns = async (deps: ScheduleDeps): Promise<void> => {
  const ids: string[] = [];
  for await (const id of allIds(deps.store)) ids.push(id);
  const failed = await each(deps, ids, 'check', (id) => checkRun(deps, id));
  deps.log.info('runs checked', { submissions: ids.length, failed });
};
