import { isProven } from '../../../domain/amendments/may-amend.ts';
import { isOffered } from '../../../domain/amendments/offered.ts';
import type { Decision } from '../../../domain/api/portal.ts';
import { dateOf } from '../../../domain/calendar/due.ts';
import { budgetAsks } from '../../../domain/forms/budget-application/asks.ts';
import type {
  BudgetHead,
  BudgetParticulars,
  NewNote,
} from '../../../domain/forms/budget-application/particulars.ts';
import { resolvedConditions } from '../../../domain/forms/budget-application/resolved.ts';
import type { County } from '../../../domain/places/county.ts';
import { ConflictError, FieldsError, NotFoundError } from '../../runtime/errors.ts';
import { readNotes } from '../../store/applications.ts';
import { readHead } from '../../store/heads.ts';
import type { PortalDeps } from '../deps.ts';
import { requireFields } from './allowed-fields.ts';
import { requireCorrectable } from './correctable.ts';
import { requireDeputy } from './deputy.ts';
import { requireFourEyes } from './four-eyes.ts';
import { grantOf } from './grant.ts';
import type { ReadParticulars } from './particulars.ts';
import { requirePaymentsDone } from './proof-paid.ts';

const wrong = (path: string, message: string) => new FieldsError([{ path: [path], message }]);

const DECIDING = ['grant', 'partial', 'refuse'];

/**
 * The words that came with it; a decision always has a note, for it names its conditions there.
 * @param resolved the conditions that the committee wants
 */
const noteOf = (decision: Decision, { budget }: County, resolved: readonly string[]): NewNote | undefined => {
  const { action, comment, fields, granted } = decision;
  const grants = action === 'grant' || action === 'partial';
  const usual = grants ? [...budget.notice.conditions, ...resolved] : undefined;
  const conditions = decision.conditions ?? usual;
  if (grants && resolved.some((one) => !conditions?.includes(one)))
    throw wrong('conditions', 'resolved-conditions');
  if (!DECIDING.includes(action) && !comment && !fields) return undefined;
  return {
    ...(comment && { text: comment }),
    ...(fields && { fields }),
    ...(granted && { granted }),
    ...(conditions && { conditions }),
  };
};

/** What was looked at is what is approved: the document rendered for this person, today. */
const requireDocument = (head: BudgetHead, document: string | undefined, person: string, today: string) => {
  const { notice } = head.about;
  if (!notice || notice.sha256 !== document || notice.for !== person || notice.on !== today)
    throw new ConflictError('other-document', { version: head.version, at: head.at });
};

/** A day on which something was sent or came in: not in the future, not before the case was where it is. */
const requireDay = (
  path: 'sentOn' | 'receivedOn',
  day: string | undefined,
  head: BudgetHead,
  today: string,
) => {
  if (day === undefined) return;
  const { approved, announced } = head.about;
  const earliest =
    path === 'sentOn' ? dateOf(approved?.at ?? head.since) : (announced?.sentOn ?? dateOf(head.createdAt));
  if (day > today) throw wrong(path, 'date-future');
  if (day < earliest) throw wrong(path, 'date-too-early');
};

/** An allotment inside the county has no notice, and no other mode ends in one. */
const requireMode = (action: string, head: BudgetHead, { budget }: County) => {
  const isAllotment = budget.mode === 'allotment' && head.about.decision?.kind !== 'refuse';
  const fits = { allot: isAllotment, post: !isAllotment || head.at !== 'announce', notify: !isAllotment }[
    action
  ];
  if (fits === false) throw wrong('action', 'unknown-choice');
  if (action === 'notify' && !head.about.electronicNotice) throw new ConflictError('no-electronic-notice');
};

/** The conditions that the decision must name; read only where there can be some. */
const wantedConditions = async (
  { store }: PortalDeps,
  { id, about }: BudgetHead,
): Promise<readonly string[]> =>
  about.resolution?.outcome === 'changed'
    ? resolvedConditions(about.resolution, await readNotes(store, id))
    : [];

/** The grant that is amended, as it stands now: the write is conditional on it. */
const amendedOf = async (
  { store }: PortalDeps,
  { about, version, at }: BudgetHead,
): Promise<BudgetHead | undefined> => {
  if (!about.amends) return undefined;
  const grant = await readHead(store, about.amends.application);
  if (grant?.form !== 'budget-application') throw new NotFoundError('the grant is gone');
  // Proven meanwhile: what was released or came back is not committed once more.
  if (isProven(grant)) throw new ConflictError('not-granted', { version, at });
  return grant;
};

/**
 * What was paid ahead is settled with the first instalments. Where it is refused, or comes to less, nothing may be on its way any more
 * that would not be covered. @throws ConflictError
 */
const requireAdvancesCovered = async (deps: PortalDeps, head: BudgetHead): Promise<void> => {
  const { grant, decision } = head.about;
  const ahead = (grant?.instalments ?? []).reduce((sum, { amount }) => sum + amount, 0);
  if (ahead > 0 && decision && decision.amount < ahead) await requirePaymentsDone(deps, head, head);
};

const particularsOf = async (
  deps: PortalDeps,
  decision: Decision,
  head: BudgetHead,
  county: County,
): Promise<BudgetParticulars> => {
  const { action, voluntary, document, sentOn, receivedOn } = decision;
  return {
    note: noteOf(decision, county, await wantedConditions(deps, head)),
    ...(DECIDING.includes(action) && { decision: await grantOf(deps, head, decision) }),
    ...(action === 'retry' && { voluntary }),
    ...(action === 'approve' && { sha256: document, amended: await amendedOf(deps, head) }),
    sentOn,
    receivedOn,
  };
};

/** Of a decision on a budget application: what was said, granted, looked at, sent and received. */
export const budgetParticulars: ReadParticulars<'budget-application'> = async (
  deps,
  decision,
  { head, asker },
) => {
  const county = await deps.registers.county();
  const today = dateOf(deps.clock.now());
  // An application is sent, and corrected, by its own route only, which looks at what is sent.
  if (!Object.hasOwn(budgetAsks, decision.action) || !isOffered(head, decision.action))
    throw wrong('action', 'unknown-choice');
  requireFields(decision, budgetAsks);
  requireFourEyes(head, decision.action, asker, county);
  await requireDeputy(deps, decision, head, asker);
  await requireCorrectable(deps, decision, head);
  requireMode(decision.action, head, county);
  requireDay('sentOn', decision.sentOn, head, today);
  requireDay('receivedOn', decision.receivedOn, head, today);
  if (decision.action === 'approve') {
    requireDocument(head, decision.document, asker.id, today);
    await requireAdvancesCovered(deps, head);
  }
  return { particulars: await particularsOf(deps, decision, head, county), for: decision.for };
};
