import { totalOf } from '../../domain/budget/amounts.ts';
import { dateOf } from '../../domain/calendar/due.ts';
import type { Instant } from '../../domain/calendar/period.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { owedMail } from '../../domain/mails/owed-mail.ts';
import { advancesOf, sumOfPlanned, withAdvance } from '../../domain/payments/advance.ts';
import type { Payee } from '../../domain/payments/payee.ts';
import type { PlannedInstalment } from '../../domain/payments/plan.ts';
import type { County } from '../../domain/places/county.ts';
import { ConflictError, NotFoundError } from '../runtime/errors.ts';
import { readVersion } from '../store/applications.ts';
import type { Store } from '../store/client.ts';
import type { HeadChange } from '../store/heads.ts';
import { readHead } from '../store/heads.ts';
import { readFrame } from '../store/ledger.ts';
import { logged } from '../store/log.ts';
import { owing } from '../store/owe.ts';
import { moneyWrites } from './budget-writes.ts';
import { confirmedPayee } from './confirmed-payee.ts';
import { derivedId } from './derived-id.ts';
import { newOrder } from './new-order.ts';

interface Made {
  at: Instant;
  county: County;
}

/** Whether it is an application that goes on from last year's grant without a change, and is not decided yet. */
const goesOn = ({ about, endedAt }: BudgetHead): boolean =>
  !endedAt &&
  about.sent > 0 &&
  !about.amends &&
  !about.approved &&
  !about.grant &&
  about.continues !== undefined;

/**
 * Whom advances are paid to: whom last year's grant is paid to by now, with everybody who brought that account. Where it is paid to
 * nobody, as the application says.
 */
const payeeOf = async (store: Store, { id, about }: BudgetHead, at: Instant): Promise<Payee> => {
  const before = about.continues ? await readHead(store, about.continues) : undefined;
  const payee = before?.form === 'budget-application' ? await confirmedPayee(store, before) : undefined;
  if (payee) return { ...payee, since: at };
  const answers = await readVersion(store, id, about.sent);
  if (!answers) throw new NotFoundError('the answers are gone');
  return { holder: answers.accountHolder, iban: answers.iban, since: at };
};

/** What was granted for the year before of what goes on: nothing where that is gone, or does not stand. */
const grantedBefore = async (store: Store, { about }: BudgetHead): Promise<number> => {
  const before = about.continues ? await readHead(store, about.continues) : undefined;
  if (before?.form !== 'budget-application' || before.at !== 'final') return 0;
  const { approved, decision, year, provider } = before.about;
  const stands = approved !== undefined && year === about.year - 1 && provider === about.provider;
  return stands && decision && decision.kind !== 'refuse' ? decision.amount : 0;
};

/**
 * The advances that an application may have now, one a month; none where the county pays none, nothing goes on, it is decided, or its
 * year's frame is not provisional any more: then it can be decided as well.
 */
export const possibleAdvances = async (
  store: Store,
  head: BudgetHead,
  { at, county }: Made,
  months = 12,
): Promise<PlannedInstalment[]> => {
  const { payments, mode } = county.budget;
  const { year, applied = 0 } = head.about;
  if (!payments.advances || mode === 'allotment' || !goesOn(head)) return [];
  if ((await readFrame(store, year)).state !== 'provisional') return [];
  const granted = await grantedBefore(store, head);
  return advancesOf({ year, today: dateOf(at), granted, applied }, months, payments.advances);
};

/**
 * The change by which an application gets advances: a payment order for each, and their money committed in the ledger of its year, in one
 * transaction. What its frame does not have is not paid ahead either.
 * @throws ConflictError when it may have none, or not so many
 */
export const withAdvances = async (
  store: Store,
  now: BudgetHead,
  { months, person }: { months: number; person: string },
  made: Made,
): Promise<HeadChange<BudgetHead>> => {
  const planned = await possibleAdvances(store, now, made, months);
  if (planned.length < months) throw new ConflictError('no-advances', { version: now.version, at: now.at });
  const { at, county } = made;
  const by = { person };
  const instalments = planned.map(({ due, amounts }, index) => ({
    n: index + 1,
    due,
    amount: totalOf(amounts),
    amounts,
    order: derivedId(now.id, `payment-order/${index + 1}`),
    advance: true as const,
  }));
  const payee = await payeeOf(store, now, at);
  const what = 'advances-planned';
  const entry = logged(store, now, { at, by, what });
  const head: BudgetHead = {
    ...entry.head,
    about: {
      ...entry.head.about,
      money: withAdvance(now.about.money, sumOfPlanned(planned)),
      grant: { openedAt: at, payee, instalments },
    },
  };
  // A frame that is not in force takes commitments of what goes on: that is what advances are.
  const policy = { ...county.budget, commitProvisional: true };
  const mail = owedMail(head, 'news', { provider: now.about.provider }, at);
  return {
    head: owing(head, at, mail),
    with: [
      ...entry.with,
      ...moneyWrites(store, now, head, { at, by, county: { ...county, budget: policy }, what }),
      ...instalments.flatMap((one) => newOrder(store, head, one, { at, by, county })),
    ],
  };
};
