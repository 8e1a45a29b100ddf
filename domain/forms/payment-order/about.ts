import * as z from 'zod/mini';
import { amounts } from '../../budget/amounts.ts';
import { cents } from '../../money/cents.ts';
import { deedDone } from '../budget-application/about.ts';
import { purposes } from '../budget-application/purposes.ts';

const instant = z.iso.datetime({ precision: 3 });
const count = z.int().check(z.nonnegative());

/** A booking of the finance system, or a return of the bank: each has a reference there, by which it counts once. */
const booking = z.strictObject({ reference: z.string(), on: z.iso.date(), at: instant });

/** What a payment order's head says (Kassenanordnung: account, year, payee, IBAN, due date, amount). */
export const paymentOrderAbout = z.strictObject({
  application: z.uuid(),
  provider: z.string(),
  year: z.int(),
  purpose: z.optional(z.enum(purposes)),
  fileNumber: z.string(),
  /** Which instalment of its grant it is. */
  n: z.int().check(z.positive()),
  due: z.iso.date(),
  amount: cents,
  amounts,
  /** Fixed when it is certified: what was certified is what is ordered and paid. */
  certified: z.optional(z.strictObject({ holder: z.string(), iban: z.string(), account: z.string() })),
  acted: z.array(deedDone),
  notes: count,
  /** Given by the export that took it along. */
  number: z.optional(z.int().check(z.positive())),
  export: z.optional(z.uuid()),
  exportedAt: z.optional(instant),
  booked: z.optional(booking),
  bounced: z.optional(booking),
  /** The order whose payment came back, and the one that was made in the place of this one. */
  follows: z.optional(z.uuid()),
  successor: z.optional(z.uuid()),
});
export type PaymentOrderAbout = z.infer<typeof paymentOrderAbout>;
