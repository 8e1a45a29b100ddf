import { asGranted } from '../../domain/amendments/as-granted.ts';
import type { BudgetApplicationAnswers } from '../../domain/forms/budget-application/answers.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { readNotes, readVersion } from '../store/applications.ts';
import type { Store } from '../store/client.ts';

/** Which version and which note say what is granted: the last amendment's, or the application's own. */
const sourceOf = (
  { id, about }: BudgetHead,
  before?: string,
): { id: string; version: number; note: number } => {
  const last = about.amended?.filter((one) => one.id !== before).at(-1);
  if (last) return { id: last.id, version: last.version, note: last.note };
  return { id, version: about.sent, note: about.decision?.note ?? 0 };
};

/**
 * What of an application is granted now, with all amendments that hold, as answers of the form: positions cost what was granted
 * of them. Undefined when the answers are gone.
 * @param before an amendment: what was granted before it, also when it holds already
 */
export const readGranted = async (
  store: Store,
  grant: BudgetHead,
  before?: string,
): Promise<BudgetApplicationAnswers | undefined> => {
  const { id, version, note } = sourceOf(grant, before);
  const [answers, notes] = await Promise.all([readVersion(store, id, version), readNotes(store, id)]);
  return answers && asGranted(answers, notes.find(({ n }) => n === note)?.granted);
};
