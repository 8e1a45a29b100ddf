import type { Amends } from '../../../domain/amendments/amends.ts';
import type { Decision } from '../../../domain/api/portal.ts';
import { type Amounts, linesOf, plus, totalOf } from '../../../domain/budget/amounts.ts';
import { beyond, targetOf } from '../../../domain/budget/difference.ts';
import { boundOf } from '../../../domain/budget/holding.ts';
import type { DecisionDraft } from '../../../domain/forms/budget-application/about.ts';
import type { BudgetApplicationAnswers } from '../../../domain/forms/budget-application/answers.ts';
import type { GrantedParts } from '../../../domain/forms/budget-application/note.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { bindingResolution } from '../../../domain/forms/budget-application/resolved.ts';
import { totalsOf } from '../../../domain/forms/budget-application/totals.ts';
import type { Issue } from '../../../domain/languages/problem.ts';
import { addUp, type Cents } from '../../../domain/money/cents.ts';
import { ConflictError, FieldsError, NotFoundError } from '../../runtime/errors.ts';
import { readVersion } from '../../store/applications.ts';
import type { PortalDeps } from '../deps.ts';

/** What of the parts is wrong: a position that is not there, named twice, or gets more than it costs. */
const issuesOf = (granted: GrantedParts, answers: BudgetApplicationAnswers, fullWeek: number): Issue[] => {
  const costs = new Map(totalsOf(answers, fullWeek).positions.map(({ id, cost = 0 }) => [id, cost]));
  const seen = new Set<string>();
  const positions = granted.positions.flatMap(({ id, amount }, n): Issue[] => {
    const cost = costs.get(id);
    const isKnown = cost !== undefined && !seen.has(id);
    seen.add(id);
    if (!isKnown) return [{ path: ['granted', 'positions', n, 'id'], message: 'unknown-choice' }];
    return amount > cost ? [{ path: ['granted', 'positions', n, 'amount'], message: 'more-than-asked' }] : [];
  });
  const missing = costs.size > seen.size ? [{ path: ['granted', 'positions'], message: 'required' }] : [];
  const training =
    granted.training > answers.training
      ? [{ path: ['granted', 'training'], message: 'more-than-asked' }]
      : [];
  const thirdParty =
    granted.thirdParty < answers.thirdParty
      ? [{ path: ['granted', 'thirdParty'], message: 'less-than-stated' }]
      : [];
  return [...positions, ...missing, ...training, ...thirdParty];
};

const sumOf = ({ positions, training, thirdParty }: GrantedParts): Cents =>
  Math.max(0, addUp([...positions.map(({ amount }) => amount), training]) - thirdParty);

const partialAmount = async (deps: PortalDeps, head: BudgetHead, granted: GrantedParts): Promise<Cents> => {
  const answers = await readVersion(deps.store, head.id, head.about.sent);
  if (!answers) throw new NotFoundError('the answers are gone');
  const { budget } = await deps.registers.county();
  const issues = issuesOf(granted, answers, budget.fullWeek);
  if (issues.length > 0) throw new FieldsError(issues);
  const amount = sumOf(granted);
  if (amount === 0 || amount >= (head.about.applied ?? 0))
    throw new FieldsError([{ path: ['granted'], message: 'not-partial' }]);
  return amount;
};

const notReserved = ({ version, at }: BudgetHead) => new ConflictError('not-reserved', { version, at });

/** Of an amendment the difference is reserved, line by line. */
const requireDifference = (head: BudgetHead, sum: Amounts, { stands }: Amends) => {
  const [needs, has] = [linesOf(beyond(sum, stands)), linesOf(head.about.money.reserved)];
  if (needs.regular > has.regular || needs.voluntary > has.voluntary) throw notReserved(head);
};

/** Nothing is granted that is neither reserved nor bound already, by advances: the frame would not hold it. */
const requireReserved = (head: BudgetHead, amount: Cents) => {
  const { money, amends, fromVoluntary = 0 } = head.about;
  if (amends) return requireDifference(head, targetOf(amount, fromVoluntary), amends);
  const { regular, voluntary } = linesOf(plus(money.reserved, boundOf(money)));
  if (amount > regular + voluntary) throw notReserved(head);
};

/** Who applies for more, or for less, is not granted less than both: that would take away what nobody has asked to. */
const requireNotLess = ({ about: { amends, applied = 0 } }: BudgetHead, amount: Cents) => {
  if (!amends || amends.exOfficio) return;
  if (amount < Math.min(applied, totalOf(amends.before)))
    throw new FieldsError([{ path: ['granted'], message: 'less-than-granted' }]);
};

/** Nothing is granted beyond what the committee resolved. */
const requireResolved = ({ about }: BudgetHead, { action }: Decision, amount: Cents) => {
  const resolution = bindingResolution(about.resolution);
  if (!resolution || amount <= resolution.amount) return;
  const path = action === 'partial' ? ['granted'] : ['action'];
  throw new FieldsError([{ path, message: 'more-than-resolved' }]);
};

/** The sums of a decision that is drafted. @throws FieldsError, ConflictError when the money for it is not reserved */
export const grantOf = async (
  deps: PortalDeps,
  head: BudgetHead,
  decision: Decision,
): Promise<Omit<DecisionDraft, 'note'>> => {
  const { action, granted } = decision;
  const { applied = 0, fromVoluntary = 0, money, grant, earlier = [] } = head.about;
  if (action === 'refuse') {
    // What was granted once is taken back by other rules than a refusal's; what is paid ahead was not granted.
    const isAhead = grant !== undefined && earlier.length === 0;
    if (totalOf(money.committed) > 0 && !isAhead)
      throw new FieldsError([{ path: ['action'], message: 'unknown-choice' }]);
    return { kind: 'refuse', amount: 0, voluntary: 0 };
  }
  const amount = action === 'partial' && granted ? await partialAmount(deps, head, granted) : applied;
  requireResolved(head, decision, amount);
  requireNotLess(head, amount);
  requireReserved(head, amount);
  return {
    kind: action === 'partial' ? 'partial' : 'grant',
    amount,
    voluntary: Math.min(fromVoluntary, amount),
  };
};
