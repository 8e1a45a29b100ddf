import { dateOf } from '../../../domain/calendar/due.ts';
import { documentKey } from '../../../domain/files/keys.ts';
import type { DecisionDraft } from '../../../domain/forms/budget-application/about.ts';
import { isExcluded } from '../../../domain/forms/budget-application/four-eyes.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { noticeDocument } from '../../../domain/notice/notice-document.ts';
import type { Standing } from '../../../domain/people/asker.ts';
import type { Role } from '../../../domain/people/role.ts';
import type { KnownAsker } from '../../cases/asker.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { ConditionFailedError, changeHeadOf } from '../../store/heads.ts';
import { logged } from '../../store/log.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { drawUpClaim } from '../claims/draw-up-claim.ts';
import type { DocumentsDeps } from '../deps.ts';
import { linkTo } from '../link-to.ts';
import { openFile } from '../open-application.ts';
import { renderPdf } from '../render-pdf.ts';
import { noticeFactsOf } from './notice-facts-of.ts';

/** Who works on decisions. Whoever only looks reads what was approved. */
const DRAWS_UP: readonly Role[] = ['clerk', 'coordinator', 'head'];

/** Whether it can be approved now by this person: its document is more than a draft then. */
const mayApprove = async (
  { registers }: DocumentsDeps,
  { at, about }: BudgetHead,
  asker: KnownAsker,
  { roles }: Standing,
): Promise<boolean> => {
  const { budget } = await registers.county();
  return at === 'approval' && roles.includes('head') && !isExcluded(asker, at, about.acted, budget.separate);
};

/** The decision that a document can be made of. @throws ConflictError */
const decisionOf = ({ at, version, endedAt, about }: BudgetHead): DecisionDraft => {
  if (endedAt) throw new ConflictError('ended', { version, at });
  if (!about.decision) throw new ConflictError('no-decision', { version, at });
  return about.decision;
};

/** Nobody decided since: the document still goes with what the head says. */
const requireSame = (now: BudgetHead, seen: BudgetHead): void => {
  if (now.version !== seen.version) throw new ConflictError('faster', { version: now.version, at: now.at });
};

/**
 * Notes in the head what this person may approve today, and in the log that they were shown it. A draft is only logged: it
 * takes no approver's document away.
 */
const record = async (
  { store, clock }: DocumentsDeps,
  seen: BudgetHead,
  asker: KnownAsker,
  final: NonNullable<BudgetHead['about']['notice']> | undefined,
): Promise<void> => {
  try {
    await changeHeadOf(store, 'budget-application', seen.id, (now) => {
      requireSame(now, seen);
      const { notice } = now.about;
      const isNoted = notice && final && notice.sha256 === final.sha256 && notice.for === final.for;
      if (isNoted && notice.on === final.on) return undefined;
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
const approvedAnswer = async (deps: DocumentsDeps, head: BudgetHead, sha256: string) => {
  const content = await deps.files.read(documentKey(head.id, sha256, 'pdf'));
  if (!content) throw new NotFoundError('the document is gone');
  return { sha256, url: await linkTo(deps, head, sha256, 'Bescheid'), size: content.length, draft: false };
};

/**
 * `POST /api/submissions/{id}/notice`: renders the notice on the decision as it stands, for the one who asks and today. The
 * same person gets the same bytes on the same day for the same decision; what they may approve is noted in the head, whose
 * next decision takes it away again.
 */
export const drawUpNotice =
  (deps: DocumentsDeps): RouteHandler =>
  async (request) => {
    const { asker, head, standing } = await openFile(deps, request);
    if (head.form === 'proof-of-use') return drawUpClaim(deps, { asker, head, standing });
    if (!standing.roles.some((role) => DRAWS_UP.includes(role))) throw new ForbiddenError('other-role');
    const { approved } = head.about;
    if (approved) return { body: await approvedAnswer(deps, head, approved.sha256) };
    const decision = decisionOf(head);
    const isFinal = await mayApprove(deps, head, asker, standing);
    const date = dateOf(deps.clock.now());
    const signatory = isFinal ? asker.person.name : undefined;
    const bytes = await renderPdf(
      noticeDocument(await noticeFactsOf(deps, head, { decision, date, signatory })),
    );
    const { sha256 } = await deps.files.put(bytes, { submission: head.id, kind: 'pdf' });
    await record(deps, head, asker, isFinal ? { sha256, for: asker.id, on: date } : undefined);
    const url = await linkTo(deps, head, sha256, isFinal ? 'Bescheid' : 'Bescheid-Entwurf');
    return { body: { sha256, url, size: bytes.length, draft: !isFinal } };
  };
