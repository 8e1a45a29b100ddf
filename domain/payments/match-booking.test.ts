import { expect, test } from 'vitest';
import { aPaymentHead } from '../forms/payment-order/a-payment-head.test-data.ts';
import { paymentOrderV1 } from '../forms/payment-order/process.ts';
import type { Booking } from './booking.ts';
import { matchBooking } from './match-booking.ts';

const at = '2026-02-16T09:00:00.000Z';
const paid: Booking = {
  reference: 'FS-1',
  number: 'SRB000001',
  amount: 17_808_64,
  on: '2026-02-16',
  kind: 'paid',
};
const returned: Booking = { ...paid, reference: 'FS-9', kind: 'returned' };
const handedOver = aPaymentHead({ at: 'booking' });
const entry = { reference: 'FS-1', on: '2026-02-16', at };
const booked = aPaymentHead({ at: 'booked', about: { booked: entry } });
const bounced = aPaymentHead({
  at: 'returned',
  about: { booked: entry, bounced: { ...entry, reference: 'FS-9' } },
});
const because = (why: string) => ({ do: 'nothing', because: why });

test.each([
  ['is entered on the order that waits for it', paid, handedOver, undefined, { do: 'book' }],
  ['of a return is entered before and after the payment', returned, handedOver, undefined, { do: 'bounce' }],
  ['of a return of what was booked is entered', returned, booked, undefined, { do: 'bounce' }],
  ['of no order is shown to a person', paid, undefined, undefined, because('unknown-order')],
  [
    'of another amount is shown',
    { ...paid, amount: 17_808_63 },
    handedOver,
    undefined,
    because('other-amount'),
  ],
  ['that counts already is told as that', paid, booked, booked.id, because('counted')],
  ['of a return that counts already is told as that', returned, bounced, bounced.id, because('counted')],
  ['that counts on another order is shown', paid, handedOver, 'another', because('twice')],
  [
    'that counts as a payment is no return as well',
    { ...returned, reference: 'FS-1' },
    booked,
    booked.id,
    because('twice'),
  ],
  [
    'under another reference of what was booked is shown',
    { ...paid, reference: 'FS-2' },
    booked,
    undefined,
    because('twice'),
  ],
  ['of what came back is shown', { ...paid, reference: 'FS-2' }, bounced, undefined, because('twice')],
  [
    'of what was not handed over is shown',
    paid,
    aPaymentHead({ at: 'export' }),
    undefined,
    because('not-handed-over'),
  ],
  [
    'of a return of what was cancelled is shown',
    returned,
    aPaymentHead({ at: 'cancelled' }),
    undefined,
    because('not-handed-over'),
  ],
])('a booking %s', (_what, booking, order, countedOn, expected) => {
  expect(matchBooking(booking, order, countedOn)).toEqual(expected);
});

test('what it enters is what the order’s process allows there', () => {
  for (const step of Object.keys(paymentOrderV1.steps))
    for (const booking of [paid, returned]) {
      const match = matchBooking(booking, aPaymentHead({ at: step }), undefined);
      const { actions } = paymentOrderV1.steps[step as keyof typeof paymentOrderV1.steps];
      if (match.do !== 'nothing') expect(Object.keys(actions)).toContain(match.do);
    }
});
