import type { Decision } from '../../../domain/api/portal.ts';
import { fitsInto, isNothing, NOTHING, plus } from '../../../domain/budget/amounts.ts';
import { dateOf } from '../../../domain/calendar/due.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import { paymentAsks } from '../../../domain/forms/payment-order/asks.ts';
import { paymentDeedsAgainst } from '../../../domain/forms/payment-order/four-eyes.ts';
import type { PaymentHead, PaymentParticulars } from '../../../domain/forms/payment-order/particulars.ts';
import { bookedOnIssue } from '../../../domain/payments/booking.ts';
import { returnedOf } from '../../../domain/payments/returned.ts';
import type { Asker } from '../../../domain/people/asker.ts';
import type { County } from '../../../domain/places/county.ts';
import { derivedId } from '../../cases/derived-id.ts';
import { ConflictError, FieldsError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { Store } from '../../store/client.ts';
import { readHead } from '../../store/heads.ts';
import type { PortalDeps } from '../deps.ts';
import { requireFields } from './allowed-fields.ts';
import { requireDeputy } from './deputy.ts';
import type { ReadParticulars } from './particulars.ts';

const wrong = (path: string, message: string) => new FieldsError([{ path: [path], message }]);
const currentOf = ({ version, at }: PaymentHead) => ({ version, at });

/** The application whose grant an order pays. @throws NotFoundError when its file is gone */
export const applicationOf = async (store: Store, { about }: PaymentHead): Promise<BudgetHead> => {
  const application = await readHead(store, about.application);
  if (application?.form !== 'budget-application') throw new NotFoundError('the application is gone');
  return application;
};

/**
 * Refuses whoever did what is kept apart from this step, changed the account, or stands in for somebody who did.
 * @throws ForbiddenError
 */
export const requirePaymentEyes = (
  head: PaymentHead,
  { about }: BudgetHead,
  asker: Asker,
  { budget }: County,
): void => {
  const against = paymentDeedsAgainst(asker, head, about.grant?.payee, budget.separate);
  if (against.length > 0) throw new ForbiddenError('four-eyes');
};

/**
 * What was certified is still whom the grant is paid to, and as much is committed still beside what the cash office has already.
 * @throws ConflictError
 */
export const requireStillSo = (head: PaymentHead, { about }: BudgetHead): void => {
  const { certified, amounts } = head.about;
  const { payee } = about.grant ?? {};
  if (certified && (certified.iban !== payee?.iban || certified.holder !== payee.holder))
    throw new ConflictError('payee-changed', currentOf(head));
  if (!fitsInto(plus(amounts, about.handedOver ?? NOTHING), about.money.committed))
    throw new ConflictError('not-committed', currentOf(head));
};

/** @throws FieldsError */
const requireBookedOn = ({ bookedOn }: Decision, { about }: PaymentHead, today: string) => {
  const issue = bookedOn && bookedOnIssue(bookedOn, about, today);
  if (issue) throw wrong('bookedOn', issue);
};

/** What a booking or a return of an order brings with it. */
export const bookingOf = (
  head: PaymentHead,
  application: BudgetHead,
  { action, reference, bookedOn }: Pick<Decision, 'action' | 'reference' | 'bookedOn'>,
): PaymentParticulars => {
  if (reference === undefined || bookedOn === undefined) return {};
  const { money } = application.about;
  const back = action === 'bounce' ? returnedOf(application, head) : undefined;
  if (!(action === 'bounce' ? back : fitsInto(head.about.amounts, money.committed)))
    throw new ConflictError('not-committed', currentOf(head));
  const n = (application.about.grant?.instalments.length ?? 0) + 1;
  return {
    booking: { reference, on: bookedOn },
    // Of a grant that has become less, what came back may be what is not to be paid any more.
    ...(back && !isNothing(back.again) && { successor: derivedId(application.id, `payment-order/${n}`) }),
  };
};

/** Of a decision on a payment order: the account that is certified, words, a booking's reference and day. */
export const paymentParticulars: ReadParticulars<'payment-order'> = async (
  deps: PortalDeps,
  decision,
  { head, asker },
) => {
  const county = await deps.registers.county();
  if (!Object.hasOwn(paymentAsks, decision.action)) throw wrong('action', 'unknown-choice');
  requireFields(decision, paymentAsks);
  const application = await applicationOf(deps.store, head);
  const { grant } = application.about;
  if (!grant) throw new NotFoundError('there is no grant');
  requirePaymentEyes(head, application, asker, county);
  await requireDeputy(deps, decision, head, asker);
  requireBookedOn(decision, head, dateOf(deps.clock.now()));
  if (['certify', 'order'].includes(decision.action)) requireStillSo(head, application);
  const { holder, iban } = grant.payee;
  const { account } = county.budget.payments;
  return {
    particulars: {
      application,
      comment: decision.comment,
      ...(decision.action === 'certify' && { certified: { holder, iban, account } }),
      ...bookingOf(head, application, decision),
    },
    for: decision.for,
  };
};
