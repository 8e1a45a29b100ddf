import * as z from 'zod/mini';
import { cents } from '../../money/cents.ts';

/** What a payment order is made with: nobody fills it in, it follows from a grant's instalment. */
export const paymentOrderAnswers = z.strictObject({
  application: z.uuid(),
  n: z.int('wrong-type').check(z.positive('wrong-type')),
  due: z.iso.date('date'),
  amount: cents,
});
export type PaymentOrderAnswers = z.infer<typeof paymentOrderAnswers>;
