import type { Head } from '../../../domain/submission/head.ts';
import { ConflictError } from '../../runtime/errors.ts';
import type { ConditionFailedError } from '../../store/heads.ts';
import { isFrameWrite } from '../../store/ledger.ts';
import { isBookingWrite } from '../../store/payments.ts';
import { HEAD } from '../../store/table.ts';

/**
 * The answer to somebody whose act on a payment order was refused by what is written with it: the year is closed, the booking
 * counts already, or the account was changed at this moment. Undefined when it was none of these.
 */
export const paymentConflict = (
  { form, version, at }: Head,
  { write }: ConditionFailedError,
): ConflictError | undefined => {
  if (form !== 'payment-order') return undefined;
  if (isFrameWrite(write)) return new ConflictError('frame-closed', { version, at });
  if (isBookingWrite(write)) return new ConflictError('booked-twice', { version, at });
  return write.ConditionCheck?.Key?.sk === HEAD
    ? new ConflictError('payee-changed', { version, at })
    : undefined;
};
