import { type Difference, differencesOf } from '../../../domain/forms/budget-application/differences.ts';
import type { BudgetApplicationDraft } from '../../../domain/forms/budget-application/draft.ts';

/** What an amendment says otherwise than what is granted. Declarations and the signature are given anew every time. */
export const changedFrom = (granted: BudgetApplicationDraft, now: BudgetApplicationDraft): Difference[] =>
  differencesOf(granted, now).filter(({ path }) => !/^(declarations|signature|attachments)(\.|$)/.test(path));
