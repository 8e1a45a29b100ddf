import { type Amounts, isNothing, minus, NOTHING, plus, totalOf } from '../../budget/amounts.ts';
import { type Holding, paidOutOf } from '../../budget/holding.ts';
import type { Cents } from '../../money/cents.ts';
import { splitByWeights } from '../../money/split.ts';
import type { Act } from '../../process/apply-act.ts';
import type { Claim } from './claim.ts';

/** What was paid and did not come back: to be proven (cents). */
export const paidOf = (money: Holding): Cents => totalOf(minus(paidOutOf(money), money.returned));

/**
 * The shares of a part of what was paid: it comes back as it was paid, from the state's, the county's and voluntary money
 * alike, to the cent.
 * @throws RangeError for more than was paid
 */
export const partOfPaid = (part: Cents, paid: Amounts): Amounts => {
  if (part > totalOf(paid)) throw new RangeError('more than was paid');
  if (part === 0) return NOTHING;
  const [state = 0, county = 0, voluntary = 0] = splitByWeights(part, [
    paid.state,
    paid.county,
    paid.voluntary,
  ]);
  return { state, county, voluntary };
};

/** All that was paid and has not come back, wherever it lies. */
const openOf = ({ paid, accepted }: Holding): Amounts => plus(paid, accepted);

/** What is recognised is accepted; what is claimed back lies with what was paid until it is there. */
const afterApproval = (money: Holding, repayment: Cents): Holding => {
  const open = openOf(money);
  const paid = partOfPaid(repayment, open);
  return { ...money, paid, accepted: minus(open, paid) };
};

/** A claim is looked at anew: nothing is accepted yet. */
const afterReopening = (money: Holding): Holding => ({
  ...money,
  paid: openOf(money),
  accepted: NOTHING,
});

/** Everything that was paid is proven. What was committed and never paid is released. */
const afterAcceptance = (money: Holding): Holding => ({
  ...money,
  committed: NOTHING,
  paid: NOTHING,
  accepted: openOf(money),
});

/** What was claimed has come back. What was committed and never paid is released. */
const afterReturn = (money: Holding): Holding => ({
  ...money,
  committed: NOTHING,
  paid: NOTHING,
  returned: plus(money.returned, money.paid),
});

/** Whether a grant is settled: what was paid was accepted or came back, and nothing is to be paid any more. */
export const isSettled = (money: Holding): boolean => isNothing(money.committed) && isNothing(money.paid);

/**
 * What the grant's application holds after an act on its proof.
 * @param about.claim what is claimed back, as it stands after the act
 */
export const moneyAfterProof = (
  money: Holding,
  act: Act,
  { claim }: { claim?: Pick<Claim, 'repayment'> | undefined },
): Holding => {
  const name = act.kind === 'action' ? act.action : act.kind === 'result' ? act.outcome : undefined;
  if (name === 'accept-proof') return afterAcceptance(money);
  if (name === 'approve') return afterApproval(money, claim?.repayment ?? 0);
  if (name === 'remedy' || name === 'overturn') return afterReopening(money);
  return name === 'money-back' || name === 'booked' || name === 'nothing-due' ? afterReturn(money) : money;
};
