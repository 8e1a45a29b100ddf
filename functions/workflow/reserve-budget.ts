import { budgetTask } from './budget-task.ts';

/**
 * Reserves the sum in the frame of its year, in one transaction with the head. Whoever comes too late waits, or is to be
 * refused, as the county chose.
 */
export const reserveBudget = budgetTask(
  () => ({ outcome: 'reserved' }),
  async ({ registers }) => ({ outcome: (await registers.county()).budget.exhausted }),
);

/** Gives a reservation back, when an application is looked at anew. */
export const releaseBudget = budgetTask(() => ({ outcome: 'released' }));
