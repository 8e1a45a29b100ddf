import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import type { BudgetSubmission } from '../../../../domain/api/portal.ts';
import { isNothing } from '../../../../domain/budget/amounts.ts';

/**
 * What the process lets somebody do, without what the case or the county leaves no room for: an allotment where there are
 * notices, the mailbox where nobody agreed to it, a refusal of what is granted already. The server refuses these.
 */
export const offeredActions = (
  { actions, at }: Pick<BudgetSubmission, 'actions' | 'at'>,
  { rules, decision, answers, money }: Pick<ApplicationFile, 'rules' | 'decision' | 'answers' | 'money'>,
): string[] => {
  const isAllotment = rules?.mode === 'allotment' && decision?.kind !== 'refuse';
  const left: Record<string, boolean> = {
    allot: isAllotment,
    post: !isAllotment || at !== 'announce',
    notify: !isAllotment && answers?.electronicNotice === true,
    refuse: money === undefined || isNothing(money.committed),
  };
  return actions.filter((action) => left[action] !== false);
};
