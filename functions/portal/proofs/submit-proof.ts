import type * as z from 'zod/mini';
import type { submission } from '../../../domain/api/budget.ts';
import { standingOf } from '../../../domain/forms/behaviours.ts';
import { proofAnswersFor } from '../../../domain/forms/proof-of-use/answers.ts';
import type { ProofHead } from '../../../domain/forms/proof-of-use/particulars.ts';
import { netOf, partsStated } from '../../../domain/forms/proof-of-use/proven.ts';
import { askerOf, openFor } from '../../cases/asker.ts';
import { decided } from '../../cases/decide.ts';
import { grantedApplication, grantedBasis } from '../../cases/grant-of.ts';
import { ConflictError, FieldsError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import { issuesOf } from '../../runtime/http/parse-body.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { ConditionFailedError, changeHeadOf } from '../../store/heads.ts';
import { putProofVersion, type SentProof } from '../../store/proofs.ts';
import { hasRole } from '../../store/role-conditions.ts';
import type { PortalDeps } from '../deps.ts';
import { submissionAnswer } from '../submission-answer.ts';
import { isWriting, proofWriting } from './read-proof.ts';
import { requireNamed, savedMeanwhile } from './save-proof.ts';

/** The saved draft as it may be sent, with what it proves against. @throws FieldsError with everything that is wrong */
const checked = async (deps: PortalDeps, head: ProofHead): Promise<SentProof> => {
  const basis = await grantedBasis(deps, await grantedApplication(deps, head));
  const parsed = proofAnswersFor(basis).safeParse(await proofWriting(deps.store, head, basis));
  if (!parsed.success) throw new FieldsError(issuesOf(parsed.error));
  await requireNamed(deps, head, parsed.data);
  return { answers: parsed.data, basis };
};

/** `POST /api/proofs-of-use/{id}/submission`: the saved state becomes a version that never changes. */
export const submitProof =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const { saved } = request.body as z.infer<typeof submission>;
    const asker = await askerOf(deps, request);
    const { head: seen, standing } = await openFor(deps, asker, request.params.id);
    if (seen.form !== 'proof-of-use') throw new NotFoundError('no proof of use');
    if (!standing.roles.includes('provider')) throw new ForbiddenError('other-role');
    const county = await deps.registers.county();
    const at = deps.clock.now();
    try {
      const head = await changeHeadOf(deps.store, 'proof-of-use', seen.id, async (now) => {
        if (!isWriting(now)) throw new ConflictError('sent-already', { version: now.version, at: now.at });
        if (now.about.saved !== saved) throw await savedMeanwhile(deps, now);
        const sent = await checked(deps, now);
        const change = decided(deps.store, now, {
          act: {
            kind: 'action',
            step: now.at,
            action: now.at === 'queries' ? 'correct' : 'submit',
            as: 'provider',
          },
          by: { person: asker.id },
          at,
          county,
          particulars: {
            stated: netOf(partsStated(sent.answers)),
            electronicNotice: sent.answers.electronicNotice,
          },
        });
        return {
          ...change,
          with: [
            ...change.with,
            putProofVersion(deps.store, now.id, now.about.sent + 1, sent),
            hasRole(deps.store, asker.id, 'provider'),
          ],
        };
      });
      if (!head) throw new NotFoundError('the proof is gone');
      return { body: await submissionAnswer(deps, head, asker, standingOf(asker, head) ?? standing) };
    } catch (error) {
      throw error instanceof ConditionFailedError ? new ForbiddenError('forbidden') : error;
    }
  };
