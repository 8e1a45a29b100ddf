import type { Instant } from '../../domain/calendar/period.ts';
import { fileNumberOf } from '../../domain/forms/budget-application/file-number.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import { startsAt } from '../../domain/forms/payment-order/follow.ts';
import type { PaymentHead } from '../../domain/forms/payment-order/particulars.ts';
import type { Instalment } from '../../domain/payments/grant.ts';
import type { County } from '../../domain/places/county.ts';
import { begin } from '../../domain/process/apply-act.ts';
import type { Actor } from '../../domain/submission/log.ts';
import { newestProcess } from '../../domain/submission/process-of.ts';
import type { Store } from '../store/client.ts';
import { notErased } from '../store/erase.ts';
import { headItem } from '../store/heads.ts';
import { logged } from '../store/log.ts';
import { owing } from '../store/owe.ts';
import type { Write } from '../store/transact.ts';

interface Made {
  at: Instant;
  by: Actor;
  county: County;
  /** The order in whose place it is. */
  follows?: string;
}

const headOf = (application: BudgetHead, one: Instalment, { at, county, follows }: Made): PaymentHead => {
  const process = newestProcess('payment-order');
  const { provider, year, purpose } = application.about;
  return {
    id: one.order,
    form: 'payment-order',
    process: { name: process.name, version: process.version },
    version: 1,
    rev: 1,
    createdAt: at,
    ...begin(process, at),
    due: startsAt(one.due, county.budget.payments.leadDays, at),
    run: 1,
    runSince: at,
    excluded: [],
    log: { n: 0, hash: '' },
    owed: {},
    about: {
      application: application.id,
      provider,
      year,
      ...(purpose && { purpose }),
      fileNumber: fileNumberOf(application, county.budget),
      n: one.n,
      due: one.due,
      amount: one.amount,
      amounts: one.amounts,
      acted: [],
      notes: 0,
      ...(follows && { follows }),
    },
  };
};

/** What makes the payment order of an instalment, in the transaction of what brings it about: it is there once. */
export const newOrder = (store: Store, application: BudgetHead, one: Instalment, made: Made): Write[] => {
  const { at, by } = made;
  const head = headOf(application, one, made);
  const first = logged(store, head, { at, by, what: 'planned', to: head.at, ref: application.id });
  return [
    {
      Put: {
        TableName: store.table,
        Item: headItem(owing(first.head, at, { 'start-1': { do: 'start', run: 1 } })),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    ...first.with,
    notErased(store, head.id),
  ];
};
