import type { Decision } from '../../../domain/api/portal.ts';
import { dateOf } from '../../../domain/calendar/due.ts';
import type { NewNote } from '../../../domain/forms/budget-application/particulars.ts';
import { proofAsks } from '../../../domain/forms/proof-of-use/asks.ts';
import { proofDeedsAgainst } from '../../../domain/forms/proof-of-use/four-eyes.ts';
import type { ProofHead, ProofParticulars } from '../../../domain/forms/proof-of-use/particulars.ts';
import { paidOf } from '../../../domain/forms/proof-of-use/proof-money.ts';
import { isReturnable } from '../../../domain/forms/proof-of-use/reopened.ts';
import type { Issue } from '../../../domain/languages/problem.ts';
import type { Asker } from '../../../domain/people/asker.ts';
import type { County } from '../../../domain/places/county.ts';
import { grantedApplication } from '../../cases/grant-of.ts';
import { ConflictError, FieldsError, ForbiddenError } from '../../runtime/errors.ts';
import { readProofVersion } from '../../store/proofs.ts';
import type { PortalDeps } from '../deps.ts';
import { requireFields } from './allowed-fields.ts';
import { requireDeputy } from './deputy.ts';
import type { ReadParticulars } from './particulars.ts';
import { claimFor, intendedFor } from './proof-claim.ts';
import { requirePaymentsDone, requireProven, requireSamePaid } from './proof-paid.ts';

const wrong = (path: string, message: string) => new FieldsError([{ path: [path], message }]);

const noteOf = ({ comment, fields, granted }: Decision): NewNote | undefined =>
  comment || fields || granted
    ? { ...(comment && { text: comment }), ...(fields && { fields }), ...(granted && { granted }) }
    : undefined;

/** @throws ForbiddenError for whoever did what is kept apart from this step, or stands in for somebody who did */
export const requireProofEyes = (head: ProofHead, asker: Asker, { budget }: County): void => {
  if (proofDeedsAgainst(asker, head, budget.separate).length > 0) throw new ForbiddenError('four-eyes');
};

/** A return opens what was sent, and not which position is meant. @throws FieldsError */
const requireReturnable = async ({ store }: PortalDeps, { fields }: Decision, { id, about }: ProofHead) => {
  if (!fields) return;
  const sent = await readProofVersion(store, id, about.sent);
  const issues = fields.flatMap(({ path }, n): Issue[] =>
    isReturnable(path, sent?.answers ?? {})
      ? []
      : [{ path: ['fields', n, 'path'], message: 'not-correctable' }],
  );
  if (issues.length > 0) throw new FieldsError(issues);
};

/** What was looked at is what is approved: the document rendered for this person, today. */
const requireDocument = (
  { version, at, about }: ProofHead,
  document: string | undefined,
  person: string,
  today: string,
) => {
  const { notice } = about;
  if (!notice || notice.sha256 !== document || notice.for !== person || notice.on !== today)
    throw new ConflictError('other-document', { version, at });
};

/** More time to file is given while nothing was: what was sent is returned instead. @throws ConflictError */
const requireUnfiled = ({ version, at, about }: ProofHead): void => {
  if (about.sent > 0) throw new ConflictError('sent-already', { version, at });
};

/** Days lie neither in the future nor before what they are about; more time is given into the future. */
const requireDays = (
  { sentOn, receivedOn, fileBy }: Decision,
  { about, createdAt }: ProofHead,
  today: string,
) => {
  const earliest = about.announced?.sentOn ?? dateOf(createdAt);
  if (fileBy !== undefined && fileBy <= today) throw wrong('fileBy', 'date-past');
  if (sentOn !== undefined && sentOn > today) throw wrong('sentOn', 'date-future');
  if (sentOn !== undefined && about.approved && sentOn < dateOf(about.approved.at))
    throw wrong('sentOn', 'date-too-early');
  if (receivedOn !== undefined && receivedOn > today) throw wrong('receivedOn', 'date-future');
  if (receivedOn !== undefined && receivedOn < earliest) throw wrong('receivedOn', 'date-too-early');
};

/** Acts that move the grant's money, or rest on how much of it was paid. */
const ON_MONEY = [
  'accept-proof',
  'intend-claim',
  'intend-withdrawal',
  'claim',
  'approve',
  'remedy',
  'overturn',
  'money-back',
];

/**
 * With acceptance and the money that came back what was committed and never paid is released. And an approved claim says for good
 * what was paid: what is paid, or sent back by a bank, after it could neither be claimed nor settled.
 */
const SETTLING = ['accept-proof', 'approve', 'money-back'];

const moneyParts = async (
  deps: PortalDeps,
  decision: Decision,
  head: ProofHead,
  county: County,
): Promise<ProofParticulars> => {
  const { action } = decision;
  if (!ON_MONEY.includes(action)) return {};
  const application = await grantedApplication(deps, head);
  const paid = paidOf(application.about.money);
  if (action === 'accept-proof') requireProven(head, paid);
  if (action === 'approve' || action === 'money-back') requireSamePaid(head, paid);
  if (SETTLING.includes(action)) await requirePaymentsDone(deps, application, head);
  const facts = { deps, decision, head, paid, county };
  return {
    application,
    ...(action.startsWith('intend-') && { intended: await intendedFor(facts) }),
    ...(action === 'claim' && { claim: await claimFor(facts) }),
  };
};

/** Of a decision on a proof of use: what was said, recognised and claimed, looked at, sent and received. */
export const proofParticulars: ReadParticulars<'proof-of-use'> = async (deps, decision, { head, asker }) => {
  const county = await deps.registers.county();
  const today = dateOf(deps.clock.now());
  // A proof is sent, and corrected, by its own route only, which looks at what is sent.
  if (!Object.hasOwn(proofAsks, decision.action)) throw wrong('action', 'unknown-choice');
  requireFields(decision, proofAsks);
  requireProofEyes(head, asker, county);
  await requireDeputy(deps, decision, head, asker);
  await requireReturnable(deps, decision, head);
  requireDays(decision, head, today);
  if (decision.action === 'notify' && !head.about.electronicNotice)
    throw new ConflictError('no-electronic-notice');
  if (decision.action === 'extend') requireUnfiled(head);
  if (decision.action === 'approve') requireDocument(head, decision.document, asker.id, today);
  const { sentOn, receivedOn, fileBy, document, action } = decision;
  return {
    particulars: {
      ...(await moneyParts(deps, decision, head, county)),
      note: noteOf(decision),
      ...(action === 'approve' && { sha256: document }),
      sentOn,
      receivedOn,
      fileBy,
    },
    for: decision.for,
  };
};
