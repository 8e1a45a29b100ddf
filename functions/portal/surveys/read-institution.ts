import { dateOf } from '../../../domain/calendar/due.ts';
import { type InstitutionAnswers, stillAsked } from '../../../domain/forms/institution-survey/answers.ts';
import {
  type InstitutionForm,
  type InstitutionHead,
  institutionOf,
} from '../../../domain/forms/institution-survey/particulars.ts';
import type { SurveyAnswers } from '../../../domain/survey/answers.ts';
import { questionnaireOf } from '../../../domain/survey/questionnaires.ts';
import { type KnownAsker, openFor } from '../../cases/asker.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { Store } from '../../store/client.ts';
import { readHead } from '../../store/heads.ts';
import { readInstitutionDraft, readInstitutionVersion } from '../../store/institution-answers.ts';
import type { PortalDeps } from '../deps.ts';

export const questionnaireFor = ({ form, about }: InstitutionHead) =>
  questionnaireOf(institutionOf[form].group, about.questionnaire);

/** The answers of one of these forms. @throws NotFoundError for another form, or what is not theirs */
export const openInstitution = async (
  deps: PortalDeps,
  asker: KnownAsker,
  form: InstitutionForm,
  id: string | undefined,
) => {
  const { head, standing } = await openFor(deps, asker, id);
  if (head.form !== form) throw new NotFoundError(`no ${form}`);
  return {
    head: head as InstitutionHead,
    standing,
    isOwn: standing.roles.includes(institutionOf[form].role),
  };
};

/** What was accepted in the round before, as far as it is still asked: this one begins with it. */
export const earlierOf = async (
  store: Store,
  head: InstitutionHead,
): Promise<{ year: number; answers: SurveyAnswers } | undefined> => {
  const { previous } = head.about;
  const before = previous && (await readHead(store, previous));
  if (!before || before.form !== head.form) return undefined;
  const { about } = before as InstitutionHead;
  const sent = await readInstitutionVersion(store, before.id, about.sent);
  return sent && { year: about.year, answers: stillAsked(questionnaireFor(head), sent.answers) };
};

/** Steps in which the institution writes. */
export const isWriting = ({ at }: InstitutionHead): boolean => at === 'fill' || at === 'corrections';

/** Nobody sends after the last day, whether the calendar has noticed or not; what was returned is corrected all the same. */
export const requireWriting = (now: InstitutionHead, today: string): void => {
  const current = { version: now.version, at: now.at };
  if (now.at === 'missed' || (now.at === 'fill' && today > now.about.until))
    throw new ConflictError('survey-ended', current);
  if (!isWriting(now)) throw new ConflictError('survey-answered', current);
};

export const todayOf = ({ clock }: PortalDeps) => dateOf(clock.now());

/**
 * What an institution goes on writing: the saved state; before the first what was answered in the round before, to be looked at; a
 * return begins with what was sent.
 */
export const institutionWriting = async (
  store: Store,
  head: InstitutionHead,
): Promise<InstitutionAnswers> => {
  const { id, at, since, about } = head;
  const isNew = about.savedAt === undefined || (at === 'corrections' && about.savedAt < since);
  if (!isNew) return (await readInstitutionDraft(store, id)) ?? { answers: {} };
  if (about.sent > 0) return (await readInstitutionVersion(store, id, about.sent)) ?? { answers: {} };
  // What is stored holds no readonly lists.
  return { answers: { ...(await earlierOf(store, head))?.answers } as InstitutionAnswers['answers'] };
};

/** @throws ForbiddenError for whoever is not of the institution */
export const requireOwn = (isOwn: boolean): void => {
  if (!isOwn) throw new ForbiddenError('other-role');
};
