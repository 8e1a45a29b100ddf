import type { ProofFile } from '../../../domain/api/proof.ts';
import type { Note } from '../../../domain/forms/budget-application/note.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { proofToldOf } from '../../../domain/forms/proof-of-use/access.ts';
import type { ProofOfUseDraft } from '../../../domain/forms/proof-of-use/answers.ts';
import type { ProofBasis, ProofParts } from '../../../domain/forms/proof-of-use/basis.ts';
import type { ProofHead } from '../../../domain/forms/proof-of-use/particulars.ts';
import { paidOf } from '../../../domain/forms/proof-of-use/proof-money.ts';
import { netOf, partsStated, reconcile } from '../../../domain/forms/proof-of-use/proven.ts';
import type { Standing } from '../../../domain/people/asker.ts';
import type { Person } from '../../../domain/people/person.ts';
import { askerOf, openFor } from '../../cases/asker.ts';
import { grantedApplication, grantedBasis } from '../../cases/grant-of.ts';
import { FieldsError, NotFoundError } from '../../runtime/errors.ts';
import type { ApiRequest, RouteHandler } from '../../runtime/http/request.ts';
import { readNotes } from '../../store/applications.ts';
import { changeHead } from '../../store/heads.ts';
import { logged } from '../../store/log.ts';
import { readProofVersion, type SentProof } from '../../store/proofs.ts';
import { deedsShown } from '../deeds-shown.ts';
import type { PortalDeps } from '../deps.ts';
import { claimRules } from './claim-rules.ts';
import { isWriting, proofWriting } from './read-proof.ts';

const isOwn = ({ roles }: Standing) => roles.includes('provider');

/** Which version somebody wants to see; none named is the latest. @throws FieldsError */
const wantedVersion = ({ query }: ApiRequest, sent: number): number => {
  if (query.version === undefined) return sent;
  const n = Number(query.version);
  if (!Number.isInteger(n) || n < 1 || n > sent)
    throw new FieldsError([{ path: ['version'], message: 'unknown-choice' }]);
  return n;
};

interface Shown {
  answers?: ProofOfUseDraft | undefined;
  basis: ProofBasis;
}

const shownTo = async (
  deps: PortalDeps,
  head: ProofHead,
  { standing, request, basis }: { standing: Standing; request: ApiRequest; basis: ProofBasis },
): Promise<Shown> => {
  if (isOwn(standing) && isWriting(head) && request.query.version === undefined)
    return { basis, answers: await proofWriting(deps.store, head, basis) };
  const n = wantedVersion(request, head.about.sent);
  const sent: SentProof | undefined = n > 0 ? await readProofVersion(deps.store, head.id, n) : undefined;
  return sent ?? { basis };
};

const notesFor = (notes: readonly Note[], head: ProofHead, standing: Standing, people: readonly Person[]) => {
  const nameOf = (id: string | undefined) => people.find((one) => one.id === id)?.name;
  return proofToldOf(standing, head, notes, ({ action }) => action).map((note) => {
    const byName = 'person' in note.by ? nameOf(note.by.person) : undefined;
    const forName = 'person' in note.by ? nameOf(note.by.for) : undefined;
    return { ...note, ...(byName && { byName }), ...(forName && { forName }) };
  });
};

/** What the office recognises of each part, as far as the one who asks may know it. */
const recognisedOf = (
  notes: readonly Note[],
  { about }: ProofHead,
  standing: Standing,
): ProofParts | undefined => {
  const knowsClaim = !isOwn(standing) || about.announced !== undefined;
  const n = (knowsClaim ? about.claim?.note : undefined) ?? about.intended?.note;
  return notes.find((note) => note.n === n)?.granted;
};

