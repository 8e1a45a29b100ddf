import type { DecisionDraft } from '../../../domain/forms/budget-application/about.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { noticeDocument } from '../../../domain/notice/notice-document.ts';
import type { Role } from '../../../domain/people/role.ts';
import { ConflictError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { drawUpClaim } from '../claims/draw-up-claim.ts';
import type { DocumentsDeps } from '../deps.ts';
import { linkTo } from '../link-to.ts';
import { openFile } from '../open-application.ts';
import { drawUp } from './draw-up.ts';
import { noticeFactsOf } from './notice-facts-of.ts';

/** Who works on decisions. Whoever only looks reads what was approved. */
const DRAWS_UP: readonly Role[] = ['clerk', 'coordinator', 'head'];

/** The decision that a document can be made of. @throws ConflictError */
const decisionOf = ({ at, version, endedAt, about }: BudgetHead): DecisionDraft => {
  if (endedAt) throw new ConflictError('ended', { version, at });
  if (!about.decision) throw new ConflictError('no-decision', { version, at });
  return about.decision;
};

/** `POST /api/submissions/{id}/notice`: renders the notice on the decision, or on the claim, as it stands. */
export const drawUpNotice =
  (deps: DocumentsDeps): RouteHandler =>
  async (request) => {
    const { asker, head, standing } = await openFile(deps, request);
    if (head.form === 'proof-of-use') return drawUpClaim(deps, { asker, head, standing });
    return drawUp(
      deps,
      { asker, head, standing },
      {
        by: DRAWS_UP,
        document: async (of) =>
          noticeDocument(await noticeFactsOf(deps, head, { decision: decisionOf(head), ...of })),
        link: (sha256, { draft }) => linkTo(deps, head, sha256, draft ? 'Bescheid-Entwurf' : 'Bescheid'),
      },
    );
  };
