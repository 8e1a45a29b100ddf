import type { Decision } from '../../domain/api/portal.ts';
import { linesOf, plus } from '../../domain/budget/amounts.ts';
import type { BudgetSettings } from '../../domain/budget/settings.ts';
import { dateOf } from '../../domain/calendar/due.ts';
import type { Instant } from '../../domain/calendar/period.ts';
import type { BudgetApplicationAnswers } from '../../domain/forms/budget-application/answers.ts';
import { budgetApplicationExample as example } from '../../domain/forms/budget-application/example.ts';
import { isExcluded } from '../../domain/forms/budget-application/four-eyes.ts';
import type { BudgetHead, BudgetParticulars } from '../../domain/forms/budget-application/particulars.ts';
import type { Asker } from '../../domain/people/asker.ts';
import { ownEntry, type Process } from '../../domain/process/process.ts';
import { SHA } from '../budget-cases.ts';

const COMMENT = { comment: 'Ein Satz dazu.' };
/** Less than both applications ask for, and below the committee's sum. */
const GRANTED = {
  positions: [
    { id: 'kita-sozialarbeit', amount: 30_000_00 },
    { id: 'elterncafe', amount: 0 },
  ],
  training: 0,
  thirdParty: 2_500_00,
};
const PARTLY = 27_500_00;
const VOLUNTARY = 50_000_00;

export type Sent = Omit<Decision, 'step' | 'action' | 'version'>;

/** What comes with each action of the office and the provider, and nothing that it has no use for. */
export const sentWith = (action: string, at: Instant): Sent => {
  const today = dateOf(at);
  const all: Record<string, Sent> = {
    query: { fields: [{ path: 'goals', reason: 'Warum?' }] },
    retry: { voluntary: VOLUNTARY },
    partial: { ...COMMENT, granted: GRANTED },
    approve: { document: SHA },
    post: { sentOn: today },
    object: { receivedOn: today },
    waive: { receivedOn: today },
  };
  const explained = ['recommend', 'advise-against', 'refuse', 'reexamine', 'respond', 'give-back', 'return'];
  if ([...explained, 'remedy', 'uphold', 'overturn'].includes(action)) return COMMENT;
  return Object.hasOwn(all, action) ? (all[action] ?? {}) : {};
};

/** Whether an action lacks what must come with it. */
export const lacks = (action: string, sent: Sent, at: Instant): boolean =>
  // Only this one may also come alone.
  action !== 'retry' && Object.keys(sentWith(action, at)).length > Object.keys(sent).length;

/** What was sent, as the rules of the domain take it. */
export const particularsOf = (action: string, { about }: BudgetHead, sent: Sent): BudgetParticulars => {
  const { comment, fields, voluntary, document, sentOn, receivedOn } = sent;
  const { applied = 0, fromVoluntary = 0 } = about;
  const drafted = (kind: 'grant' | 'partial', amount: number): BudgetParticulars => ({
    note: {},
    decision: { kind, amount, voluntary: Math.min(fromVoluntary, amount) },
  });
  if (action === 'grant') return drafted('grant', applied);
  if (action === 'partial') return drafted('partial', PARTLY);
  if (action === 'refuse') return { note: {}, decision: { kind: 'refuse', amount: 0, voluntary: 0 } };
  const note = fields ? { fields } : comment ? { text: comment } : undefined;
  return { ...(note && { note }), voluntary, sha256: document, sentOn, receivedOn };
};

const bound = ({ reserved, committed }: BudgetHead['about']['money']) => {
  const { regular, voluntary } = linesOf(plus(reserved, committed));
  return regular + voluntary;
};

/** Whether the case itself allows it, beside the process: its money, its document, who did what before. */
export const fits = (
  action: string,
  head: BudgetHead,
  asker: Asker,
  { at, process, rules }: { at: Instant; process: Process; rules: BudgetSettings },
): boolean => {
  const { about } = head;
  const isAnytime = ownEntry(process.anytime, action) !== undefined;
  if (!isAnytime && isExcluded(asker, head.at, about.acted, rules.separate)) return false;
  const { notice, money } = about;
  const special: Record<string, boolean> = {
    grant: (about.applied ?? 0) <= bound(money),
    partial: PARTLY <= bound(money),
    refuse: linesOf(money.committed).regular + linesOf(money.committed).voluntary === 0,
    approve: notice?.sha256 === SHA && notice.for === asker.id && notice.on === dateOf(at),
    notify: about.electronicNotice,
    // Only where there are no notices.
    allot: false,
    // Only an amendment can be given up, and none is among them.
    discontinue: false,
    // They have a route of their own, which looks at the answers.
    submit: false,
    correct: false,
  };
  return Object.hasOwn(special, action) ? (special[action] ?? true) : true;
};

/** An application of a year: as in the example, or above the sum from which the committee resolves. */
export const applicationOf = (
  year: number,
  of: { large: boolean; mailed: boolean },
): BudgetApplicationAnswers => {
  const moved = (date: string) => date.replace(String(example.year), String(year));
  const ends = <T extends { from: string; to: string }>(row: T): T => ({
    ...row,
    from: moved(row.from),
    to: moved(row.to),
  });
  return {
    ...example,
    year,
    period: ends(example.period),
    positions: example.positions.map((row, n) => ({
      ...ends(row),
      ...(of.large && n === 0 && { annualCost: 95_000_00 }),
    })),
    electronicNotice: of.mailed,
  };
};

/** What leads a case to its end from each step; where nothing is named, waiting does. */
export const towardsEnd = (
  head: BudgetHead,
  byWaiting: boolean,
): [user: string, action: string] | undefined => {
  const { money } = head.about;
  const decision = PARTLY <= bound(money) ? 'partial' : 'refuse';
  const steps: Record<string, [string, string]> = {
    completeness: ['clerk', 'complete'],
    opinion: ['coordinator', 'recommend'],
    waiting: ['clerk', 'give-up'],
    decision: ['clerk', decision],
    committee: ['committee', 'give-back'],
    approval: ['head', 'approve'],
    announce: ['clerk', 'post'],
    objection: ['clerk', 'refer'],
    appeal: ['clerk', 'uphold'],
    ...(!byWaiting && {
      draft: ['provider', 'submit'],
      queries: ['provider', 'correct'],
      hearing: ['provider', 'respond'],
      'objection-period': ['clerk', 'waive'],
    }),
  };
  return steps[head.at];
};
