import type { Instant } from '../../domain/calendar/period.ts';
import { follow, type ParticularsOf, retentionMonthsOf } from '../../domain/forms/behaviours.ts';
import type { BudgetParticulars } from '../../domain/forms/budget-application/particulars.ts';
import type { SessionParticulars } from '../../domain/forms/committee-session/particulars.ts';
import { isInstitution } from '../../domain/forms/institution-survey/particulars.ts';
import type { PaymentParticulars } from '../../domain/forms/payment-order/particulars.ts';
import type { ProofParticulars } from '../../domain/forms/proof-of-use/particulars.ts';
import type { County } from '../../domain/places/county.ts';
import { type Act, applyAct, type Refusal } from '../../domain/process/apply-act.ts';
import { isPersonStep, ownEntry } from '../../domain/process/process.ts';
import type { Head, Owed } from '../../domain/submission/head.ts';
import type { Actor } from '../../domain/submission/log.ts';
import { nextHead, positionOf } from '../../domain/submission/next-head.ts';
import { processOf } from '../../domain/submission/process-of.ts';
import type { Store } from '../store/client.ts';
import type { HeadChange } from '../store/heads.ts';
import { logged } from '../store/log.ts';
import { owing } from '../store/owe.ts';
import type { Write } from '../store/transact.ts';
import { budgetWrites } from './budget-writes.ts';
import { institutionWrites } from './institution-writes.ts';
import { paymentWrites } from './payment-writes.ts';
import { proofWrites } from './proof-writes.ts';
import { sessionWrites } from './session-writes.ts';

/** The process does not allow this act here and now. */
export class RefusedError extends Error {
  override name = 'RefusedError';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

export interface Deed<H extends Head = Head> {
  act: Act;
  by: Actor;
  at: Instant;
  county: County;
  particulars?: ParticularsOf[H['form']];
  /** A code, for the log. */
  reason?: string | undefined;
  /** An id, for the log: the person who gets the case. */
  ref?: string | undefined;
}

const nameOf = (act: Act) =>
  act.kind === 'action' ? act.action : act.kind === 'result' ? act.outcome : 'date-missed';

/** The task that waits for a person follows the head, whoever moved it; a run step's own answer already does. */
const answerOwed = (before: Head, after: Head, act: Act): Record<string, Owed> => {
  const step = ownEntry(processOf(before).steps, before.at);
  const answersItself = act.kind === 'result' && !(step && isPersonStep(step));
  return answersItself || after.visit === before.visit
    ? {}
    : { [`answer-${before.visit}`]: { do: 'answer' } };
};

/**
 * What a form keeps beside its head: notes and money of a budget application and of its proof, agenda and resolutions of a
 * session, bookings of a payment order, what is returned of an institution's answers; a contact request's content comes otherwise.
 */
const writesOf = (
  store: Store,
  before: Head,
  after: Head,
  done: { at: Instant; by: Actor; county: County; act: Act; what: string; particulars?: unknown },
): Write[] => {
  if (before.form === 'budget-application' && after.form === 'budget-application')
    return budgetWrites(store, before, after, {
      ...done,
      particulars: done.particulars as BudgetParticulars,
    });
  if (before.form === 'payment-order' && after.form === 'payment-order')
    return paymentWrites(store, before, after, {
      ...done,
      particulars: done.particulars as PaymentParticulars,
    });
  if (before.form === 'proof-of-use' && after.form === 'proof-of-use')
    return proofWrites(store, before, after, {
      ...done,
      particulars: done.particulars as ProofParticulars | undefined,
    });
  if (isInstitution(after)) return institutionWrites(store, after, done);
  if (after.form === 'committee-session')
    return sessionWrites(store, after, done.particulars as SessionParticulars | undefined);
  return [];
};

/**
 * One act on one submission, as the change of its head: the pure model says what becomes of it, the log says who did it,
 * and what follows is owed. A person, a run step and the calendar all pass through here.
 * @throws RefusedError when the process does not allow it.
 */
export const decided = <H extends Head>(store: Store, before: H, deed: Deed<H>): Required<HeadChange<H>> => {
  const { act, by, at, county, ref, particulars } = deed;
  const applied = applyAct(processOf(before), positionOf(before), act, at);
  if (!applied.ok) throw new RefusedError(applied.refusal);
  const retentionMonths = retentionMonthsOf(before, county);
  const placed = nextHead(before, applied, { at, by, retentionMonths });
  const entry = logged(store, placed, {
    at,
    by,
    what: applied.moved ? nameOf(act) : 'reminded',
    from: before.at,
    to: placed.at,
    ...(ref && { ref }),
    ...(deed.reason && { reason: deed.reason }),
  });
  // After the entry, for the mails that are owed are named by it.
  const { head, owed } = follow(before, entry.head, act, {
    at,
    by,
    county,
    ...(particulars && { particulars }),
  });
  const done = { at, by, county, act, what: nameOf(act), particulars };
  return {
    head: owing(head, at, { ...answerOwed(before, head, act), ...owed }),
    with: [...entry.with, ...writesOf(store, before, head, done)],
  };
};
