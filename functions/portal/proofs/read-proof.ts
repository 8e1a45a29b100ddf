import { heldAgainst, type ProofOfUseDraft, prefilled } from '../../../domain/forms/proof-of-use/answers.ts';
import type { ProofBasis } from '../../../domain/forms/proof-of-use/basis.ts';
import type { ProofHead } from '../../../domain/forms/proof-of-use/particulars.ts';
import type { Store } from '../../store/client.ts';
import { readProofDraft, readProofVersion } from '../../store/proofs.ts';

/**
 * What a provider goes on writing: the saved state; before the first what was granted; a return begins with what was sent, for
 * what was saved for an earlier one and never sent would be in the way.
 */
export const proofWriting = async (
  store: Store,
  { id, at, since, about }: ProofHead,
  basis: ProofBasis,
): Promise<ProofOfUseDraft> => {
  const isNew = about.savedAt === undefined || (at === 'queries' && about.savedAt < since);
  if (!isNew) return heldAgainst((await readProofDraft(store, id)) ?? {}, basis);
  const sent = about.sent > 0 ? await readProofVersion(store, id, about.sent) : undefined;
  return sent?.answers ?? prefilled(basis);
};

/** Steps in which the provider writes. */
export const isWriting = ({ at }: ProofHead): boolean => at === 'filing' || at === 'queries';
