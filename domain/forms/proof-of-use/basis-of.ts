import type { BudgetApplicationAnswers } from '../budget-application/answers.ts';
import { totalsOf } from '../budget-application/totals.ts';
import type { ProofBasis } from './basis.ts';

/**
 * What was granted, as its proof goes by it. A time for which nothing was granted, as an amendment leaves it where a position was
 * vacant, has nothing to prove.
 * @param granted what is granted in the end, as answers of the application
 * @param of.amount the sum of the grant (cents), @param of.fullWeek hundredths of weekly hours of a full-time equivalent
 */
export const basisOf = (
  granted: BudgetApplicationAnswers,
  of: { amount: number; fullWeek: number },
): ProofBasis => {
  const costs = new Map(totalsOf(granted, of.fullWeek).positions.map(({ id, cost = 0 }) => [id, cost]));
  const positions = granted.positions.map(({ id, function: name, hours, from, to }) => ({
    id,
    function: name,
    hours,
    from,
    to,
    granted: costs.get(id) ?? 0,
  }));
  const proven = positions.filter((one) => one.granted > 0);
  return {
    period: granted.period,
    positions: proven.length > 0 ? proven : positions,
    training: granted.training,
    thirdParty: granted.thirdParty,
    granted: of.amount,
  };
};
