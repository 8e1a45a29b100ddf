import { hashTo } from '../app/place.ts';

export const PAYMENTS = 'zahlungen';
export const PAYMENT_ORDER = 'zahlungen/{id}';

export const paymentsHash = ({
  year,
  state,
}: {
  year?: string | undefined;
  state?: string | undefined;
} = {}) => hashTo(PAYMENTS, {}, { jahr: year, zustand: state });
export const orderHash = (id: string): string => hashTo(PAYMENT_ORDER, { id });
