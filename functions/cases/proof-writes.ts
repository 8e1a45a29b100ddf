import { retentionEnds } from '../../domain/calendar/due.ts';
import { retentionMonthsOf } from '../../domain/forms/behaviours.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { afterProof } from '../../domain/forms/proof-of-use/after-proof.ts';
import type { ProofHead, ProofParticulars } from '../../domain/forms/proof-of-use/particulars.ts';
import type { County } from '../../domain/places/county.ts';
import type { Act } from '../../domain/process/apply-act.ts';
import { canonicalText } from '../../domain/submission/canonical.ts';
import type { Actor } from '../../domain/submission/log.ts';
import { putNote } from '../store/applications.ts';
import type { Store } from '../store/client.ts';
import { putHead } from '../store/heads.ts';
import { logged } from '../store/log.ts';
import { putBooking } from '../store/payments.ts';
import type { Write } from '../store/transact.ts';
import { moneyWrites } from './budget-writes.ts';

interface Done {
  at: string;
  by: Actor;
  county: County;
  act: Act;
  /** The name of what was done, as the log has it. */
  what: string;
  particulars?: ProofParticulars | undefined;
}

const noteWrites = (store: Store, before: ProofHead, after: ProofHead, done: Done): Write[] => {
  const { at, by, what, particulars } = done;
  if (!particulars?.note || after.about.notes === before.about.notes) return [];
  const note = { ...particulars.note, n: after.about.notes, at, by, step: before.at, action: what };
  return [putNote(store, before.id, note)];
};

/** The application with what its proof makes of its money; its file is kept as long as the proof's. */
const settledBy = (application: BudgetHead, after: ProofHead, { act, county }: Done): BudgetHead => {
  const kept = after.endedAt && retentionEnds(after.endedAt, retentionMonthsOf(application, county));
  const { deleteAt } = application;
  const isLonger = deleteAt !== undefined && kept !== undefined && kept > deleteAt;
  return {
    ...application,
    ...(isLonger && { deleteAt: kept }),
    about: afterProof(application.about, act, after.about),
  };
};

/**
 * What a proof does to the money of its grant: the head of the application, its log, entries and the year's frame. Where nothing
 * moves nothing is written.
 */
const grantWrites = (store: Store, after: ProofHead, done: Done): Write[] => {
  const { at, by, county, what, particulars } = done;
  const application = particulars?.application;
  if (!application) return [];
  const next = settledBy(application, after, done);
  if (canonicalText(next) === canonicalText(application)) return [];
  const entry = logged(store, next, { at, by, what: 'proof-settled', ref: after.id });
  return [
    putHead(store, entry.head, application.rev),
    ...entry.with,
    ...moneyWrites(store, application, entry.head, { at, by, county, what }),
  ];
};

/** The mark of the booking that brought the money: it counts once. */
const bookingWrites = (store: Store, { id }: ProofHead, { at, particulars }: Done): Write[] =>
  particulars?.repaid ? [putBooking(store, particulars.repaid.reference, { order: id, at })] : [];

/** What is written together with a proof of use's head: its next note, the mark of a booking, and the money of its grant. */
export const proofWrites = (store: Store, before: ProofHead, after: ProofHead, done: Done): Write[] => [
  ...noteWrites(store, before, after, done),
  ...bookingWrites(store, before, done),
  ...grantWrites(store, after, done),
];
