import { months, workingDays } from '../../calendar/period.ts';
import { defineProcess } from '../../process/define-process.ts';

/**
 * A session of the committee (Jugendhilfeausschuss), or an urgent decision in its place: prepared, convened with a fixed
 * agenda, recorded, carried out. Its dates follow the day of the session (follow.ts).
 */
export const committeeSessionV1 = defineProcess({
  name: 'committee-session',
  version: 1,
  first: 'prepare',
  steps: {
    prepare: {
      by: 'committee',
      within: months(3),
      grace: workingDays(5),
      idle: true,
      actions: { convene: 'convened', cancel: 'free' },
      overdue: ['remind'],
    },
    /** The agenda is fixed, and the papers with it. */
    convened: {
      by: 'committee',
      within: months(3),
      grace: workingDays(5),
      actions: { record: 'carry-out', reopen: 'prepare', cancel: 'free' },
      overdue: ['remind'],
    },
    /** Each case is answered by a write of its own. What was recorded cannot be cancelled any more. */
    'carry-out': { run: 'carry-out-resolution', then: { carried: 'closed' } },
    /** Cases of a session that does not take place wait for another. */
    free: { run: 'free-cases', then: { freed: 'cancelled' } },
  },
  ends: ['closed', 'cancelled'],
});
