import type { View } from './access.ts';
import type { BudgetHead } from './particulars.ts';

/** What the office does and says among itself; an applicant learns of none of it. */
const INSIDE = [
  'answers-read',
  'attachment-read',
  'notice-drafted',
  'notice-rendered',
  'notice-read',
  'proof-read',
  'complete',
  'confirm',
  'examine',
  'recommend',
  'advise-against',
  'retry',
  'give-up',
  'reexamine',
  'approve',
  'return',
  'give-back',
  'unchanged',
  'full',
  'reserved',
  'wait',
  'released',
  'opened',
  'replanned',
  'nothing',
  'approval',
  'committee',
  'approved',
  'changed',
  'rejected',
  'scheduled',
  'unscheduled',
  'deferred',
  'notified',
  'filed',
  'amendment-begun',
];
/** The draft of a decision: its reasons are told with the notice, those of a refusal before it, in a hearing. */
const DECIDING = ['grant', 'partial', 'refuse'];
/** How it went with the committee: what a session learns of an application. */
const FOR_SESSIONS = ['committee', 'approved', 'changed', 'rejected', 'scheduled', 'unscheduled', 'deferred'];
/** What a Kita learns of an application that names it. */
const FOR_KITAS = ['submit', 'correct', 'withdraw', 'cosigned', 'not-cosigned', 'post'];

/** Whether an applicant knows the decision: a notice was announced, or money was allotted without one. */
export const knowsDecision = ({ at, about }: BudgetHead): boolean =>
  about.announced !== undefined || at === 'final';

/**
 * Whether somebody learns of what was done or said about an application. The office sees everything; the provider what it
 * did itself, queries, and the decision once it is announced; a session only how it went with the committee.
 * @param what an action, an outcome or an event of the log
 */
export const isTold = (view: View, head: BudgetHead, what: string): boolean => {
  if (view === 'office') return true;
  if (view === 'kita') return FOR_KITAS.includes(what);
  if (view === 'paper') return FOR_SESSIONS.includes(what);
  if (!DECIDING.includes(what)) return !INSIDE.includes(what);
  if (knowsDecision(head)) return true;
  // Heard is who is refused, and from whom something is taken away.
  return head.at === 'hearing' && what === head.about.decision?.kind;
};
