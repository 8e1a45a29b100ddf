import type { BudgetApplicationAnswers } from '../domain/forms/budget-application/answers.ts';
import { continuationOf } from '../domain/forms/budget-application/continuation.ts';
import { budgetApplicationExample as example } from '../domain/forms/budget-application/example.ts';
import { paidTo } from '../domain/forms/budget-application/paid-to.ts';
import type { PaymentHead } from '../domain/forms/payment-order/particulars.ts';
import type { Payee } from '../domain/payments/payee.ts';
import { readHead } from '../functions/store/heads.ts';
import type { BudgetCases } from './budget-cases.ts';
import type { TestServer } from './server.ts';

/** What is done to bring a payment order from one step to the next, and by whom. */
const WAY: readonly [at: string, as: string, action: string][] = [
  ['planned', 'clerk', 'certify-now'],
  ['certify', 'clerk', 'certify'],
  ['order', 'head', 'order'],
];

/** The example for another year. */
const inYear = (year: number): BudgetApplicationAnswers =>
  JSON.parse(
    JSON.stringify(example).replaceAll('2027-', `${year}-`).replace('"year":2027', `"year":${year}`),
  );

/** Grants and their payment orders on a test's server. */
export const paymentCases = (server: TestServer, cases: BudgetCases) => {
  const orderOf = async (id: string) => (await readHead(server.store, id)) as PaymentHead;

  const goTo = async (id: string, goal: string) => {
    for (const [at, as, action] of WAY) {
      const head = await orderOf(id);
      if (head.at === goal) return id;
      // The calendar may have been faster with what is due at once.
      if (head.at === 'planned' && at === 'planned') await server.decide(as, id, action);
      else if (head.at === at) await cases.decide(as, id, action);
    }
    const { at } = await orderOf(id);
    if (at !== goal) throw new Error(`it stands at ${at} and not at ${goal}`);
    return id;
  };

  /** An application that was granted, announced, and is final because nobody will object: 71,234.56 € in four instalments. */
  const granted = async (change: Partial<BudgetApplicationAnswers> = {}) => {
    const id = await cases.goTo(await cases.submitted(change), 'announce');
    const today = server.clock.now().slice(0, 10);
    await cases.decide('clerk', id, 'post', { sentOn: today });
    await cases.decide('clerk', id, 'waive', { receivedOn: today });
    await server.idle();
    return id;
  };

  return {
    orderOf,
    goTo,
    granted,
    at: async (id: string) => (await orderOf(id)).at,

    /**
     * An application for the next year that goes on from a grant of this one without a change.
     * @param meanwhile what happens to the grant, and the account that it is paid to then
     */
    goingOn: async (year = 2027, meanwhile?: (grant: string) => Promise<Pick<Payee, 'holder' | 'iban'>>) => {
      const grant = await granted(inYear(year));
      const { declarations, signature } = example;
      const payee = await meanwhile?.(grant);
      return cases.submitted({
        ...continuationOf(paidTo(inYear(year), payee)),
        declarations,
        signature,
      } as BudgetApplicationAnswers);
    },

    /** The ids of its payment orders, the first instalment first. */
    ordersOf: async (application: string) =>
      ((await cases.headOf(application)).about.grant?.instalments ?? []).map(({ order }) => order),
  };
};
export type PaymentCases = ReturnType<typeof paymentCases>;
