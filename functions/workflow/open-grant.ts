import { isNothing, totalOf } from '../../domain/budget/amounts.ts';
import { dateOf } from '../../domain/calendar/due.ts';
import type { BudgetApplicationAnswers } from '../../domain/forms/budget-application/answers.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import type { Grant } from '../../domain/payments/grant.ts';
import { planOf } from '../../domain/payments/plan.ts';
import type { County } from '../../domain/places/county.ts';
import { derivedId } from '../cases/derived-id.ts';
import { readVersion } from '../store/applications.ts';
import { budgetTask } from './budget-task.ts';
import { closeEarly } from './close-early.ts';
import { replanGrant } from './replan-grant.ts';

const grantOf = (
  { id, since, about }: BudgetHead,
  { accountHolder, iban, period }: BudgetApplicationAnswers,
  { budget }: County,
): Grant => {
  // Money that is allotted inside the county is paid to nobody.
  const planned =
    budget.mode === 'allotment'
      ? []
      : planOf(about.money.committed, { period, days: budget.payments.instalments, today: dateOf(since) });
  return {
    openedAt: since,
    payee: { holder: accountHolder, iban, since },
    instalments: planned.map(({ due, amounts }, n) => ({
      n: n + 1,
      due,
      amount: totalOf(amounts),
      amounts,
      order: derivedId(id, `payment-order/${n + 1}`),
    })),
  };
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
  if (isNothing(head.about.money.committed)) return { outcome: 'nothing' };
  const answers = await readVersion(store, head.id, head.about.sent);
  if (!answers) throw new Error('the answers are gone');
  const grant = grantOf(head, answers, await registers.county());
  return { outcome: 'opened', particulars: { grant } };
});
