import { needsHearing } from '../../domain/amendments/hearing.ts';
import { totalOf } from '../../domain/budget/amounts.ts';
import type { BudgetSettings } from '../../domain/budget/settings.ts';
import type { BudgetAbout } from '../../domain/forms/budget-application/about.ts';
import { isForCommittee } from '../../domain/forms/budget-application/resolved.ts';
import { budgetTask } from './budget-task.ts';

/**
 * Where the draft of a decision goes: to the provider's hearing before a refusal, to the committee above the configured
 * sum unless it has resolved already, else to the head.
 */
const routeOf = (
  about: BudgetAbout,
  { hearingBeforeRefusal, committeeAbove }: BudgetSettings,
): 'hearing' | 'committee' | 'approval' => {
  const { decision, heard, resolution, amends } = about;
  if (decision?.kind === 'refuse') return hearingBeforeRefusal && !heard ? 'hearing' : 'approval';
  if (needsHearing(about)) return 'hearing';
  // The committee resolves on large sums; that one becomes no larger is no matter for it.
  if (amends && !resolution && (decision?.amount ?? 0) <= totalOf(amends.before)) return 'approval';
  return isForCommittee(resolution, decision?.amount ?? 0, committeeAbove) ? 'committee' : 'approval';
};

export const routeDecision = budgetTask(async ({ registers }, { about }) => ({
  outcome: routeOf(about, (await registers.county()).budget),
}));
