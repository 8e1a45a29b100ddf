import { type Amounts, totalOf } from '../../domain/budget/amounts.ts';
import type { Holding } from '../../domain/budget/holding.ts';
import { dateOf, retentionEnds } from '../../domain/calendar/due.ts';
import { retentionMonthsOf } from '../../domain/forms/behaviours.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import type { PaymentHead, PaymentParticulars } from '../../domain/forms/payment-order/particulars.ts';
import { afterPayment } from '../../domain/payments/booked.ts';
import type { Instalment } from '../../domain/payments/grant.ts';
import { isHandedOver, withHandedOver } from '../../domain/payments/handed-over.ts';
import { returnedOf } from '../../domain/payments/returned.ts';
import type { County } from '../../domain/places/county.ts';
import type { Actor } from '../../domain/submission/log.ts';
import { putNote } from '../store/applications.ts';
import type { Store } from '../store/client.ts';
import { putHead } from '../store/heads.ts';
import { logged } from '../store/log.ts';
import { isPaidToThem, putBooking } from '../store/payments.ts';
import type { Write } from '../store/transact.ts';
import { moneyWrites } from './budget-writes.ts';
import { newOrder } from './new-order.ts';

interface Done {
  at: string;
  by: Actor;
  county: County;
  /** The name of what was done, as the log has it. */
  what: string;
  particulars?: PaymentParticulars | undefined;
}

/** Where an order stands when its account has been looked at just now: what was certified is what is paid. */
const ACCOUNT_CHECKED = ['order', 'export'];

const noteWrites = (store: Store, before: PaymentHead, after: PaymentHead, done: Done): Write[] => {
  const { at, by, what, particulars } = done;
  if (!particulars?.comment) return [];
  const note = { n: after.about.notes, at, by, step: before.at, action: what, text: particulars.comment };
  return [putNote(store, before.id, note)];
};

/** What is paid ahead again when it came back is paid ahead still, decided or not: it was not planned with the grant. */
const isAhead = ({ grant }: BudgetHead['about'], { about: { n } }: PaymentHead): boolean =>
  grant?.instalments.some((one) => one.n === n && one.advance) === true;

/** A new instalment of what is paid again, in the place of the one that came back, due at once. */
const again = (
  { about }: BudgetHead,
  order: PaymentHead,
  { successor, amounts, at }: { successor: string; amounts: Amounts; at: string },
): Instalment => ({
  n: (about.grant?.instalments.length ?? 0) + 1,
  due: dateOf(at),
  amount: totalOf(amounts),
  amounts,
  order: successor,
  follows: order.about.n,
  ...(isAhead(about, order) && { advance: true }),
});

/** The application as a booking leaves it. What was paid of it keeps its file as long as if it had ended today. */
const bookedIn = (
  application: BudgetHead,
  money: Holding,
  { instalment, at, county }: { instalment: Instalment | undefined; at: string; county: County },
): BudgetHead => {
  const { about, deleteAt } = application;
  if (!about.grant) throw new RangeError('the application has no grant');
  const kept = retentionEnds(at, retentionMonthsOf(application, county));
  const { instalments } = about.grant;
  return {
    ...application,
    ...(deleteAt && { deleteAt: deleteAt > kept ? deleteAt : kept }),
    about: {
      ...about,
      money,
      grant: { ...about.grant, ...(instalment && { instalments: [...instalments, instalment] }) },
    },
  };
};

/** What the application holds then, and the order in the place of one that came back; its money may go there in two steps. */
const effectOf = (application: BudgetHead, before: PaymentHead, after: PaymentHead, done: Done) => {
  const { amounts } = before.about;
  const { money } = application.about;
  const paid = after.at === 'booked' && afterPayment(money, amounts);
  if (paid) return { money: paid, via: undefined, instalment: undefined };
  const back = after.at === 'booked' ? undefined : returnedOf(application, before);
  if (!back) throw new RangeError('the application does not hold what is booked');
  const { successor } = done.particulars ?? {};
  const instalment = successor
    ? again(application, before, { successor, amounts: back.again, at: done.at })
    : undefined;
  return { money: back.money, via: back.whole, instalment };
};

/**
 * What is written when the cash office gets an order: how much it has of the grant, under the condition that the grant is as it was
 * read. So its account is the one that was looked at, and nobody cuts what is handed over at the same moment.
 */
const handedOverWrites = (store: Store, before: PaymentHead, after: PaymentHead, done: Done): Write[] => {
  const { application } = done.particulars ?? {};
  if (!application || !isHandedOver(after) || isHandedOver(before)) return [];
  const about = withHandedOver(application.about, before, after);
  return [putHead(store, { ...application, about }, application.rev)];
};

/**
 * What a booking brings beside the order: its mark, the money in the head of the application and in the ledger of its year, and
 * for a payment that came back the order in its place. All or nothing: each booking counts once.
 */
const bookingWrites = (store: Store, before: PaymentHead, after: PaymentHead, done: Done): Write[] => {
  const { at, by, county, particulars = {} } = done;
  const { booking, application } = particulars;
  if (!booking || !application) return [];
  const { money, via, instalment } = effectOf(application, before, after, done);
  const what = after.at === 'booked' ? 'instalment-paid' : 'instalment-returned';
  const booked = bookedIn(application, money, { instalment, at, county });
  const head = { ...booked, about: withHandedOver(booked.about, before, after) };
  const entry = logged(store, head, {
    at,
    by,
    what,
    ref: before.id,
  });
  return [
    putBooking(store, booking.reference, { order: before.id, at }),
    putHead(store, entry.head, application.rev),
    ...entry.with,
    ...moneyWrites(store, application, entry.head, { at, by, county, what, via }),
    ...(instalment ? newOrder(store, application, instalment, { at, by, county, follows: before.id }) : []),
  ];
};

/** What is written together with a payment order's head. */
export const paymentWrites = (store: Store, before: PaymentHead, after: PaymentHead, done: Done): Write[] => {
  const { application } = done.particulars ?? {};
  const { grant } = application?.about ?? {};
  const isChecked = ACCOUNT_CHECKED.includes(after.at) && after.visit !== before.visit;
  return [
    ...noteWrites(store, before, after, done),
    ...(isChecked && application && grant ? [isPaidToThem(store, application.id, grant.payee.since)] : []),
    ...handedOverWrites(store, before, after, done),
    ...bookingWrites(store, before, after, done),
  ];
};
