import type { ApplicationFile } from '../../../domain/api/budget.ts';
import { totalOf } from '../../../domain/budget/amounts.ts';
import type { BudgetSettings } from '../../../domain/budget/settings.ts';
import { type View, viewOf } from '../../../domain/forms/budget-application/access.ts';
import type { BudgetApplicationDraft } from '../../../domain/forms/budget-application/draft.ts';
import { fileNumberOf } from '../../../domain/forms/budget-application/file-number.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { asTold, knowsDecision, toldOf } from '../../../domain/forms/budget-application/told.ts';
import { withoutOwnWords } from '../../../domain/forms/budget-application/without-own-words.ts';
import type { Person } from '../../../domain/people/person.ts';
import { possibleAdvances } from '../../cases/advances.ts';
import { askerOf, openFor } from '../../cases/asker.ts';
import { FieldsError, NotFoundError } from '../../runtime/errors.ts';
import type { ApiRequest, RouteHandler } from '../../runtime/http/request.ts';
import { readNotes, readVersion } from '../../store/applications.ts';
import { changeHead } from '../../store/heads.ts';
import { logged } from '../../store/log.ts';
import { amendmentParts } from '../amendments/amendment-parts.ts';
import { deedsShown } from '../deeds-shown.ts';
import type { PortalDeps } from '../deps.ts';
import { readWriting } from './read-writing.ts';

/** Which version somebody wants to see; none named is the latest. @throws FieldsError */
const wantedVersion = ({ query }: ApiRequest, sent: number): number => {
  if (query.version === undefined) return sent;
  const n = Number(query.version);
  if (!Number.isInteger(n) || n < 1 || n > sent)
    throw new FieldsError([{ path: ['version'], message: 'unknown-choice' }]);
  return n;
};

const isWriting = ({ at }: BudgetHead) => at === 'draft' || at === 'queries';

const answersFor = async (
  { store }: PortalDeps,
  head: BudgetHead,
  view: View,
  request: ApiRequest,
): Promise<BudgetApplicationDraft | undefined> => {
  if (view === 'own' && isWriting(head) && request.query.version === undefined)
    return readWriting(store, head);
  const version = wantedVersion(request, head.about.sent);
  const answers = version > 0 ? await readVersion(store, head.id, version) : undefined;
  if (!answers || view === 'own' || view === 'office') return answers;
  if (view === 'paper') return withoutOwnWords(answers);
  // A Kita sees what is asked for in its name: neither persons nor accounts.
  const { accountHolder: _holder, iban: _iban, signature: _by, provider, ...rest } = answers;
  const { contact: _contact, ...institution } = provider;
  return { ...rest, provider: institution };
};

const notesFor = async ({ store }: PortalDeps, head: BudgetHead, view: View, people: Person[]) => {
  if (view === 'paper' || view === 'kita') return [];
  const notes = await readNotes(store, head.id);
  const nameOf = (id: string | undefined) => people.find((one) => one.id === id)?.name;
  return toldOf(view, head, notes, ({ action }) => action).map((note) => {
    const byName = 'person' in note.by ? nameOf(note.by.person) : undefined;
    const forName = 'person' in note.by ? nameOf(note.by.for) : undefined;
    return { ...note, ...(byName && { byName }), ...(forName && { forName }) };
  });
};

const decidedParts = (head: BudgetHead, view: View, people: Person[]) => {
  const { about } = head;
  const knows = view === 'office' || view === 'paper' || knowsDecision(head);
  const approver = people.find(({ id }) => id === about.approved?.by)?.name;
  // Sessions are public: whoever signs is named in the notice, not in the paper.
  const isNamed = knows && view !== 'paper';
  return {
    ...(knows && about.decision && { decision: about.decision }),
    ...(knows && about.resolution && { resolution: about.resolution }),
    ...((view === 'office' || view === 'paper') && about.session && { session: about.session }),
    ...(isNamed && about.approved && { approved: { ...about.approved, by: approver ?? about.approved.by } }),
    ...(about.announced && { announced: about.announced }),
    ...(about.objectedOn && { objectedOn: about.objectedOn }),
    ...(about.waivedOn && { waivedOn: about.waivedOn }),
  };
};

