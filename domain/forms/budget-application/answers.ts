import type * as z from 'zod/mini';
import { joined } from '../joined.ts';
import { budgetApplicationFields } from './fields.ts';
import { joiningRules } from './joining-rules.ts';

const { whole } = budgetApplicationFields;

/** What a provider sends when it applies for a year's money of the Sozialraumbudget (§ 25 Abs. 5 KiTaG). */
export const budgetApplicationAnswers = whole.check(joined<z.infer<typeof whole>>(joiningRules));
export type BudgetApplicationAnswers = z.infer<typeof budgetApplicationAnswers>;
export type Position = BudgetApplicationAnswers['positions'][number];
