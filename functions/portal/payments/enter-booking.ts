import { dateOf } from '../../../domain/calendar/due.ts';
import type { PaymentHead } from '../../../domain/forms/payment-order/particulars.ts';
import { type Booking, bookedOnIssue } from '../../../domain/payments/booking.ts';
import { type Match, matchBooking } from '../../../domain/payments/match-booking.ts';
import { readNumber } from '../../../domain/payments/number.ts';
import type { KnownAsker } from '../../cases/asker.ts';
import { decided } from '../../cases/decide.ts';
import { whileOthersWrite } from '../../cases/while-others-write.ts';
import { ConflictError, ForbiddenError } from '../../runtime/errors.ts';
import { readClaimed } from '../../store/claims.ts';
import { readOrderOf } from '../../store/exports.ts';
import { ConditionFailedError, changeHeadOf, readHead } from '../../store/heads.ts';
import { isFrameWrite } from '../../store/ledger.ts';
import { isBookingWrite, readBooking } from '../../store/payments.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { applicationOf, bookingOf, requirePaymentEyes } from '../decisions/payment-order.ts';
import type { PortalDeps } from '../deps.ts';
import { enterRepayment, type Repaid } from './enter-repayment.ts';

/** What became of a booking: it was entered, it counts already, or a person must look at it, and why. */
export type Entered =
  | 'booked'
  | Exclude<Repaid, 'gone'>
  | 'returned'
  | (Match & { do: 'nothing' })['because']
  | 'other-day'
  | 'four-eyes'
  | 'not-committed'
  | 'frame-closed';

const change = async (
  deps: PortalDeps,
  now: PaymentHead,
  { booking, asker, action }: { booking: Booking; asker: KnownAsker; action: 'book' | 'bounce' },
) => {
  const county = await deps.registers.county();
  const application = await applicationOf(deps.store, now);
  requirePaymentEyes(now, application, asker, county);
  const { reference, on: bookedOn } = booking;
  const done = decided(deps.store, now, {
    act: { kind: 'action', step: now.at, action, as: 'treasurer' },
    by: { person: asker.id },
    at: deps.clock.now(),
    county,
    particulars: { application, ...bookingOf(now, application, { action, reference, bookedOn }) },
  });
  return { ...done, with: [...done.with, hasRole(deps.store, asker.id, 'treasurer')] };
};

const enter = async (
  deps: PortalDeps,
  order: string,
  booking: Booking,
  asker: KnownAsker,
): Promise<Entered> => {
  let entered: Entered = 'unknown-order';
  await changeHeadOf(deps.store, 'payment-order', order, async (now) => {
    const match = matchBooking(booking, now, await readBooking(deps.store, booking.reference));
    entered = match.do === 'nothing' ? match.because : match.do === 'book' ? 'booked' : 'returned';
    if (match.do === 'nothing') return undefined;
    // Another year's payment, or another office's under the same number: by hand it would be refused.
    if (bookedOnIssue(booking.on, now.about, dateOf(deps.clock.now()))) {
      entered = 'other-day';
      return undefined;
    }
    return change(deps, now, { booking, asker, action: match.do });
  });
  return entered;
};

/** Why a booking was not entered, from what refused it; what is none of these goes on as it came. */
const refusedBy = (error: unknown): Entered => {
  if (error instanceof ForbiddenError && error.problem === 'four-eyes') return 'four-eyes';
  if (error instanceof ConflictError && error.problem === 'not-committed') return 'not-committed';
  if (!(error instanceof ConditionFailedError)) throw error;
  if (isFrameWrite(error.write)) return 'frame-closed';
  // The same booking at the same moment: it counts, and not by this one.
  if (isBookingWrite(error.write)) return 'twice';
  throw new ForbiddenError('other-role');
};

/** What names neither an order nor a claim. */
const unknown = async ({ store }: PortalDeps, booking: Booking): Promise<Entered> => {
  const match = matchBooking(booking, undefined, await readBooking(store, booking.reference));
  return match.do === 'nothing' ? match.because : 'unknown-order';
};

/** What names no order may be money that was claimed back. */
const enterClaimed = async (deps: PortalDeps, booking: Booking, asker: KnownAsker): Promise<Entered> => {
  const proof = await readClaimed(deps.store, booking.number);
  const entered = proof ? await enterRepayment(deps, proof, booking, asker) : 'gone';
  return entered === 'gone' ? unknown(deps, booking) : entered;
};

/**
 * Enters one booking of the finance system, once: its mark, the order or the claim that it names, the application's money and the
 * year's ledger are one transaction. What fits neither changes nothing.
 */
export const enterBooking = async (
  deps: PortalDeps,
  booking: Booking,
  asker: KnownAsker,
): Promise<Entered> => {
  const { numberPrefix } = (await deps.registers.county()).budget.payments;
  const number = readNumber(booking.number, numberPrefix);
  const order = number === undefined ? undefined : await readOrderOf(deps.store, number);
  const isOrder = order !== undefined && (await readHead(deps.store, order)) !== undefined;
  try {
    if (!isOrder) return await enterClaimed(deps, booking, asker);
    return await whileOthersWrite(() => enter(deps, order, booking, asker));
  } catch (error) {
    return refusedBy(error);
  }
};
