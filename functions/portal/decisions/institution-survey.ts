import type { Decision } from '../../../domain/api/portal.ts';
import { institutionAsks } from '../../../domain/forms/institution-survey/asks.ts';
import {
  type InstitutionForm,
  type InstitutionHead,
  type InstitutionParticulars,
  institutionOf,
} from '../../../domain/forms/institution-survey/particulars.ts';
import type { Issue } from '../../../domain/languages/problem.ts';
import { questionnaireOf } from '../../../domain/survey/questionnaires.ts';
import type { KnownAsker } from '../../cases/asker.ts';
import { FieldsError, ForbiddenError } from '../../runtime/errors.ts';
import type { PortalDeps } from '../deps.ts';
import { requireFields } from './allowed-fields.ts';
import { requireDeputy } from './deputy.ts';
import type { Brought } from './particulars.ts';

/** A return opens questions that there are. @throws FieldsError */
const requireAsked = ({ fields = [] }: Decision, { form, about }: InstitutionHead): void => {
  const { questions } = questionnaireOf(institutionOf[form].group, about.questionnaire);
  const issues = fields.flatMap(({ path }, n): Issue[] =>
    questions.some(({ code }) => code === path)
      ? []
      : [{ path: ['fields', n, 'path'], message: 'not-correctable' }],
  );
  if (issues.length > 0) throw new FieldsError(issues);
};

/** Of a decision on an institution's answers: which questions are returned, each with its reason. Answers are sent by their own route. */
export const institutionParticulars = async (
  deps: PortalDeps,
  decision: Decision,
  { head, asker }: { head: InstitutionHead; asker: KnownAsker },
): Promise<Brought<InstitutionForm>> => {
  if (!Object.hasOwn(institutionAsks, decision.action))
    throw new FieldsError([{ path: ['action'], message: 'unknown-choice' }]);
  requireFields(decision, institutionAsks);
  await requireDeputy(deps, decision, head, asker);
  if (!asker.roles.includes('coordinator')) throw new ForbiddenError('other-role');
  requireAsked(decision, head);
  const { fields, comment } = decision;
  const particulars: InstitutionParticulars = fields
    ? { note: { fields, ...(comment && { text: comment }) } }
    : {};
  return { particulars, for: decision.for };
};
