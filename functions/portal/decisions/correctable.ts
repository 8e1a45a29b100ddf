import type { Decision } from '../../../domain/api/portal.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { isCorrectable } from '../../../domain/forms/budget-application/reopened.ts';
import type { Issue } from '../../../domain/languages/problem.ts';
import { FieldsError } from '../../runtime/errors.ts';
import { readVersion } from '../../store/applications.ts';
import type { PortalDeps } from '../deps.ts';

/** A query opens what was sent, and nothing that says whose application of which year it is. @throws FieldsError */
export const requireCorrectable = async (
  { store }: PortalDeps,
  { fields }: Decision,
  { id, about }: BudgetHead,
) => {
  if (!fields) return;
  const sent = (await readVersion(store, id, about.sent)) ?? {};
  const issues = fields.flatMap(({ path }, n): Issue[] =>
    isCorrectable(path, sent) ? [] : [{ path: ['fields', n, 'path'], message: 'not-correctable' }],
  );
  if (issues.length > 0) throw new FieldsError(issues);
};
