import type { Act } from '../../process/apply-act.ts';
import type { BudgetAbout } from '../budget-application/about.ts';
import type { Claim } from './claim.ts';
import { moneyAfterProof } from './proof-money.ts';

/** By these acts an objection opens a claim that was approved again. */
const REOPENING = ['remedy', 'overturn'];

/**
 * What the application of a grant says after an act on its proof: its money, and whether a claim on it stands, which a claim for all
 * that was paid does not show in the money.
 */
export const afterProof = (
  about: BudgetAbout,
  act: Act,
  proof: { claim?: Pick<Claim, 'repayment'> | undefined },
): BudgetAbout => {
  const { claimed, ...kept } = about;
  const action = act.kind === 'action' ? act.action : undefined;
  const isOpen = action !== undefined && REOPENING.includes(action);
  const stands = action === 'approve' || (claimed === true && !isOpen);
  return {
    ...kept,
    ...(stands && { claimed: true }),
    money: moneyAfterProof(about.money, act, proof),
  };
};
