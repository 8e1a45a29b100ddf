import { days, months, workingDays } from '../../calendar/period.ts';
import { defineProcess } from '../../process/define-process.ts';

/** Most steps of the office: two working weeks, then a reminder every working week. */
const twoWeeks = { within: workingDays(10), overdue: ['remind'], grace: workingDays(5) };

/**
 * From the provider's draft to the notice that nobody can object to any more (domain section 3). What comes after it,
 * payments and proofs of use, are processes of their own. Periods are the law's or usual ones; a county changes those of
 * queries and hearings in its settings.
 */
export const budgetApplicationV1 = defineProcess({
  name: 'budget-application',
  version: 1,
  first: 'draft',
  steps: {
    draft: {
      by: 'provider',
      within: months(6),
      idle: true,
      actions: { submit: 'screen' },
      overdue: ['remind', 'expired'],
      grace: months(1),
      // The office amends a grant of its own accord.
      then: { 'ex-officio': 'screen' },
    },
    /** Is it last year's grant, unchanged? Does somebody remain who may decide it at the end? */
    screen: {
      run: 'screen-application',
      then: { full: 'completeness', unchanged: 'continuation', filed: 'reserve' },
    },
    completeness: { by: 'clerk', ...twoWeeks, actions: { complete: 'opinion', query: 'queries' } },
    /** The one check of an unchanged continuation. */
    continuation: {
      by: 'clerk',
      ...twoWeeks,
      actions: { confirm: 'reserve', examine: 'completeness', query: 'queries' },
    },
    /** The office's clock stands still; only the named fields are open. */
    queries: {
      by: 'provider',
      within: days(21),
      grace: days(7),
      actions: { correct: 'screen' },
      overdue: ['remind', 'completeness'],
    },
    opinion: {
      by: 'coordinator',
      ...twoWeeks,
      actions: { recommend: 'reserve', 'advise-against': 'reserve', query: 'queries' },
    },
    reserve: {
      run: 'reserve-budget',
      then: { reserved: 'decision', wait: 'waiting', refuse: 'decision' },
    },
    /** The budget does not suffice, and the county lets cases wait: it is tried again every month. */
    waiting: {
      by: 'clerk',
      within: months(1),
      actions: { retry: 'reserve', 'give-up': 'decision' },
      overdue: ['reserve'],
    },
    /** The draft of the decision. */
    decision: {
      by: 'clerk',
      ...twoWeeks,
      actions: {
        grant: 'route',
        partial: 'route',
        refuse: 'route',
        reexamine: 'release',
        discontinue: 'withdrawn',
      },
    },
    release: { run: 'release-budget', then: { released: 'completeness' } },
    route: {
      run: 'route-decision',
      then: { approval: 'approval', committee: 'committee', hearing: 'hearing' },
    },
    /** § 24 SGB X: before a refusal, where the county holds one. */
    hearing: {
      by: 'provider',
      within: days(14),
      grace: days(7),
      actions: { respond: 'decision' },
      overdue: ['remind', 'decision'],
    },
    /** A session's resolution answers it; whoever minds the sessions can also give it back. */
    committee: {
      by: 'committee',
      within: months(4),
      grace: months(1),
      actions: { 'give-back': 'decision' },
      overdue: ['remind'],
      then: { approved: 'approval', changed: 'decision', rejected: 'decision' },
    },
    approval: {
      by: 'head',
      ...twoWeeks,
      actions: { approve: 'announce', return: 'decision' },
      then: { wait: 'waiting', refuse: 'decision' },
    },
    announce: {
      by: 'clerk',
      within: workingDays(5),
      actions: { post: 'objection-period', notify: 'notifying', allot: 'opening' },
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
    /** Its date is the end of the period for objections (§ 70 VwGO), not a month from today. */
    'objection-period': {
      by: 'clerk',
      within: months(1),
      actions: { object: 'objection', waive: 'opening' },
      overdue: ['opening'],
    },
    objection: {
      by: 'clerk',
      within: months(3),
      grace: months(1),
      actions: { remedy: 'reserve', refer: 'appeal', 'take-back': 'objection-period' },
      overdue: ['remind'],
    },
    /** Before the Kreisrechtsausschuss. */
    appeal: {
      by: 'clerk',
      within: months(12),
      grace: months(3),
      actions: { uphold: 'opening', overturn: 'reserve', 'take-back': 'opening' },
      overdue: ['remind'],
    },
    /** Nobody can object any more: what was granted becomes payment orders, each on its day. */
    opening: { run: 'open-grant', then: { opened: 'final', replanned: 'final', nothing: 'final' } },
  },
  ends: ['final', 'expired', 'withdrawn'],
  anytime: { withdraw: { by: 'provider', to: 'withdrawn' } },
});
