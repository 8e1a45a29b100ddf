import type { Act } from '../../process/apply-act.ts';
import type { BudgetAbout } from '../budget-application/about.ts';
import type { Claim } from './claim.ts';
import { moneyAfterProof } from './proof-money.ts';

/** By these acts an objection opens a claim that was approved again. */
const REOPENING = ['remedy', 'overturn'];

/** With these acts it is fixed what was paid: an acceptance of nothing, or a claim for all of it, does not show in the money. */
const FIXING = ['accept-proof', 'approve'];

/** What the application of a grant says after an act on its proof: its money, and whether what was paid of it is fixed. */
export const afterProof = (
  about: BudgetAbout,
  act: Act,
  proof: { claim?: Pick<Claim, 'repayment'> | undefined },
): BudgetAbout => {
  const { claimed, ...kept } = about;
  const action = act.kind === 'action' ? act.action : undefined;
  const isOpen = action !== undefined && REOPENING.includes(action);
  const isFixed = action !== undefined && FIXING.includes(action);
  const stands = isFixed || (claimed === true && !isOpen);
  return {
    ...kept,
    ...(stands && { claimed: true }),
    money: moneyAfterProof(about.money, act, proof),
  };
};
