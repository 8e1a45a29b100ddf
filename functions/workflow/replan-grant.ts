import { type Amounts, NOTHING, plus } from '../../domain/budget/amounts.ts';
import { beyond } from '../../domain/budget/difference.ts';
import { dateOf } from '../../domain/calendar/due.ts';
import type { Instant } from '../../domain/calendar/period.ts';
import type { BudgetHead } from '../../domain/forms/budget-application/particulars.ts';
import type { PaymentHead } from '../../domain/forms/payment-order/particulars.ts';
import type { Instalment } from '../../domain/payments/grant.ts';
import { replan } from '../../domain/payments/replan.ts';
import type { County } from '../../domain/places/county.ts';
import { canonicalText } from '../../domain/submission/canonical.ts';
import { decided } from '../cases/decide.ts';
import { derivedId } from '../cases/derived-id.ts';
import { newOrder } from '../cases/new-order.ts';
import { whileOthersWrite } from '../cases/while-others-write.ts';
import type { Store } from '../store/client.ts';
import { changeHeadOf, type HeadChange, putHead, readHead } from '../store/heads.ts';
import { logged } from '../store/log.ts';
import type { Write } from '../store/transact.ts';
import type { WorkflowDeps } from './deps.ts';

/** Nobody has said yet that it is right: it may become another sum. */
const OPEN = ['planned', 'certify'];
/** Certified, and not paid: it goes its way as it is. */
const UNDER_WAY = ['order', 'export', 'booking'];

interface Made {
  at: Instant;
  county: County;
}

const ordersOf = async (store: Store, instalments: readonly Instalment[]): Promise<PaymentHead[]> => {
  const heads = await Promise.all(instalments.map(({ order }) => readHead(store, order)));
  return heads.flatMap((head) => (head?.form === 'payment-order' ? [head] : []));
};

const sumOf = (orders: readonly PaymentHead[]): Amounts =>
  orders.reduce((sum, { about }) => plus(sum, about.amounts), NOTHING);

/** An order with another sum: whoever looks at the old one decides on nothing. What comes to nothing is cancelled. */
const changedOrder = (store: Store, order: PaymentHead, one: Instalment, { at, county }: Made): Write[] => {
  const { amount, amounts } = one;
  const by = { system: true } as const;
  const changed = { ...order, version: order.version + 1, about: { ...order.about, amount, amounts } };
  if (amount > 0) {
    const entry = logged(store, changed, { at, by, what: 'replanned' });
    return [putHead(store, entry.head, order.rev), ...entry.with];
  }
  const act = { kind: 'action', step: order.at, action: 'cancel', as: 'clerk' } as const;
  const cancelled = decided(store, changed, { act, by, at, county });
  return [putHead(store, cancelled.head, order.rev), ...cancelled.with];
};

const writesFor = (
  store: Store,
  grant: BudgetHead,
  orders: readonly PaymentHead[],
  instalments: readonly Instalment[],
  made: Made,
): Write[] =>
  instalments.flatMap((one) => {
    const order = orders.find(({ id }) => id === one.order);
    if (!order) return newOrder(store, grant, one, { ...made, by: { system: true } });
    return order.about.amount === one.amount &&
      canonicalText(order.about.amounts) === canonicalText(one.amounts)
      ? []
      : changedOrder(store, order, one, made);
  });

const replanned = async (
  { store }: WorkflowDeps,
  now: BudgetHead,
  made: Made,
): Promise<HeadChange<BudgetHead> | undefined> => {
  const { grant, money } = now.about;
  // Money that is allotted inside the county is paid to nobody.
  if (!grant || made.county.budget.mode === 'allotment') return undefined;
  const orders = await ordersOf(store, grant.instalments);
  const at = (steps: readonly string[]) => orders.filter((order) => steps.includes(order.at));
  const instalments = replan(grant, beyond(money.committed, sumOf(at(UNDER_WAY))), {
    open: at(OPEN).map(({ about }) => about.n),
    today: dateOf(made.at),
    orderFor: (n) => derivedId(now.id, `payment-order/${n}`),
  });
  if (canonicalText(instalments) === canonicalText(grant.instalments)) return undefined;
  const entry = logged(store, now, { at: made.at, by: { system: true }, what: 'replanned' });
  const head = { ...entry.head, about: { ...entry.head.about, grant: { ...grant, instalments } } };
  return { head, with: [...entry.with, ...writesFor(store, head, orders, instalments, made)] };
};

/**
 * Plans the instalments of a grant anew when an amendment of it is final: the grant, its orders and any new one in one transaction.
 * A repeat finds everything as it should be.
 */
export const replanGrant = async (deps: WorkflowDeps, application: string): Promise<void> => {
  const county = await deps.registers.county();
  await whileOthersWrite(() =>
    changeHeadOf(deps.store, 'budget-application', application, (now) =>
      replanned(deps, now, { at: deps.clock.now(), county }),
    ),
  );
};
