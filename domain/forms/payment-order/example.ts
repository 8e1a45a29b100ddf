import type { PaymentOrderAnswers } from './answers.ts';

/** The first of four instalments of an invented grant. */
export const paymentOrderExample: PaymentOrderAnswers = {
  application: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a',
  n: 1,
  due: '2027-02-15',
  amount: 17_808_64,
};