const rulesOf = ({ mode, committeeAbove, hearingBeforeRefusal, notice }: BudgetSettings) => ({
  mode,
  committeeAbove,
  hearingBeforeRefusal,
  conditions: notice.conditions,
});

/** The provider sees all of its files, the office those of the version that it looks at. */
const attachmentsFor = ({ about }: BudgetHead, view: View, answers: BudgetApplicationDraft | undefined) => {
  if (view === 'own') return about.attachments;
  const named = view === 'office' ? (answers?.attachments ?? []) : [];
  return about.attachments.filter(({ id }) => named.includes(id));
};

/** What is paid ahead: its provider sees it too, what could be the office alone. */
const advanceParts = async (
  { store, registers, clock }: PortalDeps,
  head: BudgetHead,
  view: View,
): Promise<Pick<ApplicationFile, 'advances'>> => {
  if (view !== 'own' && view !== 'office') return {};
  if (head.about.grant && !head.endedAt) return { advances: { planned: true } };
  if (view === 'own') return {};
  const possible = await possibleAdvances(store, head, { at: clock.now(), county: await registers.county() });
  const [first] = possible;
  return first
    ? { advances: { planned: false, monthly: totalOf(first.amounts), months: possible.length } }
    : {};
};

const fileOf = async (
  deps: PortalDeps,
  head: BudgetHead,
  view: View,
  request: ApiRequest,
): Promise<ApplicationFile> => {
  const { registers } = deps;
  const { about } = head;
  const [people, kitas, providers, { budget }] = await Promise.all([
    registers.people(),
    registers.kitas(),
    registers.providerNames(),
    registers.county(),
  ]);
  const kitaOf = (id: string) => ({ id, name: kitas.find((kita) => kita.id === id)?.name ?? id });
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name;
  const savedBy = nameOf(about.savedBy);
  const answers = await answersFor(deps, head, view, request);
  return {
    id: head.id,
    view,
    at: head.at,
    version: head.version,
    provider: { id: about.provider, name: providers.get(about.provider) ?? about.provider },
    kitas: about.kitas.map(kitaOf),
    year: about.year,
    ...(about.purpose && { purpose: about.purpose }),
    fileNumber: fileNumberOf(head, budget),
    fullWeek: budget.fullWeek,
    saved: about.saved,
    ...(view === 'own' && { savedAt: about.savedAt, ...(savedBy && { savedBy }) }),
    sent: about.sent,
    ...(answers && { answers }),
    ...((view === 'own' || view === 'office') && about.reopened && { reopened: about.reopened }),
    notes: await notesFor(deps, head, view, people),
    cosigned: about.cosigned.map(({ kita, person, agrees, at }) => {
      const name = view === 'paper' ? undefined : nameOf(person);
      return { kita: kitaOf(kita), ...(name && { person: name }), agrees, at };
    }),
    attachments: attachmentsFor(head, view, answers),
    ...(view === 'office' && { money: about.money }),
    ...decidedParts(head, view, people),
    ...(about.continues && { continues: about.continues }),
    ...(await advanceParts(deps, head, view)),
    ...(await amendmentParts(deps, head, view)),
    acted: view === 'office' ? deedsShown(about.acted, people) : [],
    ...(view === 'office' && { rules: rulesOf(budget) }),
    unstaffed: view === 'office' ? about.unstaffed : [],
  };
};

/** `GET /api/budget-applications/{id}?version=`: whoever is not the provider leaves a trace in the log, and nothing else. */
export const showFile =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    const { head: seen, standing } = await openFor(deps, asker, request.params.id);
    if (seen.form !== 'budget-application') throw new NotFoundError('no application');
    const view = viewOf(standing);
    const body = await fileOf(deps, asTold(view, seen), view, request);
    if (view !== 'own')
      await changeHead(deps.store, seen.id, (now) =>
        logged(deps.store, now, {
          at: deps.clock.now(),
          by: { person: asker.id },
          what: 'answers-read',
        }),
      );
    return { body, headers: { etag: `"${seen.form === 'budget-application' ? seen.about.saved : 0}"` } };
  };
