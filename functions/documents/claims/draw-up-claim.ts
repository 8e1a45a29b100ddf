import type { Claim } from '../../../domain/forms/proof-of-use/claim.ts';
import type { ProofHead } from '../../../domain/forms/proof-of-use/particulars.ts';
import { claimDocument } from '../../../domain/notice/claim-document.ts';
import { ConflictError } from '../../runtime/errors.ts';
import type { ApiAnswer } from '../../runtime/http/request.ts';
import type { DocumentsDeps } from '../deps.ts';
import { type DrawnUpFor, drawUp } from '../notices/draw-up.ts';
import { claimFactsOf } from './claim-facts-of.ts';
import { linkToClaim } from './link-claim.ts';

/** The claim that a document can be made of. @throws ConflictError */
const draftOf = ({ at, version, endedAt, about }: ProofHead): Claim => {
  if (endedAt) throw new ConflictError('ended', { version, at });
  if (!about.claim) throw new ConflictError('no-decision', { version, at });
  return about.claim;
};

/** `POST /api/submissions/{id}/notice` of a proof of use: renders the claim as it was drafted, by the rules of every notice. */
export const drawUpClaim = (deps: DocumentsDeps, of: DrawnUpFor<ProofHead>): Promise<ApiAnswer> =>
  drawUp(deps, of, {
    by: ['clerk', 'head'],
    document: async (drawn) =>
      claimDocument(await claimFactsOf(deps, of.head, { claim: draftOf(of.head), ...drawn })),
    link: (sha256, { draft }) => linkToClaim(deps, of.head, sha256, draft ? 'Entwurf' : undefined),
  });
