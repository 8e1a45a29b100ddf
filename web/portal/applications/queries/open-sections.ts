import { differencesOf } from '../../../../domain/forms/budget-application/differences.ts';
import type { BudgetApplicationDraft } from '../../../../domain/forms/budget-application/draft.ts';
import { openingOf } from '../../../../domain/forms/budget-application/reopened.ts';
import { type Section, sectionNames, sectionOf } from '../form/sections.ts';

/**
 * The sections in which something may be changed while a query names these paths: those of the paths, and of what joins them. The
 * signature belongs to every answer and stands by itself.
 */
export const openSections = (answers: BudgetApplicationDraft, named: readonly string[]): Section[] => {
  const paths = differencesOf({}, answers)
    .flatMap(({ path, after }) =>
      // A whole row stands for its fields.
      after !== null && typeof after === 'object' && !Array.isArray(after)
        ? Object.keys(after).map((field) => `${path}.${field}`)
        : [path],
    )
    .filter((path) => !path.startsWith('signature.') && openingOf(path, named));
  const open = new Set([...named, ...paths].map(sectionOf));
  return sectionNames.filter((section) => open.has(section));
};
