import {
  changedUnnamed,
  type InstitutionAnswers,
  institutionIssues,
} from '../../../domain/forms/institution-survey/answers.ts';
import {
  type InstitutionForm,
  type InstitutionHead,
  institutionOf,
} from '../../../domain/forms/institution-survey/particulars.ts';
import { canonicalText } from '../../../domain/submission/canonical.ts';
import { askerOf } from '../../cases/asker.ts';
import { ConflictError, FieldsError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { ConditionFailedError, changeHeadOf } from '../../store/heads.ts';
import {
  putInstitutionDraft,
  readInstitutionDraft,
  readInstitutionVersion,
} from '../../store/institution-answers.ts';
import { hasRole } from '../../store/role-conditions.ts';
import type { PortalDeps } from '../deps.ts';
import { seenState } from '../seen-state.ts';
import {
  earlierOf,
  openInstitution,
  questionnaireFor,
  requireOwn,
  requireWriting,
  todayOf,
} from './read-institution.ts';

/** How it stands now and who saved it, for the one whose state is old. */
export const savedMeanwhile = async ({ registers }: PortalDeps, { about, at }: InstitutionHead) => {
  const by = (await registers.people()).find(({ id }) => id === about.savedBy)?.name;
  return new ConflictError('changed-meanwhile', { version: about.saved, at, ...(by && { by }) });
};

/** The answers fit the questionnaire; while a return is open, nothing but the named questions differs from what was sent. @throws FieldsError */
export const requireFitting = async (
  { store }: PortalDeps,
  head: InstitutionHead,
  given: InstitutionAnswers,
  whole: boolean,
): Promise<void> => {
  const earlier = (await earlierOf(store, head))?.answers ?? {};
  const issues = institutionIssues(questionnaireFor(head), given, { earlier, whole });
  if (issues.length > 0) throw new FieldsError(issues);
  if (head.at !== 'corrections') return;
  const sent = await readInstitutionVersion(store, head.id, head.about.sent);
  const wrong = changedUnnamed(sent?.answers ?? {}, given.answers, head.about.reopened ?? []);
  if (wrong.length > 0)
    throw new FieldsError(wrong.map((code) => ({ path: ['answers', code], message: 'not-reopened' })));
};

const isSaved = async ({ store }: PortalDeps, { id }: InstitutionHead, given: InstitutionAnswers) =>
  canonicalText((await readInstitutionDraft(store, id)) ?? {}) === canonicalText(given);

/** `PUT /api/kita-surveys/{id}` and `PUT /api/provider-surveys/{id}`: several people of one institution write; who saves from an old state gets 409. */
export const saveInstitution =
  (deps: PortalDeps, form: InstitutionForm): RouteHandler =>
  async (request) => {
    const given = request.body as InstitutionAnswers;
    const asker = await askerOf(deps, request);
    const { head: seen, isOwn } = await openInstitution(deps, asker, form, request.params.id);
    requireOwn(isOwn);
    const from = seenState(request.ifMatch) ?? 0;
    const at = deps.clock.now();
    const { role } = institutionOf[form];
    try {
      const head = await changeHeadOf(deps.store, form, seen.id, async (now) => {
        requireWriting(now, todayOf(deps));
        if (from !== now.about.saved) {
          // The same once more, because the answer to the first time was lost: nothing is to be done.
          if (await isSaved(deps, now, given)) return undefined;
          throw await savedMeanwhile(deps, now);
        }
        await requireFitting(deps, now, given, false);
        const saved = { saved: now.about.saved + 1, savedBy: asker.id, savedAt: at };
        return {
          head: { ...now, about: { ...now.about, ...saved } },
          with: [putInstitutionDraft(deps.store, now.id, given), hasRole(deps.store, asker.id, role)],
        };
      });
      if (!head) throw new NotFoundError('the form is gone');
      const { saved, savedAt = at } = head.about;
      return { body: { id: head.id, saved, savedAt }, headers: { etag: `"${saved}"` } };
    } catch (error) {
      throw error instanceof ConditionFailedError ? new ForbiddenError('forbidden') : error;
    }
  };
