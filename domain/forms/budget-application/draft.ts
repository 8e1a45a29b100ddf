import type * as z from 'zod/mini';
import { budgetApplicationFields } from './fields.ts';

/**
 * A half-filled application, as it is saved: every field may be missing, and so may every field of a row but the one that
 * tells it apart. Types, lengths and bounds are checked, unknown fields refused; formats and what joins fields are looked
 * at when it is sent.
 */
export const budgetApplicationDraft = budgetApplicationFields.half;
export type BudgetApplicationDraft = z.infer<typeof budgetApplicationDraft>;
