import type { BudgetHead } from '../forms/budget-application/particulars.ts';

/** What makes no sense where nobody applied: there is nothing to refuse, to examine anew, or to withdraw. */
const NOT_EX_OFFICIO = ['refuse', 'reexamine', 'withdraw'];

/**
 * Whether an action of the process is one of this application. What the office amends of its own accord is discontinued, not
 * refused; what was approved of an amendment is the grant by now, and is not withdrawn any more. Nor is what has advances.
 */
export const isOffered = ({ about: { amends, grant } }: BudgetHead, action: string): boolean => {
  if (action === 'discontinue') return amends?.exOfficio === true && !amends.effective;
  // What was paid ahead is not given back by taking the application back: the office refuses it, and claims the money.
  if (action === 'withdraw' && grant) return false;
  if (amends?.exOfficio && NOT_EX_OFFICIO.includes(action)) return false;
  return !(amends?.effective && (action === 'withdraw' || action === 'refuse'));
};
