import { type Amounts, amountsOf, eachShare, NOTHING, plus } from '../../budget/amounts.ts';
import { beyond, targetOf } from '../../budget/difference.ts';
import { boundOf, type Holding, NO_HOLDING, paidOutOf } from '../../budget/holding.ts';
import type { Act } from '../../process/apply-act.ts';
import type { BudgetAbout } from './about.ts';
import type { BudgetHead } from './particulars.ts';

/**
 * What is applied for beyond what is committed already, in its shares and with the voluntary money chosen for it. Of an
 * amendment that is the difference to what its grant comes to: the sum itself lies with the grant.
 */
const wanted = ({ applied = 0, fromVoluntary = 0, money, amends }: BudgetAbout): Amounts => {
  const all = targetOf(applied, fromVoluntary);
  if (amends) return beyond(all, amends.stands);
  const bound = boundOf(money);
  return eachShare((share) => Math.max(0, all[share] - bound[share]));
};

/** What was reserved lies with the wishes again. */
const unreserved = (money: Holding): Holding => ({
  ...money,
  requested: plus(money.requested, money.reserved),
  reserved: NOTHING,
});

const decided = ({ decision, money, amends }: BudgetAbout): Holding => {
  if (!decision) return money;
  // What is approved of an amendment goes over to its grant.
  if (amends) return NO_HOLDING;
  const { kind, amount, voluntary } = decision;
  const granted = kind === 'refuse' ? NOTHING : amountsOf(amount - voluntary, voluntary);
  const { paid, accepted, returned } = money;
  // What was paid ahead stays paid; of a refused one it is claimed back.
  return { ...NO_HOLDING, paid, accepted, returned, committed: beyond(granted, paidOutOf(money)) };
};

/**
 * What an application holds in its year's ledger after an act: a wish when it is sent, an assurance when it is reserved, a
 * commitment when it is approved, and nothing any more when it is given up.
 * @param after its new position, with what the act says of sums
 */
export const moneyAfter = (before: BudgetHead, after: BudgetHead, act: Act): Holding => {
  const { money } = before.about;
  if (after.at === 'withdrawn' || after.at === 'expired') return NO_HOLDING;
  if (act.kind === 'action') {
    if (act.action === 'submit' || act.action === 'correct')
      return { ...money, requested: wanted(after.about) };
    return act.action === 'approve' ? decided(after.about) : money;
  }
  if (act.kind !== 'result') return money;
  if (act.outcome === 'ex-officio') return { ...money, requested: wanted(after.about) };
  if (before.at === 'reserve' && act.outcome === 'reserved')
    return { ...money, requested: NOTHING, reserved: wanted(after.about) };
  const givesBack = (before.at === 'release' || before.at === 'approval') && act.outcome !== 'approved';
  return givesBack ? unreserved(money) : money;
};
