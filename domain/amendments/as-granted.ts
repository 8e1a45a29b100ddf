import type { BudgetApplicationAnswers } from '../forms/budget-application/answers.ts';
import type { GrantedParts } from '../forms/budget-application/note.ts';
import { annualCostOf, segmentCost } from '../forms/budget-application/position-cost.ts';

/**
 * What was granted, as answers of the form: an amendment begins with them. Where less was granted than a position costs, its
 * annual cost is the one that comes to the granted sum, to the cent.
 * @param granted the parts of a partial grant; without them all was granted that was applied for
 */
export const asGranted = (
  answers: BudgetApplicationAnswers,
  granted: GrantedParts | undefined,
): BudgetApplicationAnswers => {
  if (!granted) return answers;
  const amounts = new Map(granted.positions.map(({ id, amount }) => [id, amount]));
  return {
    ...answers,
    positions: answers.positions.map((row) => {
      const amount = amounts.get(row.id) ?? 0;
      return segmentCost(row) === amount ? row : { ...row, annualCost: annualCostOf(amount, row) };
    }),
    training: granted.training,
    thirdParty: granted.thirdParty,
  };
};
