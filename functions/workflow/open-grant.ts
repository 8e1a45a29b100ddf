import { type Amounts, isNothing, NOTHING, plus, totalOf } from '../../domain/budget/amounts.ts';
import { paidOutOf } from '../../domain/budget/holding.ts';
import { dateOf } from '../../domain/calendar/due.ts';
import type { BudgetApplicationAnswers } from '../../domain/forms/budget-application/answers.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { lessAdvances, sumOfPlanned } from '../../domain/payments/advance.ts';
import type { Grant } from '../../domain/payments/grant.ts';
import { planOf } from '../../domain/payments/plan.ts';
import type { County } from '../../domain/places/county.ts';
import { derivedId } from '../cases/derived-id.ts';
import { readVersion } from '../store/applications.ts';
import type { Store } from '../store/client.ts';
import { readHead } from '../store/heads.ts';
import { budgetTask } from './budget-task.ts';
import { closeEarly } from './close-early.ts';
import { replanGrant } from './replan-grant.ts';

const NOT_PAID = ['returned', 'cancelled'];

/** What was paid ahead, and what of that is still on its way: everything of the advances that neither came back nor was cancelled. */
const aheadOf = async (store: Store, { instalments }: Pick<Grant, 'instalments'>): Promise<Amounts> => {
  const orders = await Promise.all(instalments.map(({ order }) => readHead(store, order)));
  const counted = orders.flatMap((one) =>
    one?.form === 'payment-order' && !NOT_PAID.includes(one.at) ? [one.about] : [],
  );
  return sumOfPlanned(counted);
};

/**
 * The grant with its instalments: those of what was granted in all, less what was paid ahead, behind those that are there.
 * @param there a grant that has advances already
 */
const grantOf = (
  { id, since, about }: BudgetHead,
  { accountHolder, iban, period }: BudgetApplicationAnswers,
  { budget }: County,
  { there, ahead }: { there: Grant | undefined; ahead: Amounts },
): Grant => {
  const days = budget.payments.instalments;
  const all = plus(about.money.committed, paidOutOf(about.money));
  // Money that is allotted inside the county is paid to nobody.
  const planned =
    budget.mode === 'allotment'
      ? []
      : lessAdvances(planOf(all, { period, days, today: dateOf(since) }), ahead);
  const { instalments, payee } = there ?? { instalments: [], payee: { holder: accountHolder, iban, since } };
  const added = planned.map(({ due, amounts }, at) => {
    const n = instalments.length + at + 1;
    return { n, due, amount: totalOf(amounts), amounts, order: derivedId(id, `payment-order/${n}`) };
  });
  return { openedAt: since, payee, instalments: [...instalments, ...added] };
};

/**
 * When nobody can object any more, a grant is opened: whom it is paid to, in which instalments, and a payment order for each, all
 * in one transaction. What ends without money has nothing to open; what amends a grant has its instalments planned anew, and where it
 * ended with its last Kita its proof is due soon.
 */
export const openGrant = budgetTask(async (deps, head) => {
  const { store, registers } = deps;
  const { amends } = head.about;
  if (amends?.effective) {
    await replanGrant(deps, amends.application);
    await closeEarly(deps, amends.application);
    return { outcome: 'replanned' };
  }
  const { grant: there, money } = head.about;
  if (isNothing(money.committed)) return { outcome: 'nothing' };
  const answers = await readVersion(store, head.id, head.about.sent);
  if (!answers) throw new Error('the answers are gone');
  const ahead = there ? await aheadOf(store, there) : NOTHING;
  const grant = grantOf(head, answers, await registers.county(), { there, ahead });
  return { outcome: 'opened', particulars: { grant } };
});
