import type { BudgetDeedName } from './budget-deeds.ts';
import { after, alone, before, transactionOf } from './kill-points.ts';
import type { Moment } from './machine.ts';

export interface BudgetKillPoint {
  during: BudgetDeedName;
  at: readonly Moment[];
  /** It is killed again while it starts. */
  again?: readonly Moment[];
}

const during = (deed: BudgetDeedName, ...moments: readonly Moment[][]): BudgetKillPoint[] =>
  moments.map((at) => ({ during: deed, at }));

const answer = [before('states SendTaskSuccess by dispatch'), after('states SendTaskSuccess by dispatch')];
const token = [before('dynamodb PutItem by workflow'), after('dynamodb PutItem by workflow')];
/** The mark of a mail that the mail service has just taken. */
const marked = (nth: number): Moment[] => [
  after('ses SendEmail by dispatch', nth),
  before('dynamodb TransactWriteItems by dispatch'),
];

/**
 * What is particular to budget applications: transactions of several items with money among them, run steps that follow them,
 * and a mail that is a proof. What every form shares is killed in kill-points.ts.
 */
export const budgetKillPoints: readonly BudgetKillPoint[] = [
  // Head, log, frame, entry, version.
  ...during(
    'submitting',
    ...alone(...transactionOf('portal', 3, 5), ...answer, ...transactionOf('workflow', 2)),
  ),
  ...during('submitting', ...alone(after('lambda Invoke by states'), after('ses SendEmail by dispatch', 1))),
  // Head, log, frame, entries, of the run step.
  ...during('reserving', ...alone(...transactionOf('workflow', 2, 3, 4), ...token)),
  // The document, and then the head that says who may approve it.
  ...during(
    'drawing up the notice',
    ...alone(before('s3 PutObject by documents'), after('s3 PutObject by documents')),
    ...alone(...transactionOf('documents', 2)),
  ),
  ...during('approving', ...alone(...transactionOf('portal', 2, 3, 4))),
  ...during('announcing by post', ...alone(...transactionOf('portal', 2))),
  ...during(
    'announcing by mail',
    // The third mail is the notice's: to send it is the proof, in the write that marks it.
    ...alone(before('ses SendEmail by dispatch', 3), after('ses SendEmail by dispatch', 3)),
    marked(3),
    [after('ses SendEmail by dispatch', 3), after('dynamodb TransactWriteItems by dispatch')],
    ...alone(before('ses SendEmail by dispatch', 4)),
  ),
  {
    during: 'announcing by mail',
    at: marked(3),
    again: [before('dynamodb TransactWriteItems by dispatch')],
  },
  ...during(
    'a query that expires',
    ...alone(before('lambda Invoke by timer'), ...transactionOf('schedule', 2)),
  ),
];
