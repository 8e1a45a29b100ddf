import type { PaymentHead } from '../forms/payment-order/particulars.ts';
import type { Booking } from './booking.ts';

/** What an order says of itself, as far as a booking is held against it. */
type Order = Pick<PaymentHead, 'id' | 'at'> & {
  about: Pick<PaymentHead['about'], 'amount' | 'booked' | 'bounced'>;
};

/**
 * What becomes of a booking: it is entered (`book`, `bounce`), it counts already (`counted`), or it changes nothing and a person must
 * look at it, and why.
 */
export type Match =
  | { do: 'book' | 'bounce' }
  | { do: 'nothing'; because: 'counted' | 'unknown-order' | 'other-amount' | 'not-handed-over' | 'twice' };

const nothing = (because: (Match & { do: 'nothing' })['because']): Match => ({ do: 'nothing', because });

/**
 * Holds a booking of the finance system against the order that it names.
 * @param order the order under its number; undefined when there is none
 * @param countedOn the order on which a booking with this reference counts already
 */
export const matchBooking = (
  { reference, amount, kind }: Booking,
  order: Order | undefined,
  countedOn: string | undefined,
): Match => {
  if (!order) return nothing(countedOn ? 'twice' : 'unknown-order');
  const { booked, bounced } = order.about;
  if (countedOn) {
    const same = kind === 'paid' ? booked : bounced;
    return nothing(countedOn === order.id && same?.reference === reference ? 'counted' : 'twice');
  }
  if (amount !== order.about.amount) return nothing('other-amount');
  if (kind === 'paid') {
    if (order.at === 'booking') return { do: 'book' };
    return nothing(booked || bounced ? 'twice' : 'not-handed-over');
  }
  if (order.at === 'booking' || order.at === 'booked') return { do: 'bounce' };
  return nothing(bounced ? 'twice' : 'not-handed-over');
};
