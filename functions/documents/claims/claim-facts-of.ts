import { dateOf } from '../../../domain/calendar/due.ts';
import type { CalendarDate } from '../../../domain/calendar/period.ts';
import type { Note } from '../../../domain/forms/budget-application/note.ts';
import type { ProofParts } from '../../../domain/forms/proof-of-use/basis.ts';
import type { Claim } from '../../../domain/forms/proof-of-use/claim.ts';
import type { ProofHead } from '../../../domain/forms/proof-of-use/particulars.ts';
import { partsStated } from '../../../domain/forms/proof-of-use/proven.ts';
import type { ClaimFacts } from '../../../domain/notice/claim-facts.ts';
import { grantedApplication, grantedBasis } from '../../cases/grant-of.ts';
import { NotFoundError } from '../../runtime/errors.ts';
import { readNotes, readVersion } from '../../store/applications.ts';
import { readProofVersion } from '../../store/proofs.ts';
import type { DocumentsDeps } from '../deps.ts';
import { contactOf } from '../notices/contact-of.ts';

const NOTHING: ProofParts = { positions: [], training: 0, thirdParty: 0 };

/** What is recognised of each part: named with the claim or before the hearing, else what was stated, or nothing. */
const recognisedOf = (
  notes: readonly Note[],
  { about }: ProofHead,
  claim: Claim,
  stated: ProofParts,
): ProofParts => {
  const at = (n: number | undefined) => notes.find((note) => note.n === n)?.granted;
  return at(claim.note) ?? at(about.intended?.note) ?? (claim.recognised === 0 ? NOTHING : stated);
};

/**
 * Everything that the notice on a drafted claim says.
 * @param of.signatory who issues it; without, it is a draft
 */
export const claimFactsOf = async (
  deps: DocumentsDeps,
  head: ProofHead,
  { claim, ...of }: { claim: Claim; date: CalendarDate; signatory: string | undefined },
): Promise<ClaimFacts> => {
  const { store, registers, noticeTexts } = deps;
  const application = await grantedApplication(deps, head);
  const [county, texts, people, notes, answers, sent, granted] = await Promise.all([
    registers.county(),
    noticeTexts(),
    registers.people(),
    readNotes(store, head.id),
    readVersion(store, application.id, application.about.sent),
    head.about.sent > 0 ? readProofVersion(store, head.id, head.about.sent) : undefined,
    grantedBasis(deps, application),
  ]);
  const note = notes.find(({ n }) => n === claim.note);
  if (!answers || !note) throw new NotFoundError('the proof is gone');
  const stated = sent ? partsStated(sent.answers) : NOTHING;
  const { acted } = head.about;
  const responded = acted.findLast(({ action }) => action === 'respond');
  const { announced, approved } = application.about;
  return {
    ...of,
    county,
    texts,
    fileNumber: head.about.fileNumber,
    answers,
    grantedOn: approved ? dateOf(approved.at) : (announced?.sentOn ?? dateOf(application.createdAt)),
    basis: sent?.basis ?? granted,
    stated,
    recognised: recognisedOf(notes, head, claim, stated),
    claim,
    note,
    respondedOn: responded && dateOf(responded.at),
    contact: contactOf(note, people),
  };
};
