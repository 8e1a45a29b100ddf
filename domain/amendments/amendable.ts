import { differencesOf } from '../forms/budget-application/differences.ts';
import type { BudgetApplicationDraft } from '../forms/budget-application/draft.ts';

/**
 * What an amendment never changes: whose grant of which year for what it is, and whom it is paid to. Another account takes two
 * people and its own time.
 */
const FIXED = /^(year|purpose|provider\.(name|legalForm|kind|ags)|accountHolder|iban)$/;

export const isAmendable = (path: string): boolean => !FIXED.test(path);

/** The paths that an amendment changed although it cannot. */
export const changedFixed = (granted: BudgetApplicationDraft, amendment: BudgetApplicationDraft): string[] =>
  differencesOf(granted, amendment)
    .map(({ path }) => path)
    .filter((path) => !isAmendable(path));
