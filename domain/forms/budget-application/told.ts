import type { Instant } from '../../calendar/period.ts';
import { draftsTold } from '../drafts-told.ts';
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

/** When a draft of a decision left the house: with each notice that was announced, and in the hearings about it. */
const tellings = (head: BudgetHead): Instant[] => {
  const { acted, earlier = [], passed = [] } = head.about;
  const knows = knowsDecision(head);
  const approvals = acted.filter(({ action }) => action === 'approve').map(({ at }) => at);
  const hearings = passed.filter(({ step }) => step === 'hearing').map(({ from }) => from);
  return [
    // Those of the notices that an objection has overtaken, and of the last if it was announced.
    ...approvals.slice(0, earlier.length + (knows ? 1 : 0)),
    ...(knows ? hearings : []),
    ...(head.at === 'hearing' ? [head.since] : []),
  ];
};

/**
 * Of what was done or said about an application, what somebody learns of. The office sees everything; the provider what it did
 * itself, queries, and of the drafts of a decision that one which was announced, or which it is heard about: what the office
 * has thrown away stays inside (§ 25 Abs. 1 SGB X). A session learns only how it went with the committee.
 * @param all entries of the log or notes, oldest first
 * @param whatOf an action, an outcome or an event of the log
 */
export const toldOf = <T extends { at: Instant }>(
  view: View,
  head: BudgetHead,
  all: readonly T[],
  whatOf: (one: T) => string,
): T[] => {
  if (view === 'office') return [...all];
  if (view === 'kita') return all.filter((one) => FOR_KITAS.includes(whatOf(one)));
  if (view === 'paper') return all.filter((one) => FOR_SESSIONS.includes(whatOf(one)));
  const drafts = all.filter((one) => DECIDING.includes(whatOf(one)));
  const told = draftsTold(drafts, tellings(head));
  return all.filter((one) =>
    DECIDING.includes(whatOf(one)) ? told.has(one) : !INSIDE.includes(whatOf(one)),
  );
};

/**
 * An application as somebody is told where it stands: that its provider is heard before a refusal, and until when, is nothing
 * for a Kita.
 */
export const asTold = (view: View, head: BudgetHead): BudgetHead => {
  if (view !== 'kita' || head.at !== 'hearing') return head;
  const { due: _due, ...rest } = head;
  const { answerBy: _until, ...about } = rest.about;
  return { ...rest, at: 'decision', about };
};
