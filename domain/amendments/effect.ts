import { type Amounts, totalOf } from '../budget/amounts.ts';
import { amendedHolding, targetOf } from '../budget/difference.ts';
import type { Instant } from '../calendar/period.ts';
import type { BudgetHead } from '../forms/budget-application/particulars.ts';
import type { AmendedBy } from './amends.ts';

const namedIn = ({ id, about }: BudgetHead, sum: Amounts, at: Instant): AmendedBy[] => {
  const { amends, decision, sent: version } = about;
  if (!amends || !decision) return [];
  const { reason, from, left } = amends;
  const what = { reason, ...(from && { from }), ...(left && { left }) };
  const of = { total: totalOf(sum), ...(sum.voluntary > 0 && { voluntary: sum.voluntary }) };
  return [{ id, ...what, at, ...of, version, note: decision.note }];
};

/**
 * The grant as an approved amendment leaves it: its sum is the amended one, and its head names what it was amended by. An
 * amendment that was refused leaves it as it is; one that is decided anew takes its own place.
 */
export const amendedGrant = (grant: BudgetHead, amendment: BudgetHead, at: Instant): BudgetHead => {
  const { decision } = amendment.about;
  if (!decision || decision.kind === 'refuse') return grant;
  const sum = targetOf(decision.amount, decision.voluntary);
  const others = (grant.about.amended ?? []).filter(({ id }) => id !== amendment.id);
  return {
    ...grant,
    about: {
      ...grant.about,
      // Its money is for whom the amendment says that it is.
      ...(amendment.about.shares && { shares: amendment.about.shares }),
      money: amendedHolding(grant.about.money, sum, grant.about.handedOver),
      amended: [...others, ...namedIn(amendment, sum, at)],
    },
  };
};
