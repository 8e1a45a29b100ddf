import { months, workingDays } from '../../calendar/period.ts';
import { defineProcess } from '../../process/define-process.ts';

/** A working week, then a reminder every working week. */
const week = { within: workingDays(5), overdue: ['remind'] };

/**
 * A payment order (Kassenanordnung) of one instalment: certified by one person (sachlich und rechnerisch richtig), ordered by
 * another, handed over to the finance system, booked there. The county's cash office pays, nobody here does. Its dates
 * follow the day on which the instalment is due (follow.ts).
 */
export const paymentOrderV1 = defineProcess({
  name: 'payment-order',
  version: 1,
  first: 'planned',
  steps: {
    /** Nobody's turn: its date, some days before it is due, brings it to the clerk. */
    planned: {
      by: 'clerk',
      within: months(12),
      actions: { 'certify-now': 'certify', cancel: 'cancelled' },
      overdue: ['certify'],
    },
    certify: { by: 'clerk', ...week, actions: { certify: 'order', cancel: 'cancelled' } },
    order: { by: 'head', ...week, actions: { order: 'export', return: 'certify' } },
    /** The next export takes it along, unless the account was changed since it was certified. */
    export: {
      by: 'treasurer',
      ...week,
      actions: { 'send-back': 'certify' },
      then: { exported: 'booking', 'payee-changed': 'certify' },
    },
    booking: {
      by: 'treasurer',
      within: workingDays(15),
      grace: workingDays(5),
      actions: { book: 'booked', bounce: 'returned' },
      overdue: ['remind'],
    },
    /** Paid. For some weeks a bank may still send it back. */
    booked: { by: 'treasurer', within: months(2), actions: { bounce: 'returned' }, overdue: ['paid'] },
  },
  ends: ['paid', 'returned', 'cancelled'],
});
