import type * as z from 'zod/mini';
import type { submission } from '../../../domain/api/budget.ts';
import { standingOf } from '../../../domain/forms/behaviours.ts';
import { type InstitutionForm, institutionOf } from '../../../domain/forms/institution-survey/particulars.ts';
import { askerOf } from '../../cases/asker.ts';
import { decided } from '../../cases/decide.ts';
import { ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { ConditionFailedError, changeHeadOf } from '../../store/heads.ts';
import { putInstitutionVersion } from '../../store/institution-answers.ts';
import { hasRole } from '../../store/role-conditions.ts';
import type { PortalDeps } from '../deps.ts';
import { submissionAnswer } from '../submission-answer.ts';
import {
  institutionWriting,
  openInstitution,
  requireOwn,
  requireWriting,
  todayOf,
} from './read-institution.ts';
import { requireFitting, savedMeanwhile } from './save-institution.ts';

/** `POST /api/kita-surveys/{id}/submission` and the same of providers: the saved state becomes a version that never changes. */
export const submitInstitution =
  (deps: PortalDeps, form: InstitutionForm): RouteHandler =>
  async (request) => {
    const { saved } = request.body as z.infer<typeof submission>;
    const asker = await askerOf(deps, request);
    const { head: seen, standing, isOwn } = await openInstitution(deps, asker, form, request.params.id);
    requireOwn(isOwn);
    const county = await deps.registers.county();
    const at = deps.clock.now();
    const { role } = institutionOf[form];
    try {
      const head = await changeHeadOf(deps.store, form, seen.id, async (now) => {
        requireWriting(now, todayOf(deps));
        if (now.about.saved !== saved) throw await savedMeanwhile(deps, now);
        const given = await institutionWriting(deps.store, now);
        await requireFitting(deps, now, given, true);
        const action = now.at === 'corrections' ? 'correct' : 'submit';
        const change = decided(deps.store, now, {
          act: { kind: 'action', step: now.at, action, as: role },
          by: { person: asker.id },
          at,
          county,
          particulars: { sent: true },
        });
        return {
          ...change,
          with: [
            ...change.with,
            putInstitutionVersion(deps.store, now.id, now.about.sent + 1, given),
            hasRole(deps.store, asker.id, role),
          ],
        };
      });
      if (!head) throw new NotFoundError('the form is gone');
      return { body: await submissionAnswer(deps, head, asker, standingOf(asker, head) ?? standing) };
    } catch (error) {
      throw error instanceof ConditionFailedError ? new ForbiddenError('forbidden') : error;
    }
  };
