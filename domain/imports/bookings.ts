import { type Booking, booking, bookingReference } from '../payments/booking.ts';
import { readNumber } from '../payments/number.ts';
import { bookedDay, type SignedAmount, signedAmount } from './booked-cells.ts';
import { type CellRead, text } from './cells.ts';
import type { Fault } from './fault.ts';
import type { ImportContext, ImportKind } from './kind.ts';
import type { RowRead } from './read-rows.ts';
import type { Cell } from './table.ts';

/** A reference becomes the mark by which a booking counts once: it must be one. */
const reference = (cell: Cell): CellRead => {
  const read = bookingReference.safeParse(String(cell));
  return read.success ? { value: read.data } : { code: 'reference' };
};

type Settings = ImportContext['budget']['payments'];

/** Whether something was paid or came back, by its word and its sign; undefined where they contradict, or nobody agreed on a minus. */
const kindOf = (
  { values }: RowRead,
  { isNegative }: SignedAmount,
  { bookings: { returned, negative }, numberPrefix }: Settings,
): Booking['kind'] | undefined => {
  const word = String(values.kind ?? '').toLowerCase();
  const isReturned = returned.some((one) => one.toLowerCase() === word);
  if (isNegative) {
    if (negative === 'return') return 'returned';
    return negative === 'payment' && !isReturned ? 'paid' : undefined;
  }
  // What comes in is the return of an order of ours, or what somebody was asked to pay back.
  const cameIn = negative === 'payment' && readNumber(String(values.number), numberPrefix) !== undefined;
  return isReturned || cameIn ? 'returned' : 'paid';
};

/**
 * What the finance system has booked: a line for each booking or return of the bank. Other columns are passed over: its exports
 * have many.
 */
export const bookings: ImportKind<Booking> = {
  roles: ['treasurer'],
  others: 'ignore',
  columns: ({ budget: { payments } }) => {
    const { columns, amounts } = payments.bookings;
    return [
      { field: 'reference', names: [columns.reference], read: reference, presence: 'required' },
      { field: 'number', names: [columns.number], read: text, presence: 'required' },
      { field: 'amount', names: [columns.amount], read: signedAmount(amounts), presence: 'required' },
      { field: 'on', names: [columns.on], read: bookedDay, presence: 'required' },
      { field: 'kind', names: [columns.kind], read: text, presence: 'optional' },
    ];
  },
  row: booking,
  check({ rows }, { budget: { payments } }) {
    const faults: Fault[] = [];
    const read = rows.flatMap((row): Booking[] => {
      const { values } = row;
      const amount = values.amount as SignedAmount;
      const kind = kindOf(row, amount, payments);
      if (!kind) {
        faults.push({ code: 'amount-sign', row: row.row, column: payments.bookings.columns.amount });
        return [];
      }
      const [reference, number, on] = [values.reference, values.number, values.on].map(String) as [
        string,
        string,
        string,
      ];
      return [{ reference, number, amount: amount.cents, on, kind }];
    });
    return { faults, rows: read };
  },
};
