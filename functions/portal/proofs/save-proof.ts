import type { ProofOfUseDraft } from '../../../domain/forms/proof-of-use/answers.ts';
import type { ProofHead } from '../../../domain/forms/proof-of-use/particulars.ts';
import { changedUnnamed } from '../../../domain/forms/proof-of-use/reopened.ts';
import { canonicalText } from '../../../domain/submission/canonical.ts';
import { askerOf, openFor } from '../../cases/asker.ts';
import { ConflictError, FieldsError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { ConditionFailedError, changeHeadOf, type HeadChange } from '../../store/heads.ts';
import { putProofDraft, readProofDraft, readProofVersion } from '../../store/proofs.ts';
import { hasRole } from '../../store/role-conditions.ts';
import type { PortalDeps } from '../deps.ts';
import { seenState } from '../seen-state.ts';
import { isWriting } from './read-proof.ts';

/** How it stands now and who saved it, for the one whose state is old. */
export const savedMeanwhile = async (
  { registers }: PortalDeps,
  { about, at }: ProofHead,
): Promise<ConflictError> => {
  const by = (await registers.people()).find(({ id }) => id === about.savedBy)?.name;
  return new ConflictError('changed-meanwhile', { version: about.saved, at, ...(by && { by }) });
};

/** While a return is open, nothing but the named fields may differ from what was sent. @throws FieldsError */
export const requireNamed = async (
  { store }: PortalDeps,
  head: ProofHead,
  draft: ProofOfUseDraft,
): Promise<void> => {
  if (head.at !== 'queries') return;
  const sent = await readProofVersion(store, head.id, head.about.sent);
  const wrong = changedUnnamed(sent?.answers ?? {}, draft, head.about.reopened ?? []);
  if (wrong.length > 0)
    throw new FieldsError(wrong.map((path) => ({ path: path.split('.'), message: 'not-reopened' })));
};

const isSaved = async ({ store }: PortalDeps, { id }: ProofHead, draft: ProofOfUseDraft) =>
  canonicalText((await readProofDraft(store, id)) ?? {}) === canonicalText(draft);

/** @throws ForbiddenError for whoever lost the role meanwhile */
const save = async (
  deps: PortalDeps,
  id: string,
  change: (now: ProofHead) => Promise<HeadChange<ProofHead> | undefined>,
) => {
  try {
    return await changeHeadOf(deps.store, 'proof-of-use', id, change);
  } catch (error) {
    throw error instanceof ConditionFailedError ? new ForbiddenError('forbidden') : error;
  }
};

/**
 * `PUT /api/proofs-of-use/{id}`: several people of one provider write on one proof; who saves from an old state gets 409 and loses
 * nothing, for the page shows the difference.
 */
export const saveProof =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const draft = request.body as ProofOfUseDraft;
    const asker = await askerOf(deps, request);
    const { head: seen, standing } = await openFor(deps, asker, request.params.id);
    if (seen.form !== 'proof-of-use') throw new NotFoundError('no proof of use');
    if (!standing.roles.includes('provider')) throw new ForbiddenError('other-role');
    const from = seenState(request.ifMatch) ?? 0;
    const at = deps.clock.now();
    const head = await save(deps, seen.id, async (now) => {
      if (!isWriting(now)) throw new ConflictError('sent-already', { version: now.version, at: now.at });
      if (from !== now.about.saved) {
        // The same once more, because the answer to the first time was lost: nothing is to be done.
        if (await isSaved(deps, now, draft)) return undefined;
        throw await savedMeanwhile(deps, now);
      }
      await requireNamed(deps, now, draft);
      const saved = { saved: now.about.saved + 1, savedBy: asker.id, savedAt: at };
      return {
        head: { ...now, about: { ...now.about, ...saved } },
        with: [putProofDraft(deps.store, now.id, draft), hasRole(deps.store, asker.id, 'provider')],
      };
    });
    if (!head) throw new NotFoundError('the proof is gone');
    const { saved, savedAt = at } = head.about;
    return { body: { id: head.id, saved, savedAt }, headers: { etag: `"${saved}"` } };
  };
