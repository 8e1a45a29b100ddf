import type { View } from '../../../domain/forms/budget-application/access.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { knowsDecision } from '../../../domain/forms/budget-application/told.ts';

/**
 * The notices of a case that somebody may read, oldest first, by their SHA-256: those that an objection has overtaken, and what
 * was approved last. The provider reads only what was announced, or allotted.
 */
export const toldNotices = (head: BudgetHead, view: View): string[] => {
  const { approved, earlier = [] } = head.about;
  const overtaken = earlier.map(({ sha256 }) => sha256);
  const isTold = view === 'office' || knowsDecision(head);
  return approved && isTold ? [...overtaken, approved.sha256] : overtaken;
};
