import { dateOf } from '../../../domain/calendar/due.ts';
import { documentKey } from '../../../domain/files/keys.ts';
import type { Claim } from '../../../domain/forms/proof-of-use/claim.ts';
import { proofDeedsAgainst } from '../../../domain/forms/proof-of-use/four-eyes.ts';
import type { ProofHead } from '../../../domain/forms/proof-of-use/particulars.ts';
import { claimDocument } from '../../../domain/notice/claim-document.ts';
import type { Standing } from '../../../domain/people/asker.ts';
import type { KnownAsker } from '../../cases/asker.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { ApiAnswer } from '../../runtime/http/request.ts';
import { ConditionFailedError, changeHeadOf } from '../../store/heads.ts';
import { logged } from '../../store/log.ts';
import { hasRole } from '../../store/role-conditions.ts';
import type { DocumentsDeps } from '../deps.ts';
import { renderPdf } from '../render-pdf.ts';
import { claimFactsOf } from './claim-facts-of.ts';
import { linkToClaim } from './link-claim.ts';

/** Whether it can be approved now by this person: its document is more than a draft then. */
const mayApprove = async (
  { registers }: DocumentsDeps,
  head: ProofHead,
  asker: KnownAsker,
  { roles }: Standing,
) => {
  const { budget } = await registers.county();
  const isTurn = head.at === 'approval' && roles.includes('head');
  return isTurn && proofDeedsAgainst(asker, head, budget.separate).length === 0;
};

/** The claim that a document can be made of. @throws ConflictError */
const draftOf = ({ at, version, endedAt, about }: ProofHead): Claim => {
  if (endedAt) throw new ConflictError('ended', { version, at });
  if (!about.claim) throw new ConflictError('no-decision', { version, at });
  return about.claim;
};

/** Notes in the head what this person may approve today, and in the log that they were shown it; a draft is only logged. */
const record = async (
  { store, clock }: DocumentsDeps,
  seen: ProofHead,
  asker: KnownAsker,
  final: NonNullable<ProofHead['about']['notice']> | undefined,
): Promise<void> => {
  try {
    await changeHeadOf(store, 'proof-of-use', seen.id, (now) => {
      if (now.version !== seen.version)
        throw new ConflictError('faster', { version: now.version, at: now.at });
      const { notice } = now.about;
      if (
        notice &&
        final &&
        notice.sha256 === final.sha256 &&
        notice.for === final.for &&
        notice.on === final.on
      )
        return undefined;
      const what = final ? 'notice-rendered' : 'notice-drafted';
      const { head, with: writes } = logged(store, now, { at: clock.now(), by: { person: asker.id }, what });
      if (!final) return { head, with: writes };
      return {
        head: { ...head, about: { ...head.about, notice: final } },
        with: [...writes, hasRole(store, asker.id, 'head')],
      };
    });
  } catch (error) {
    throw error instanceof ConditionFailedError ? new ForbiddenError('forbidden') : error;
  }
};

/** What was approved is never rendered again: after an update of the program its bytes might be others. */
const approvedAnswer = async (deps: DocumentsDeps, head: ProofHead, sha256: string) => {
  const content = await deps.files.read(documentKey(head.id, sha256, 'pdf'));
  if (!content) throw new NotFoundError('the document is gone');
  return { sha256, url: await linkToClaim(deps, head, sha256), size: content.length, draft: false };
};

/**
 * `POST /api/submissions/{id}/notice` of a proof of use: renders the claim as it was drafted, for the one who asks and today, by the
 * same rules as the notice on an application.
 */
export const drawUpClaim = async (
  deps: DocumentsDeps,
  { asker, head, standing }: { asker: KnownAsker; head: ProofHead; standing: Standing },
): Promise<ApiAnswer> => {
  if (!standing.roles.some((role) => role === 'clerk' || role === 'head'))
    throw new ForbiddenError('other-role');
  const { approved } = head.about;
  if (approved) return { body: await approvedAnswer(deps, head, approved.sha256) };
  const claim = draftOf(head);
  const isFinal = await mayApprove(deps, head, asker, standing);
  const date = dateOf(deps.clock.now());
  const signatory = isFinal ? asker.person.name : undefined;
  const bytes = await renderPdf(claimDocument(await claimFactsOf(deps, head, { claim, date, signatory })));
  const { sha256 } = await deps.files.put(bytes, { submission: head.id, kind: 'pdf' });
  await record(deps, head, asker, isFinal ? { sha256, for: asker.id, on: date } : undefined);
  const url = await linkToClaim(deps, head, sha256, isFinal ? undefined : 'Entwurf');
  return { body: { sha256, url, size: bytes.length, draft: !isFinal } };
};
