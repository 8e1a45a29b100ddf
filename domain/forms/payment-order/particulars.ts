import type { CalendarDate } from '../../calendar/period.ts';
import type { HeadOf } from '../../submission/head.ts';
import type { BudgetHead } from '../budget-application/particulars.ts';
import type { Circumstances } from '../circumstances.ts';
import type { PaymentOrderAbout } from './about.ts';

export type PaymentHead = HeadOf<'payment-order'>;

/** What comes with an act on a payment order. */
export interface PaymentParticulars {
  /** Own words: why it is cancelled, goes back, or bounced. */
  comment?: string | undefined;
  /** The grant's application as it was read for this act: it is written, or asked about its account, in the same transaction. */
  application?: BudgetHead | undefined;
  /** The account that is certified. */
  certified?: NonNullable<PaymentOrderAbout['certified']> | undefined;
  /** Its number, and the export that takes it along. */
  exported?: { number: number; export: string } | undefined;
  /** The finance system's own reference of a booking or a return, and its day. */
  booking?: { reference: string; on: CalendarDate } | undefined;
  /** The id of the order that is made in the place of one that bounced. */
  successor?: string | undefined;
}

export type PaymentCircumstances = Circumstances<PaymentParticulars>;
