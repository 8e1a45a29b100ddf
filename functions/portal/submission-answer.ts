import { isOffered } from '../../domain/amendments/offered.ts';
import type {
  BudgetSubmission,
  ContactSubmission,
  PaymentSubmission,
  ProofSubmission,
  SubmissionAnswer,
} from '../../domain/api/portal.ts';
import { dayBefore } from '../../domain/calendar/due.ts';
import { timeUsed } from '../../domain/calendar/turns.ts';
import { viewOf } from '../../domain/forms/budget-application/access.ts';
import { excludingDeeds } from '../../domain/forms/budget-application/four-eyes.ts';
import { asTold } from '../../domain/forms/budget-application/told.ts';
import { mayReadAll } from '../../domain/forms/contact-request/access.ts';
import { paymentDeedsAgainst } from '../../domain/forms/payment-order/four-eyes.ts';
import { proofDeedsAgainst } from '../../domain/forms/proof-of-use/four-eyes.ts';
import type { Asker, Standing } from '../../domain/people/asker.ts';
import { possibleActions } from '../../domain/process/apply-act.ts';
import { ownEntry } from '../../domain/process/process.ts';
import type { ContactHead, Head, HeadOf } from '../../domain/submission/head.ts';
import { processOf } from '../../domain/submission/process-of.ts';
import type { Registers } from '../cases/registers.ts';
import type { Clock } from '../runtime/local-parts.ts';
import type { Store } from '../store/client.ts';
import { readHead } from '../store/heads.ts';
import { deedsShown } from './deeds-shown.ts';
import { submissionItem } from './submission-item.ts';

type PlainForm = 'committee-session' | 'survey-round' | 'kita-survey' | 'provider-survey';

interface Parts {
  store: Store;
  registers: Registers;
  clock: Clock;
}

const common = async ({ registers }: Parts, head: Head) => ({
  ...(await submissionItem(registers, head)),
  processVersion: head.process.version,
  version: head.version,
});

const contentFor = (person: string, head: ContactHead, { roles }: Standing): ContactSubmission['content'] => {
  if (!roles.includes('social-worker')) return 'none';
  if (head.at === 'withdrawn' && !head.about.held) return 'none';
  return mayReadAll(person, head) ? 'all' : 'own';
};

const contactAnswer = async (
  parts: Parts,
  head: ContactHead,
  asker: Asker,
  standing: Standing,
): Promise<ContactSubmission> => {
  const { about, form } = head;
  return {
    ...(await common(parts, head)),
    form,
    actions: possibleActions(processOf(head), head.at, standing.roles),
    content: contentFor(asker.id, head, standing),
    language: about.language,
    consentAsked: about.consentAskedBy !== undefined,
    blocked: about.blocked,
    held: about.held,
    ...(about.outcome && { outcome: about.outcome }),
    ...(head.deleteAt && !about.held && { deleteOn: dayBefore(head.deleteAt) }),
  };
};

/** What the step's role may do, apart from what is possible at any time, is what four eyes look at. */
const barredOf = (
  head: HeadOf<'budget-application'>,
  possible: readonly string[],
  asker: Asker,
  separate: [string, string][],
) => {
  const { anytime } = processOf(head);
  const looked = possible.filter((action) => ownEntry(anytime, action) === undefined);
  const deeds = looked.length > 0 ? excludingDeeds(asker, head.at, head.about.acted, separate) : [];
  return { barred: deeds.length > 0 ? looked : [], deeds };
};

const budgetAnswer = async (
  parts: Parts,
  head: HeadOf<'budget-application'>,
  asker: Asker,
  standing: Standing,
): Promise<BudgetSubmission> => {
  const { about, form } = head;
  const [{ budget }, people] = await Promise.all([parts.registers.county(), parts.registers.people()]);
  const possible = possibleActions(processOf(head), head.at, standing.roles).filter((action) =>
    isOffered(head, action),
  );
  const { barred, deeds } = barredOf(head, possible, asker, budget.separate);
  return {
    ...(await common(parts, asTold(viewOf(standing), head))),
    form,
    actions: possible.filter((action) => !barred.includes(action)),
    barred,
    barredBy: deedsShown(deeds, people),
    used: timeUsed(about.turns, parts.clock.now()),
    ...(head.deleteAt && { deleteOn: dayBefore(head.deleteAt) }),
  };
};

const paymentAnswer = async (
  parts: Parts,
  head: HeadOf<'payment-order'>,
  asker: Asker,
  standing: Standing,
): Promise<PaymentSubmission> => {
  const [{ budget }, people, application] = await Promise.all([
    parts.registers.county(),
    parts.registers.people(),
    readHead(parts.store, head.about.application),
  ]);
  const payee = application?.form === 'budget-application' ? application.about.grant?.payee : undefined;
  const possible = possibleActions(processOf(head), head.at, standing.roles);
  const deeds = possible.length > 0 ? paymentDeedsAgainst(asker, head, payee, budget.separate) : [];
  const barred = deeds.length > 0 ? possible : [];
  return {
    ...(await common(parts, head)),
    form: head.form,
    actions: possible.filter((action) => !barred.includes(action)),
    barred,
    barredBy: deedsShown(deeds, people),
    ...(head.deleteAt && { deleteOn: dayBefore(head.deleteAt) }),
  };
};

/** Of a form that keeps nobody apart: what the process lets this role do. */
const plainAnswer = async (
  parts: Parts,
  head: HeadOf<PlainForm>,
  standing: Standing,
): Promise<SubmissionAnswer> => ({
  ...(await common(parts, head)),
  form: head.form,
  actions: possibleActions(processOf(head), head.at, standing.roles),
  ...(head.deleteAt && { deleteOn: dayBefore(head.deleteAt) }),
});

const proofAnswer = async (
  parts: Parts,
  head: HeadOf<'proof-of-use'>,
  asker: Asker,
  standing: Standing,
): Promise<ProofSubmission> => {
  const { about, form } = head;
  const [{ budget }, people] = await Promise.all([parts.registers.county(), parts.registers.people()]);
  const possible = possibleActions(processOf(head), head.at, standing.roles);
  const deeds = possible.length > 0 ? proofDeedsAgainst(asker, head, budget.separate) : [];
  return {
    ...(await common(parts, head)),
    form,
    actions: deeds.length > 0 ? [] : possible,
    barred: deeds.length > 0 ? possible : [],
    barredBy: deedsShown(deeds, people),
    used: timeUsed(about.turns, parts.clock.now()),
    ...(head.deleteAt && { deleteOn: dayBefore(head.deleteAt) }),
  };
};

/** A submission with what the one who asks may do and read. */
export const submissionAnswer = (
  parts: Parts,
  head: Head,
  asker: Asker,
  standing: Standing,
): Promise<SubmissionAnswer> => {
  if (head.form === 'contact-request') return contactAnswer(parts, head, asker, standing);
  if (head.form === 'payment-order') return paymentAnswer(parts, head, asker, standing);
  if (head.form === 'proof-of-use') return proofAnswer(parts, head, asker, standing);
  return head.form === 'budget-application'
    ? budgetAnswer(parts, head, asker, standing)
    : plainAnswer(parts, head, standing);
};
