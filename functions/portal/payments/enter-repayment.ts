import { dateOf } from '../../../domain/calendar/due.ts';
import type { ProofHead } from '../../../domain/forms/proof-of-use/particulars.ts';
import { paidOf } from '../../../domain/forms/proof-of-use/proof-money.ts';
import type { Booking } from '../../../domain/payments/booking.ts';
import { matchRepayment, type RepaymentMatch } from '../../../domain/payments/match-repayment.ts';
import type { KnownAsker } from '../../cases/asker.ts';
import { decided } from '../../cases/decide.ts';
import { grantedApplication } from '../../cases/grant-of.ts';
import { whileOthersWrite } from '../../cases/while-others-write.ts';
import { ConflictError } from '../../runtime/errors.ts';
import { changeHeadOf } from '../../store/heads.ts';
import { readBooking } from '../../store/payments.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { requireProofEyes } from '../decisions/proof-of-use.ts';
import { requirePaymentsDone, requireSamePaid } from '../decisions/proof-paid.ts';
import type { PortalDeps } from '../deps.ts';

/** What became of a booking that names a claim. `not-settled`: something else of the grant was paid, or is still to be. */
export type Repaid = 'repaid' | (RepaymentMatch & { do: 'nothing' })['because'] | 'not-settled' | 'gone';

const change = async (deps: PortalDeps, now: ProofHead, booking: Booking, asker: KnownAsker) => {
  const { store, registers, clock } = deps;
  const county = await registers.county();
  const application = await grantedApplication(deps, now);
  requireProofEyes(now, asker, county);
  requireSamePaid(now, paidOf(application.about.money));
  await requirePaymentsDone(deps, application, now);
  const { reference, on } = booking;
  const done = decided(store, now, {
    act: { kind: 'result', step: now.at, outcome: 'booked' },
    by: { person: asker.id },
    at: clock.now(),
    county,
    particulars: { application, repaid: { reference, on } },
  });
  return { ...done, with: [...done.with, hasRole(store, asker.id, 'treasurer')] };
};

/**
 * Enters a booking by which what was claimed came back, once: its mark, the proof, the grant's money and the year's ledger are one
 * transaction. What does not fit changes nothing.
 * @throws what refuses the booking, as by hand
 */
export const enterRepayment = async (
  deps: PortalDeps,
  proof: string,
  booking: Booking,
  asker: KnownAsker,
): Promise<Repaid> => {
  let entered: Repaid = 'gone';
  const today = dateOf(deps.clock.now());
  try {
    await whileOthersWrite(() =>
      changeHeadOf(deps.store, 'proof-of-use', proof, async (now) => {
        const countedOn = await readBooking(deps.store, booking.reference);
        const match = matchRepayment(booking, now, { countedOn, today });
        entered = match.do === 'nothing' ? match.because : 'repaid';
        return match.do === 'nothing' ? undefined : change(deps, now, booking, asker);
      }),
    );
    return entered;
  } catch (error) {
    if (error instanceof ConflictError && ['paid-changed', 'payments-open'].includes(error.problem))
      return 'not-settled';
    throw error;
  }
};
