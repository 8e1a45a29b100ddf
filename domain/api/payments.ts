import * as z from 'zod/mini';
import { amounts } from '../budget/amounts.ts';
import { paymentOrderAbout } from '../forms/payment-order/about.ts';
import { booking } from '../payments/booking.ts';
import { payeeChange as change } from '../payments/payee.ts';
import { clarification, unclearBooking } from '../payments/unclear-booking.ts';
import { deedShown } from './portal.ts';

const named = z.object({ id: z.string(), name: z.string() });
const account = z.object({ holder: z.string(), iban: z.string() });

/** An export in its list: how many orders it has, and how much they come to (cents). */
export const exportItem = z.object({
  id: z.string(),
  at: z.string(),
  byName: z.optional(z.string()),
  rows: z.int(),
  amount: z.int(),
  /** `open`: not everything that waited is in it yet; asking for it again goes on. */
  state: z.enum(['open', 'closed']),
});
/** `POST /api/payment-exports/{id}`; `left` says which orders it did not take along, and why. */
export const exportAnswer = z.extend(exportItem, {
  left: z.optional(
    z.array(z.object({ order: z.string(), reason: z.enum(['four-eyes', 'not-committed', 'payee-changed']) })),
  ),
});
/** `GET /api/payment-exports` */
export const exportsAnswer = z.object({ items: z.array(exportItem) });

/** `GET /api/payment-orders/{id}`: a payment order with everything that whoever certifies or orders it must look at. */
export const paymentOrderFile = z.object({
  id: z.string(),
  at: z.string(),
  ended: z.boolean(),
  version: z.int(),
  application: z.string(),
  fileNumber: z.string(),
  provider: named,
  year: z.int(),
  purpose: paymentOrderAbout.shape.purpose,
  /** Which instalment it is. */
  n: z.int(),
  due: z.iso.date(),
  /** Paid ahead of the decision. */
  advance: z.optional(z.literal(true)),
  amount: z.int(),
  amounts,
  /** Whom it is paid to: as it was certified, or, until then, as the grant has it now. */
  payee: z.optional(account),
  /** Whether the grant has another account by now than the one that was certified. */
  payeeChanged: z.boolean(),
  /** Whether another account waits for its confirmation: whoever certifies may want to wait for it. */
  payeeWaits: z.boolean(),
  /** Since when the account holds that somebody changed after the application, and who entered and confirmed it. */
  payeeChange: z.optional(
    z.object({ since: z.string(), by: z.string(), confirmedBy: z.optional(z.string()) }),
  ),
  account: z.string(),
  /** As the finance system knows it. */
  number: z.optional(z.string()),
  export: z.optional(z.string()),
  exportedAt: z.optional(z.string()),
  booked: paymentOrderAbout.shape.booked,
  bounced: paymentOrderAbout.shape.bounced,
  follows: z.optional(z.string()),
  successor: z.optional(z.string()),
  acted: z.array(deedShown),
  notes: z.array(
    z.object({
      n: z.int(),
      at: z.string(),
      action: z.string(),
      text: z.string(),
      byName: z.optional(z.string()),
    }),
  ),
});
export type PaymentOrderFile = z.infer<typeof paymentOrderFile>;

/** How far an instalment is, as its provider may know it. */
export const instalmentStates = ['planned', 'running', 'paid', 'returned', 'cancelled'] as const;

/** `GET /api/budget-applications/{id}/payments`: what is paid of a grant when, for its provider and the office. */
export const grantAnswer = z.object({
  payee: z.extend(account, {
    since: z.string(),
    /** An account that waits: from which day on somebody else may confirm it. */
    pending: z.optional(
      z.extend(account, { at: z.string(), from: z.iso.date(), byName: z.optional(z.string()) }),
    ),
  }),
  instalments: z.array(
    z.object({
      n: z.int(),
      due: z.iso.date(),
      amount: z.int(),
      state: z.optional(z.enum(instalmentStates)),
      /** The day on which the cash office booked it. */
      paidOn: z.optional(z.iso.date()),
      /** Paid ahead of the decision. */
      advance: z.optional(z.literal(true)),
      /** The instalment in whose place it is, because that one came back. */
      follows: z.optional(z.int()),
      /** The payment order: for those who may see it. */
      order: z.optional(z.string()),
    }),
  ),
  /** Cents: what was paid and has not come back, and what is still to be paid. */
  paid: z.int(),
  open: z.int(),
  returned: z.int(),
  /** The proof of use of what is paid: where it stands, and by when it must be filed. */
  proof: z.optional(z.object({ id: z.string(), at: z.string(), fileBy: z.iso.date() })),
  /** What the one who asks may do with the account now. */
  actions: z.array(z.enum(['change', 'confirm', 'reject'])),
});
export type GrantAnswer = z.infer<typeof grantAnswer>;

/** `POST /api/budget-applications/{id}/advances`: for how many months. */
export const newAdvances = z.strictObject(
  { months: z.int('required').check(z.positive('negative'), z.maximum(12, 'too-many')) },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type') },
);

/** `POST /api/budget-applications/{id}/payee` */
export const payeeChange = change;
/** `POST …/payee/confirmation` and `…/payee/rejection`: which account is meant. */
export const payeeAnswer = z.strictObject(
  { iban: z.string('required').check(z.minLength(1, 'required'), z.maxLength(50, 'too-long')) },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type') },
);

/** `POST /api/imports/{id}/booking`: which rows of the file are next; 0 begins. */
export const bookingFrom = z.strictObject(
  { from: z.int('required').check(z.nonnegative('negative')) },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type') },
);
/** What became of a booking: entered, counted before, or why a person must look at it. */
export const bookingResults = [
  'booked',
  'returned',
  'repaid',
  'counted',
  'unknown-order',
  'other-amount',
  'not-handed-over',
  'other-day',
  'twice',
  'four-eyes',
  'not-committed',
  'not-due',
  'not-claimed',
  'not-settled',
  'frame-closed',
] as const;
export const bookingAnswer = z.object({
  items: z.array(z.extend(booking, { n: z.int(), result: z.enum(bookingResults) })),
  /** How many the file has. */
  rows: z.int(),
  /** Where to go on; absent when the file is done. */
  next: z.optional(z.int()),
});
export type BookingAnswer = z.infer<typeof bookingAnswer>;

/** A booking that changed nothing: `result` says why; `answered` how it was clarified, by nobody where it was entered after all. */
export const unclearItem = z.extend(booking, {
  id: z.string(),
  result: z.string(),
  import: z.string(),
  at: z.string(),
  byName: z.optional(z.string()),
  state: unclearBooking.shape.state,
  answered: z.optional(
    z.object({ at: z.string(), byName: z.optional(z.string()), reason: z.optional(z.string()) }),
  ),
});
export type UnclearItem = z.infer<typeof unclearItem>;
/** `GET /api/payment-clarifications` */
export const unclearAnswer = z.object({ items: z.array(unclearItem) });
/** `POST /api/payment-clarifications/{id}/answer` */
export const clarified = z.strictObject(
  { reason: clarification.shape.reason },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type') },
);
