import { days, months, workingDays } from '../../calendar/period.ts';
import { defineProcess } from '../../process/define-process.ts';

/** Most steps of the office: two working weeks, then a reminder every working week. */
const twoWeeks = { within: workingDays(10), overdue: ['remind'], grace: workingDays(5) };

/**
 * The proof of use (Verwendungsnachweis) of one grant: filed by the provider, checked by the clerk, accepted, or claimed back by
 * a notice after a hearing. The first date is the county's (31 March of the next year, follow-dates.ts), others the
 * law's or usual ones. Whoever claims money back holds a hearing first, always (§ 24 SGB X).
 */
export const proofOfUseV1 = defineProcess({
  name: 'proof-of-use',
  version: 1,
  first: 'filing',
  steps: {
    /** Whoever is late is reminded three times, every other week. */
    filing: {
      by: 'provider',
      within: months(15),
      grace: days(14),
      actions: { submit: 'check' },
      overdue: ['remind', 'remind', 'remind', 'missing'],
    },
    /** Nothing came: more time, or a hearing before the notice is withdrawn. Where nothing was paid there is nothing to prove. */
    missing: {
      by: 'clerk',
      ...twoWeeks,
      actions: { extend: 'filing', 'accept-proof': 'closed' },
    },
    check: {
      by: 'clerk',
      ...twoWeeks,
      actions: {
        'accept-proof': 'closed',
        query: 'queries',
        'intend-claim': 'hearing',
        // After the hearing on a withdrawal, where nothing was filed yet: the provider goes on with its draft.
        extend: 'filing',
      },
    },
    /** The office's clock stands still; only the named fields are open. */
    queries: {
      by: 'provider',
      within: days(21),
      grace: days(7),
      actions: { correct: 'check' },
      overdue: ['remind', 'check'],
    },
    /** § 24 SGB X: always before money is claimed back or a notice withdrawn. */
    hearing: {
      by: 'provider',
      within: days(14),
      grace: days(7),
      actions: { respond: 'claim' },
      overdue: ['remind', 'claim'],
    },
    /** The draft of the claim, after the hearing. What the provider said may also lead back to the check. */
    claim: { by: 'clerk', ...twoWeeks, actions: { claim: 'approval', recheck: 'check' } },
    approval: { by: 'head', ...twoWeeks, actions: { approve: 'announce', return: 'claim' } },
    announce: {
      by: 'clerk',
      within: workingDays(5),
      actions: { post: 'objection-period', notify: 'notifying' },
      overdue: ['remind'],
    },
    /** The mail that says that a notice is there must be sent, provably; else it goes by post. */
    notifying: {
      by: 'clerk',
      within: workingDays(2),
      actions: { post: 'objection-period' },
      overdue: ['remind'],
      then: { notified: 'objection-period' },
    },
    /** Its date is the end of the period for objections (§ 70 VwGO). Who pays at once has agreed. */
    'objection-period': {
      by: 'clerk',
      within: months(1),
      actions: { object: 'objection', waive: 'settle' },
      overdue: ['settle'],
    },
    objection: {
      by: 'clerk',
      within: months(3),
      grace: months(1),
      actions: { remedy: 'check', refer: 'appeal', 'take-back': 'objection-period' },
      overdue: ['remind'],
    },
    /** Before the Kreisrechtsausschuss. */
    appeal: {
      by: 'clerk',
      within: months(12),
      grace: months(3),
      actions: { uphold: 'settle', overturn: 'check', 'take-back': 'settle' },
      overdue: ['remind'],
    },
    /** A notice that is withdrawn where nothing was paid leaves nothing to wait for. */
    settle: { run: 'settle-claim', then: { 'claim-due': 'repayment', 'nothing-due': 'closed' } },
    /** Booked by hand, or found by a booking of the finance system. */
    repayment: {
      by: 'treasurer',
      within: days(30),
      grace: days(14),
      actions: { 'money-back': 'closed' },
      overdue: ['remind'],
      then: { booked: 'closed' },
    },
  },
  ends: ['closed'],
  /** § 47 SGB X does not wait for the proof: the grant may be misused, or its purpose be gone, long before it is due. */
  anytime: {
    'intend-withdrawal': { by: 'clerk', to: 'hearing', in: ['filing', 'missing', 'check', 'queries'] },
  },
});
