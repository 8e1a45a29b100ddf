import { asGranted } from '../../domain/amendments/as-granted.ts';
import type { BudgetApplicationAnswers } from '../../domain/forms/budget-application/answers.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { readNotes, readVersion } from '../store/applications.ts';
import type { Store } from '../store/client.ts';

/** Which version and which note say what is granted: the last amendment's, or the application's own. */
const sourceOf = ({ id, about }: BudgetHead): { id: string; version: number; note: number } => {
  const last = about.amended?.at(-1);
  if (last) return { id: last.id, version: last.version, note: last.note };
  return { id, version: about.sent, note: about.decision?.note ?? 0 };
};

/**
 * What of an application is granted now, with all amendments that hold, as answers of the form: positions cost what was granted
 * of them. Undefined when the answers are gone.
 */
export const readGranted = async (
  store: Store,
  grant: BudgetHead,
): Promise<BudgetApplicationAnswers | undefined> => {
  const { id, version, note } = sourceOf(grant);
  const [answers, notes] = await Promise.all([readVersion(store, id, version), readNotes(store, id)]);
  return answers && asGranted(answers, notes.find(({ n }) => n === note)?.granted);
};
