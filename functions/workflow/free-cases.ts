import { unmarked } from '../cases/session-mark.ts';
import { changeHeadOf } from '../store/heads.ts';
import { sessionTask } from './session-task.ts';

/** A session does not take place: its cases wait for another, each by a write of its own. */
export const freeCases = sessionTask(async ({ store, clock }, { id, about, decidedBy }) => {
  for (const item of about.items)
    await changeHeadOf(store, 'budget-application', item.case, (now) =>
      now.about.session === id
        ? unmarked(store, now, {
            session: id,
            at: clock.now(),
            by: decidedBy ?? { system: true },
            what: 'unscheduled',
          })
        : undefined,
    );
  return { outcome: 'freed' };
});
