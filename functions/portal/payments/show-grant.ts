import type { GrantAnswer } from '../../../domain/api/payments.ts';
import { plus, totalOf } from '../../../domain/budget/amounts.ts';
import type { PaymentHead } from '../../../domain/forms/payment-order/particulars.ts';
import { proofIdOf } from '../../cases/open-proof.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { readHeads } from '../../store/head-lists.ts';
import { readHead } from '../../store/heads.ts';
import { submissionPk } from '../../store/keys.ts';
import type { PortalDeps } from '../deps.ts';
import { type GrantFile, openGrantFile } from './open-grant-file.ts';
import { payeeActions } from './payee-roles.ts';

type State = NonNullable<GrantAnswer['instalments'][number]['state']>;

const STATES: Readonly<Record<string, State>> = {
  planned: 'planned',
  booked: 'paid',
  paid: 'paid',
  returned: 'returned',
  cancelled: 'cancelled',
};

const stateOf = (order: PaymentHead): State => STATES[order.at] ?? 'running';

const instalmentsOf = async (
  deps: PortalDeps,
  { grant, isOwn }: GrantFile,
): Promise<GrantAnswer['instalments']> => {
  const heads = await readHeads(
    deps.store,
    grant.instalments.map(({ order }) => submissionPk(order)),
  );
  const orders = new Map(
    heads.flatMap((one) => (one.form === 'payment-order' ? [[one.id, one] as const] : [])),
  );
  return grant.instalments.map(({ n, due, amount, order, follows, advance }) => {
    const found = orders.get(order);
    const state = found && stateOf(found);
    return {
      n,
      due,
      amount,
      ...(state && { state }),
      ...(state === 'paid' && found?.about.booked && { paidOn: found.about.booked.on }),
      ...(follows !== undefined && { follows }),
      ...(advance && { advance }),
      ...(!isOwn && found && { order }),
    };
  });
};

const proofOf = async ({ store }: PortalDeps, { head }: GrantFile): Promise<Pick<GrantAnswer, 'proof'>> => {
  const proof = await readHead(store, proofIdOf(head));
  if (proof?.form !== 'proof-of-use') return {};
  return { proof: { id: proof.id, at: proof.at, fileBy: proof.about.fileBy } };
};

/** A grant as its provider and the office see it. */
export const grantAnswer = async (deps: PortalDeps, file: GrantFile): Promise<GrantAnswer> => {
  const { grant, head, asker, standing, isOwn } = file;
  const { changedBy: _by, confirmedBy: _confirmed, entered: _entered, pending, ...payee } = grant.payee;
  const { money } = head.about;
  const people = await deps.registers.people();
  const byName = people.find(({ id }) => id === pending?.by.person)?.name;
  return {
    payee: {
      ...payee,
      ...(pending && {
        pending: {
          holder: pending.holder,
          iban: pending.iban,
          at: pending.at,
          from: pending.from,
          ...(!isOwn && byName && { byName }),
        },
      }),
    },
    instalments: await instalmentsOf(deps, file),
    paid: totalOf(plus(money.paid, money.accepted)),
    open: totalOf(money.committed),
    returned: totalOf(money.returned),
    ...(await proofOf(deps, file)),
    actions: await payeeActions(deps, asker, { roles: standing.roles, payee: grant.payee }),
  };
};

/** `GET /api/budget-applications/{id}/payments` */
export const showGrant =
  (deps: PortalDeps): RouteHandler =>
  async (request) => ({ body: await grantAnswer(deps, await openGrantFile(deps, request)) });
