import { dateOf } from '../../../domain/calendar/due.ts';
import type { CalendarDate } from '../../../domain/calendar/period.ts';
import type { OfficeDocument } from '../../../domain/documents/document.ts';
import { documentKey } from '../../../domain/files/keys.ts';
import { isExcluded } from '../../../domain/forms/budget-application/four-eyes.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { proofDeedsAgainst } from '../../../domain/forms/proof-of-use/four-eyes.ts';
import type { ProofHead } from '../../../domain/forms/proof-of-use/particulars.ts';
import type { Standing } from '../../../domain/people/asker.ts';
import type { Role } from '../../../domain/people/role.ts';
import type { KnownAsker } from '../../cases/asker.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { ApiAnswer } from '../../runtime/http/request.ts';
import { ConditionFailedError, changeHead } from '../../store/heads.ts';
import { logged } from '../../store/log.ts';
import { hasRole } from '../../store/role-conditions.ts';
import type { DocumentsDeps } from '../deps.ts';
import { renderPdf } from '../render-pdf.ts';

/** Who asks for the document of which case. */
export interface DrawnUpFor<H extends BudgetHead | ProofHead> {
  asker: KnownAsker;
  head: H;
  standing: Standing;
}

/** What is drawn up: who may, what it says, and under which name it is saved. */
interface Drawn {
  by: readonly Role[];
  /** @throws ConflictError where nothing was decided that it could say */
  document: (of: { date: CalendarDate; signatory: string | undefined }) => Promise<OfficeDocument>;
  link: (sha256: string, of: { draft: boolean }) => Promise<string>;
}

/** Whether it can be approved now by this person: its document is more than a draft then. */
const mayApprove = async (
  { registers }: DocumentsDeps,
  { asker, head, standing: { roles } }: DrawnUpFor<BudgetHead | ProofHead>,
): Promise<boolean> => {
  if (head.at !== 'approval' || !roles.includes('head')) return false;
  const { separate } = (await registers.county()).budget;
  return head.form === 'proof-of-use'
    ? proofDeedsAgainst(asker, head, separate).length === 0
    : !isExcluded(asker, head.at, head.about.acted, separate);
};

type Noted = NonNullable<BudgetHead['about']['notice']>;

/**
 * Notes in the head what this person may approve today, and in the log that they were shown it. A draft is only logged: it
 * takes no approver's document away.
 */
const record = async (
  { store, clock }: DocumentsDeps,
  { head: seen, asker }: DrawnUpFor<BudgetHead | ProofHead>,
  final: Noted | undefined,
): Promise<void> => {
  try {
    await changeHead(store, seen.id, (now) => {
      if (now.form !== 'budget-application' && now.form !== 'proof-of-use') return undefined;
      // Nobody decided since: the document still goes with what the head says.
      if (now.version !== seen.version)
        throw new ConflictError('faster', { version: now.version, at: now.at });
      const { notice } = now.about;
      const isNoted = notice && final && notice.sha256 === final.sha256 && notice.for === final.for;
      if (isNoted && notice.on === final.on) return undefined;
      const noted = (final ? { ...now, about: { ...now.about, notice: final } } : now) as typeof now;
      const what = final ? 'notice-rendered' : 'notice-drafted';
      const change = logged(store, noted, { at: clock.now(), by: { person: asker.id }, what });
      return final ? { ...change, with: [...change.with, hasRole(store, asker.id, 'head')] } : change;
    });
  } catch (error) {
    throw error instanceof ConditionFailedError ? new ForbiddenError('forbidden') : error;
  }
};

/** What was approved is never rendered again: after an update of the program its bytes might be others. */
const approvedAnswer = async ({ files }: DocumentsDeps, id: string, sha256: string, { link }: Drawn) => {
  const content = await files.read(documentKey(id, sha256, 'pdf'));
  if (!content) throw new NotFoundError('the document is gone');
  return { sha256, url: await link(sha256, { draft: false }), size: content.length, draft: false };
};

/**
 * Draws up a notice as it was decided, for the one who asks and today. The same person gets the same bytes on the same day for the
 * same decision; what they may approve is noted in the head, whose next decision takes it away again.
 */
export const drawUp = async (
  deps: DocumentsDeps,
  of: DrawnUpFor<BudgetHead | ProofHead>,
  drawn: Drawn,
): Promise<ApiAnswer> => {
  const { asker, head, standing } = of;
  if (!standing.roles.some((role) => drawn.by.includes(role))) throw new ForbiddenError('other-role');
  const { approved } = head.about;
  if (approved) return { body: await approvedAnswer(deps, head.id, approved.sha256, drawn) };
  const isFinal = await mayApprove(deps, of);
  const date = dateOf(deps.clock.now());
  const signatory = isFinal ? asker.person.name : undefined;
  const bytes = await renderPdf(await drawn.document({ date, signatory }));
  const { sha256 } = await deps.files.put(bytes, { submission: head.id, kind: 'pdf' });
  await record(deps, of, isFinal ? { sha256, for: asker.id, on: date } : undefined);
  const url = await drawn.link(sha256, { draft: !isFinal });
  return { body: { sha256, url, size: bytes.length, draft: !isFinal } };
};
