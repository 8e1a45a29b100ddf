import type { Difference } from '../../../../domain/forms/budget-application/differences.ts';
import type { BudgetApplicationDraft } from '../../../../domain/forms/budget-application/draft.ts';
import { type Section, sectionOf, sections } from '../form/sections.ts';
import { say } from '../texts.ts';
import type { Wrong } from './use-problems.ts';

export interface Mark {
  kind: 'empty' | 'open' | 'done' | 'wrong';
  text: string;
  /** How it stands to last year's grant, where the application goes on from one. */
  compared?: string;
}

interface Known {
  draft: BudgetApplicationDraft;
  missing: readonly Wrong[];
  /** What a failed try has found. */
  wrong: readonly Wrong[];
  /** What differs from last year's grant; absent where the application goes on from none. */
  differences?: readonly Difference[] | undefined;
}

const isIn = (section: Section) => (path: string) => sectionOf(path) === section;

const isEmpty = (section: Section, draft: BudgetApplicationDraft) =>
  sections[section].every((field) => {
    const value = draft[field as keyof BudgetApplicationDraft];
    return value === undefined || (Array.isArray(value) && value.length === 0);
  });

const stateOf = (section: Section, { draft, missing, wrong }: Known): Pick<Mark, 'kind' | 'text'> => {
  const count = (of: readonly Wrong[]) => of.filter(({ name }) => isIn(section)(name)).length;
  const [faults, gaps] = [count(wrong), count(missing)];
  if (faults > 0) return { kind: 'wrong', text: say('mark.wrong', { count: faults }) };
  if (section === 'attachments') {
    const files = draft.attachments?.length ?? 0;
    return files > 0
      ? { kind: 'done', text: say('mark.files', { count: files }) }
      : { kind: 'empty', text: say('mark.optional') };
  }
  if (isEmpty(section, draft)) return { kind: 'empty', text: say('mark.empty') };
  return gaps > 0
    ? { kind: 'open', text: say('mark.missing', { count: gaps }) }
    : { kind: 'done', text: say('mark.done') };
};

/** How far a section is, in words, and whether it says the same as last year. */
export const markOf = (section: Section, known: Known): Mark => {
  const changed = known.differences?.some(({ path }) => isIn(section)(path));
  const isCompared = known.differences !== undefined && section !== 'declarations';
  return {
    ...stateOf(section, known),
    ...(isCompared && { compared: say(changed ? 'mark.changed' : 'mark.unchanged') }),
  };
};