const claimParts = (head: ProofHead, standing: Standing, people: readonly Person[]) => {
  const { intended, claim, approved, announced, objectedOn, waivedOn, repaid, result } = head.about;
  const knows = !isOwn(standing) || announced !== undefined;
  const approver = people.find(({ id }) => id === approved?.by)?.name;
  return {
    ...(intended && { intended }),
    ...(knows && claim && { claim }),
    ...(knows && approved && { approved: { ...approved, by: approver ?? approved.by } }),
    ...(announced && { announced }),
    ...(objectedOn && { objectedOn }),
    ...(waivedOn && { waivedOn }),
    ...(!isOwn(standing) && repaid && { repaid }),
    ...(result && { result }),
  };
};

/** The Kitas that have left the grant, by name, in the order of their days. */
const leftParts = async ({ registers }: PortalDeps, { about }: BudgetHead): Promise<ProofFile['left']> => {
  const left = (about.amended ?? []).flatMap((one) => one.left ?? []);
  if (left.length === 0) return [];
  const names = new Map((await registers.kitas()).map(({ id, name }) => [id, name]));
  return left.map(({ kita, on }) => ({ kita: { id: kita, name: names.get(kita) ?? kita }, on }));
};

const writtenParts = (head: ProofHead, people: readonly Person[]) => {
  const { savedAt, savedBy } = head.about;
  const name = people.find(({ id }) => id === savedBy)?.name;
  return { ...(savedAt && { savedAt }), ...(name && { savedBy: name }) };
};

const fileOf = async (
  deps: PortalDeps,
  head: ProofHead,
  standing: Standing,
  request: ApiRequest,
): Promise<ProofFile> => {
  const { registers, store } = deps;
  const application = await grantedApplication(deps, head);
  const [people, providers, notes, granted] = await Promise.all([
    registers.people(),
    registers.providerNames(),
    readNotes(store, head.id),
    grantedBasis(deps, application),
  ]);
  const { answers, basis } = await shownTo(deps, head, { standing, request, basis: granted });
  const stated = partsStated(answers ?? {});
  const paid = head.about.claim?.paid ?? paidOf(application.about.money);
  const { about } = head;
  const recognised = recognisedOf(notes, head, standing);
  return {
    id: head.id,
    view: isOwn(standing) ? 'own' : 'office',
    at: head.at,
    version: head.version,
    application: application.id,
    provider: { id: about.provider, name: providers.get(about.provider) ?? about.provider },
    year: about.year,
    ...(about.purpose && { purpose: about.purpose }),
    fileNumber: about.fileNumber,
    fileBy: about.fileBy,
    ...(about.closedOn && { closedOn: about.closedOn }),
    left: await leftParts(deps, application),
    saved: about.saved,
    ...(isOwn(standing) && writtenParts(head, people)),
    sent: about.sent,
    ...(answers && { answers }),
    basis,
    paid,
    stated: netOf(stated),
    reconciliation: reconcile(basis, { paid, stated, recognised }),
    ...(about.reopened && { reopened: about.reopened }),
    ...(about.answerBy && { answerBy: about.answerBy }),
    electronicNotice: about.electronicNotice ?? false,
    notes: notesFor(notes, head, standing, people),
    ...claimParts(head, standing, people),
    acted: isOwn(standing) ? [] : deedsShown(about.acted, people),
    ...(!isOwn(standing) && { rules: await claimRules(deps, head) }),
  };
};

/** `GET /api/proofs-of-use/{id}?version=`: the office leaves a trace in the log, once there is something to read. */
export const showProof =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    const { head, standing } = await openFor(deps, asker, request.params.id);
    if (head.form !== 'proof-of-use') throw new NotFoundError('no proof of use');
    const body = await fileOf(deps, head, standing, request);
    if (!isOwn(standing) && head.about.sent > 0)
      await changeHead(deps.store, head.id, (now) =>
        logged(deps.store, now, {
          at: deps.clock.now(),
          by: { person: asker.id },
          what: 'answers-read',
        }),
      );
    return { body, headers: { etag: `"${head.about.saved}"` } };
  };
