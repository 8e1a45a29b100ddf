import * as z from 'zod/mini';
import { spread } from './spread.ts';

const sums = { count: z.int(), applied: z.int(), granted: z.int() };

/**
 * Counted facts about a year's applications that were sent, without a name in it. `applied` and `granted` in cents; granted is what is
 * committed now. Days are working days of the office: while it was the applicant's turn, they are not counted.
 */
export const budgetStatistics = z.object({
  ...sums,
  byState: z.array(z.object({ at: z.string(), ...sums })),
  days: z.object({
    /** From the first day until the head of office approved a decision. */
    decision: spread,
    /** Until the end, whatever it was. */
    whole: spread,
    /** Of each step that was done, all its visits together. */
    steps: z.array(z.extend(spread, { step: z.string() })),
  }),
});
export type BudgetStatistics = z.infer<typeof budgetStatistics>;
