import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import type { BudgetSubmission } from '../../../../domain/api/portal.ts';
import { isNothing } from '../../../../domain/budget/amounts.ts';
import { bindingResolution } from '../../../../domain/forms/budget-application/resolved.ts';

/**
 * What the process lets somebody do, without what the case or the county leaves no room for: an allotment where there are
 * notices, the mailbox where nobody agreed to it, a refusal of what is granted already, the whole
 * sum where the committee resolved on less. The server refuses these.
 */
export const offeredActions = (
  { actions, at, applied = 0 }: Pick<BudgetSubmission, 'actions' | 'at' | 'applied'>,
  {
    rules,
    decision,
    answers,
    money,
    resolution,
  }: Pick<ApplicationFile, 'rules' | 'decision' | 'answers' | 'money' | 'resolution'>,
): string[] => {
  const isAllotment = rules?.mode === 'allotment' && decision?.kind !== 'refuse';
  const resolved = bindingResolution(resolution)?.amount;
  const left: Record<string, boolean> = {
    allot: isAllotment,
    post: !isAllotment || at !== 'announce',
    notify: !isAllotment && answers?.electronicNotice === true,
    grant: resolved === undefined || applied <= resolved,
    refuse: money === undefined || isNothing(money.committed),
  };
  return actions.filter((action) => left[action] !== false);
};
