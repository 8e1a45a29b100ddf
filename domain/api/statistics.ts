import * as z from 'zod/mini';
import { budgetStatistics } from '../statistics/figures.ts';

/** `GET /api/statistics?form=&year=` */
export const statisticsAnswer = z.extend(budgetStatistics, {
  form: z.literal('budget-application'),
  year: z.int(),
});
