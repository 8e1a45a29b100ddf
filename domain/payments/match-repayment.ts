import type { CalendarDate } from '../calendar/period.ts';
import type { ProofHead } from '../forms/proof-of-use/particulars.ts';
import type { Booking } from './booking.ts';

/** What a claim says of itself, as far as a booking is held against it. */
type Claimed = Pick<ProofHead, 'id' | 'at'> & {
  about: Pick<ProofHead['about'], 'claim' | 'announced' | 'repaid'>;
};

/** What becomes of a booking that names a claim: it is entered, it counts already, or a person must look at it, and why. */
export type RepaymentMatch =
  | { do: 'repay' }
  | {
      do: 'nothing';
      because: 'counted' | 'twice' | 'other-amount' | 'other-day' | 'not-due' | 'not-claimed';
    };

const nothing = (because: (RepaymentMatch & { do: 'nothing' })['because']): RepaymentMatch => ({
  do: 'nothing',
  because,
});

/**
 * Holds a booking of the finance system against the claim that it names. Only exactly what is to be paid settles it: a part, or
 * more, is shown to a person, and so is money that comes before nobody can object any more, or that the bank took back.
 * @param countedOn the order or claim on which a booking with this reference counts already
 */
export const matchRepayment = (
  { reference, amount, kind, on }: Booking,
  { id, at, about: { claim, announced, repaid } }: Claimed,
  { countedOn, today }: { countedOn: string | undefined; today: CalendarDate },
): RepaymentMatch => {
  if (countedOn) {
    const isSame = countedOn === id && repaid?.reference === reference && kind === 'paid';
    return nothing(isSame ? 'counted' : 'twice');
  }
  if (at === 'closed') return nothing('twice');
  if (kind === 'returned' || !claim) return nothing('not-claimed');
  if (amount !== claim.payable) return nothing('other-amount');
  if (at !== 'repayment' || !announced) return nothing('not-due');
  return on > today || on < announced.sentOn ? nothing('other-day') : { do: 'repay' };
};
