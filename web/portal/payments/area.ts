import type { Role } from '../../../domain/people/role.ts';
import type { Area } from '../app/area.ts';
import { PAYMENT_ORDER, PAYMENTS } from './addresses.ts';

/** Who certifies, orders, hands over, and looks whether it was done well. */
const READERS: readonly Role[] = ['clerk', 'head', 'treasurer', 'auditor'];

/** Payment orders, and what is handed over to the cash office. */
export const payments: Area = {
  entries: [{ label: 'payments.nav', address: PAYMENTS, roles: READERS }],
  views: [
    {
      address: PAYMENTS,
      roles: READERS,
      load: async () => (await import('./list/PaymentsView.tsx')).PaymentsView,
    },
    {
      address: PAYMENT_ORDER,
      roles: READERS,
      load: async () => (await import('./order/OrderView.tsx')).OrderView,
    },
  ],
  submissions: { 'payment-order': PAYMENT_ORDER },
};
