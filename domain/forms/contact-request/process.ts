import { months, workingDays } from '../../calendar/period.ts';
import { defineProcess } from '../../process/define-process.ts';

/**
 * From the received message to the closed case. Acceptance within two working days, then a reminder, then the
 * coordinator reassigns without seeing the content; a case in which nothing happens for six months closes.
 */
export const contactRequestV1 = defineProcess({
  name: 'contact-request',
  version: 1,
  first: 'route',
  steps: {
    route: { run: 'route-request', then: { assigned: 'accept', nobody: 'reassign' } },
    accept: {
      by: 'social-worker',
      within: workingDays(2),
      actions: { accept: 'contact', pass: 'reassign' },
      overdue: ['remind', 'reassign'],
      grace: workingDays(1),
    },
    reassign: {
      by: 'coordinator',
      within: workingDays(1),
      actions: { assign: 'accept' },
      overdue: ['remind'],
      // Every working day for every case would be mail that nobody reads any more.
      grace: workingDays(3),
    },
    contact: {
      by: 'social-worker',
      within: workingDays(5),
      actions: { reached: 'advise', close: 'closed', pass: 'reassign' },
      overdue: ['remind', 'remind', 'reassign'],
    },
    advise: {
      by: 'social-worker',
      within: months(6),
      actions: { close: 'closed', pass: 'reassign' },
      overdue: ['closed'],
      idle: true,
    },
  },
  ends: ['closed', 'withdrawn'],
  anytime: {
    withdraw: { by: 'family', to: 'withdrawn' },
    // Somebody falls ill for long, or leaves: the coordinator takes the case back from whatever step it is in.
    reassign: { by: 'coordinator', to: 'reassign' },
  },
});
