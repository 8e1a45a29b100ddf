import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import type { BudgetApplicationDraft } from '../../../../domain/forms/budget-application/draft.ts';
import type { Drafts } from '../../drafts/drafts.ts';
import { savableOf } from '../form/savable.ts';
import { answersOf, type FormValues, valuesOf } from '../form/values.ts';
import { areSame, type Conflict } from './merge.ts';

/** What this tab keeps of an application: everything typed, and the state on the server that it was begun from. */
export interface Kept {
  saved: number;
  answers: BudgetApplicationDraft;
  values: FormValues;
}

export const keptName = (id: string): string => `application ${id}`;

export interface Beginning {
  values: FormValues;
  saved: number;
  answers: BudgetApplicationDraft;
  /** Something that was typed before and is not on the server came back. */
  restored: boolean;
  conflict?: Conflict;
}

/** Where writing begins: with what is on the server, or with what this tab still has, and perhaps with both to choose from. */
export const beginningOf = (file: ApplicationFile, drafts: Drafts): Beginning => {
  const { saved, savedBy: by, answers: theirs = {} } = file;
  const kept = drafts.read<Kept>(keptName(file.id));
  if (!kept) return { values: valuesOf(theirs), saved, answers: theirs, restored: false };
  const { draft: mine, left } = savableOf(answersOf(kept.values));
  const isSame = areSame(mine, theirs);
  const begun = { values: kept.values, saved, answers: theirs, restored: left.length > 0 || !isSame };
  if (isSame || kept.saved === saved) return begun;
  return { ...begun, restored: false, conflict: { base: kept.answers, mine, theirs, saved, by } };
};
