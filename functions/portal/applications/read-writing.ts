import type { BudgetApplicationDraft } from '../../../domain/forms/budget-application/draft.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { readDraft, readVersion } from '../../store/applications.ts';
import type { Store } from '../../store/client.ts';

/**
 * What a provider goes on writing: the saved state. A query begins with what was sent, for what was saved for an earlier one
 * and never sent would be in the way: fields that are closed by now.
 */
export const readWriting = (
  store: Store,
  { id, at, since, about }: BudgetHead,
): Promise<BudgetApplicationDraft | undefined> =>
  at === 'queries' && about.savedAt < since ? readVersion(store, id, about.sent) : readDraft(store, id);
