import { type Booking, booking, bookingReference } from '../payments/booking.ts';
import { amount, type CellRead, date, text } from './cells.ts';
import type { ImportKind } from './kind.ts';
import type { Cell } from './table.ts';

/** A reference becomes the mark by which a booking counts once: it must be one. */
const reference = (cell: Cell): CellRead => {
  const read = bookingReference.safeParse(String(cell));
  return read.success ? { value: read.data } : { code: 'reference' };
};

/**
 * What the finance system has booked: a line for each booking or return of the bank. Other columns are passed over: its exports
 * have many.
 */
export const bookings: ImportKind<Booking> = {
  roles: ['treasurer'],
  others: 'ignore',
  columns: ({ budget: { payments } }) => {
    const { columns } = payments.bookings;
    return [
      { field: 'reference', names: [columns.reference], read: reference, presence: 'required' },
      { field: 'number', names: [columns.number], read: text, presence: 'required' },
      { field: 'amount', names: [columns.amount], read: amount, presence: 'required' },
      { field: 'on', names: [columns.on], read: date, presence: 'required' },
      { field: 'kind', names: [columns.kind], read: text, presence: 'optional' },
    ];
  },
  row: booking,
  check({ rows }, { budget: { payments } }) {
    const returned = payments.bookings.returned.map((word) => word.toLowerCase());
    return {
      faults: [],
      rows: rows.map(({ values }) => ({
        reference: String(values.reference),
        number: String(values.number),
        amount: Number(values.amount),
        on: String(values.on),
        kind: returned.includes(String(values.kind ?? '').toLowerCase()) ? 'returned' : 'paid',
      })),
    };
  },
};
