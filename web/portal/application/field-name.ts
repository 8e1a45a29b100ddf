import type { BudgetApplicationDraft } from '../../../domain/forms/budget-application/draft.ts';
import { type FormKey, formText, isFormKey } from './texts.ts';

/** What names need of an application: its rows, and the names of its Kitas. */
export interface Named {
  answers: BudgetApplicationDraft;
  kitas: readonly { id: string; name: string }[];
}

/** A Kita by its name; one that the application no longer names by its id. */
export const kitaName = (id: string, { kitas }: Pick<Named, 'kitas'>): string =>
  kitas.find((kita) => kita.id === id)?.name ?? id;

/** "Stelle 2 (Elterncafé)"; a row that another version has is named by its id. */
export const positionName = (id: string, { answers }: Pick<Named, 'answers'>): string => {
  const rows = answers.positions ?? [];
  const n = rows.findIndex((row) => row.id === id);
  const row = formText('positions.row', { number: n < 0 ? `„${id}“` : n + 1 });
  const what = rows[n]?.function;
  return what ? `${row} (${what})` : row;
};

const LISTS: Record<string, (id: string, of: Named) => string> = {
  positions: positionName,
  shares: kitaName,
};

const label = (key: string): string => (isFormKey(key) ? formText(key as FormKey) : key);

/** A field's path without the ids of rows: what its label is called. */
export const plainPath = (path: string): string => {
  const [list = '', , ...rest] = path.split('.');
  return list in LISTS ? [list, ...rest].join('.') : path;
};

/** The words for a path of the form: `positions.p1.hours` is "Stelle 1 (…): Stunden in der Woche". */
export const fieldName = (path: string, of: Named): string => {
  const [list = '', id, ...rest] = path.split('.');
  const row = id === undefined ? undefined : LISTS[list]?.(id, of);
  if (row === undefined) return label(path);
  return rest.length > 0 ? `${row}: ${label(plainPath(path))}` : row;
};
