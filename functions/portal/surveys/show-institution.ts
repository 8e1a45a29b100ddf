import type { InstitutionFile } from '../../../domain/api/survey-rounds.ts';
import type { Note } from '../../../domain/forms/budget-application/note.ts';
import type { InstitutionAnswers } from '../../../domain/forms/institution-survey/answers.ts';
import type {
  InstitutionForm,
  InstitutionHead,
} from '../../../domain/forms/institution-survey/particulars.ts';
import type { Person } from '../../../domain/people/person.ts';
import { possibleActions } from '../../../domain/process/apply-act.ts';
import { processOf } from '../../../domain/submission/process-of.ts';
import { askerOf } from '../../cases/asker.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { readNotes } from '../../store/applications.ts';
import { readInstitutionVersion } from '../../store/institution-answers.ts';
import type { PortalDeps } from '../deps.ts';
import { earlierOf, institutionWriting, isWriting, openInstitution } from './read-institution.ts';

/** What is being written is the institution's alone; the coordinator sees what was sent. */
const answersFor = async ({ store }: PortalDeps, head: InstitutionHead, isOwn: boolean) => {
  if (isOwn && isWriting(head)) return institutionWriting(store, head);
  return head.about.sent > 0 ? readInstitutionVersion(store, head.id, head.about.sent) : undefined;
};

const returnsShown = (notes: readonly Note[], people: readonly Person[]): InstitutionFile['returns'] =>
  notes.toReversed().map(({ at, by, text, fields = [] }) => {
    const byName = 'person' in by ? people.find(({ id }) => id === by.person)?.name : undefined;
    return { at, ...(byName && { byName }), ...(text && { text }), fields };
  });

const unitOf = async ({ registers }: PortalDeps, { form, about }: InstitutionHead) => {
  const name =
    form === 'kita-survey'
      ? (await registers.kita(about.unit))?.name
      : (await registers.providerNames()).get(about.unit);
  return { id: about.unit, name: name ?? about.unit };
};

/** `GET /api/kita-surveys/{id}` and `GET /api/provider-surveys/{id}` */
export const showInstitution =
  (deps: PortalDeps, form: InstitutionForm): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    const { head, standing, isOwn } = await openInstitution(deps, asker, form, request.params.id);
    const [people, notes, unit, answers, earlier] = await Promise.all([
      deps.registers.people(),
      readNotes(deps.store, head.id),
      unitOf(deps, head),
      answersFor(deps, head, isOwn),
      earlierOf(deps.store, head),
    ]);
    const { round, year, questionnaire, until, saved, savedAt, savedBy, sent, reopened } = head.about;
    const by = people.find(({ id }) => id === savedBy)?.name;
    const body: InstitutionFile = {
      id: head.id,
      form,
      at: head.at,
      version: head.version,
      view: isOwn ? 'own' : 'office',
      ...{ round, year, unit, questionnaire, until, saved, sent },
      ...(isOwn && savedAt && { savedAt }),
      ...(isOwn && by && { savedBy: by }),
      ...(answers && { answers }),
      ...(earlier && {
        earlier: { year: earlier.year, answers: earlier.answers as InstitutionAnswers['answers'] },
      }),
      ...(reopened && { reopened }),
      returns: returnsShown(notes, people),
      actions: possibleActions(processOf(head), head.at, standing.roles),
    };
    return { body, headers: { etag: `"${saved}"` } };
  };
