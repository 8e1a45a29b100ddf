import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { UseFormReturn } from 'react-hook-form';
import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import type { BudgetApplicationDraft } from '../../../../domain/forms/budget-application/draft.ts';
import type { Totals } from '../../../../domain/forms/budget-application/totals.ts';
import type { FormValues } from '../form/values.ts';

/** What the inputs of the application need to know of it. */
export interface Editing {
  form: UseFormReturn<FormValues>;
  file: ApplicationFile;
  /** What is typed just now, and what of it can be read. */
  values: FormValues;
  draft: BudgetApplicationDraft;
  totals: Totals;
  /** The sentence at an input. */
  errorAt(name: string): string | undefined;
  /** Whether a field may be changed, by its path: always in a draft; while queries are open, as they say. */
  openingAt(path: string): 'open' | 'less' | undefined;
  /** What the office asks about a field, a group or a list. */
  queryAt(path: string): string | undefined;
}

export const EditingContext = createContext<Editing | undefined>(undefined);

export const useEditing = (): Editing => {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('an input stands outside the application');
  return editing;
};
