import type { PaymentOrderFile } from '../../../domain/api/payments.ts';
import type { BudgetHead } from '../../../domain/forms/budget-application/particulars.ts';
import type { PaymentHead } from '../../../domain/forms/payment-order/particulars.ts';
import { numberText } from '../../../domain/payments/number.ts';
import type { Payee } from '../../../domain/payments/payee.ts';
import type { Person } from '../../../domain/people/person.ts';
import { askerOf, openFor } from '../../cases/asker.ts';
import { NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { readNotes } from '../../store/applications.ts';
import { applicationOf } from '../decisions/payment-order.ts';
import { deedsShown } from '../deeds-shown.ts';
import type { PortalDeps } from '../deps.ts';

const namesOf = (people: readonly Person[]) => (id: string) =>
  people.find((one) => one.id === id)?.name ?? id;

const payeeParts = ({ about }: PaymentHead, payee: Payee | undefined, nameOf: (id: string) => string) => {
  const { certified } = about;
  const shown = certified ?? payee;
  const { changedBy, confirmedBy, since = '' } = payee ?? {};
  return {
    ...(shown && { payee: { holder: shown.holder, iban: shown.iban } }),
    payeeChanged:
      certified !== undefined && (certified.iban !== payee?.iban || certified.holder !== payee.holder),
    payeeWaits: payee?.pending !== undefined,
    ...(changedBy && {
      payeeChange: {
        since,
        by: nameOf(changedBy.person),
        ...(confirmedBy && { confirmedBy: nameOf(confirmedBy.person) }),
      },
    }),
  };
};

const notesOf = async ({ store }: PortalDeps, { id }: PaymentHead, nameOf: (id: string) => string) =>
  (await readNotes(store, id)).map(({ n, at, by, action, text = '' }) => ({
    n,
    at,
    action,
    text,
    ...('person' in by && { byName: nameOf(by.person) }),
  }));

/** Whether it pays ahead of the decision; the one in the place of one that came back does too. */
const isAdvance = ({ about: { n } }: PaymentHead, { about }: BudgetHead): boolean => {
  const one = about.grant?.instalments.find((instalment) => instalment.n === n);
  return one?.advance === true;
};

const fileOf = async (deps: PortalDeps, head: PaymentHead): Promise<PaymentOrderFile> => {
  const { registers, store } = deps;
  const [people, providers, { budget }, application] = await Promise.all([
    registers.people(),
    registers.providerNames(),
    registers.county(),
    applicationOf(store, head),
  ]);
  const nameOf = namesOf(people);
  const { provider, certified, number, acted, notes: _n, export: taken, ...about } = head.about;
  return {
    ...about,
    id: head.id,
    at: head.at,
    ended: head.endedAt !== undefined,
    version: head.version,
    provider: { id: provider, name: providers.get(provider) ?? provider },
    ...(isAdvance(head, application) && { advance: true as const }),
    ...payeeParts(head, application.about.grant?.payee, nameOf),
    account: certified?.account ?? budget.payments.account,
    ...(number && { number: numberText(number, budget.payments.numberPrefix) }),
    ...(taken && { export: taken }),
    acted: deedsShown(acted, people),
    notes: await notesOf(deps, head, nameOf),
  };
};

/** `GET /api/payment-orders/{id}`: for the office. */
export const showOrder =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    const { head } = await openFor(deps, asker, request.params.id);
    if (head.form !== 'payment-order') throw new NotFoundError('no payment order');
    return { body: await fileOf(deps, head) };
  };
