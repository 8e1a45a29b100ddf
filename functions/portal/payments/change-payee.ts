import { owedMail } from '../../../domain/mails/owed-mail.ts';
import {
  confirmationRefusal,
  confirmed,
  type Payee,
  type PayeeChange,
  proposed,
  rejected,
} from '../../../domain/payments/payee.ts';
import type { Role } from '../../../domain/people/role.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { ApiRequest, RouteHandler } from '../../runtime/http/request.ts';
import { ConditionFailedError, changeHeadOf } from '../../store/heads.ts';
import { logged } from '../../store/log.ts';
import { owing } from '../../store/owe.ts';
import { hasRole } from '../../store/role-conditions.ts';
import type { PortalDeps } from '../deps.ts';
import { type GrantFile, openGrantFile } from './open-grant-file.ts';
import { CONFIRMING, ENTERING, isOtherThanEntered, REJECTING } from './payee-roles.ts';
import { grantAnswer } from './show-grant.ts';

/** @throws ForbiddenError for whoever has none of these roles in this case */
const roleIn = ({ standing }: GrantFile, wanted: readonly Role[]): Role => {
  const role = standing.roles.find((one) => wanted.includes(one));
  if (!role) throw new ForbiddenError('other-role');
  return role;
};

/** Writes another payee and who did it; the provider's people get a mail, so that nobody changes it behind their backs. */
const write = async (
  deps: PortalDeps,
  request: ApiRequest,
  { file, as, what }: { file: GrantFile; as: Role; what: string },
  change: (now: Payee) => Payee,
) => {
  const { store, clock } = deps;
  const at = clock.now();
  const by = { person: file.asker.id };
  try {
    await changeHeadOf(store, 'budget-application', file.head.id, (now) => {
      const { grant } = now.about;
      if (!grant) throw new NotFoundError('the grant is gone');
      const payee = change(grant.payee);
      const entry = logged(store, now, { at, by, what });
      const head = { ...entry.head, about: { ...entry.head.about, grant: { ...grant, payee } } };
      const mail = owedMail(head, 'news', { provider: now.about.provider }, at);
      return { head: owing(head, at, mail), with: [...entry.with, hasRole(store, file.asker.id, as)] };
    });
  } catch (error) {
    if (error instanceof ConditionFailedError) throw new ForbiddenError('other-role');
    throw error;
  }
  return { body: await grantAnswer(deps, await openGrantFile(deps, request)) };
};

/** `POST /api/budget-applications/{id}/payee`: another account. It waits, and needs a second person. */
export const changePayee =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const file = await openGrantFile(deps, request);
    const as = roleIn(file, ENTERING);
    const { budget } = await deps.registers.county();
    const by = { person: file.asker.id };
    const of = { by, at: deps.clock.now(), waitDays: budget.payments.payeeWaitDays };
    return write(deps, request, { file, as, what: 'payee-proposed' }, (now) =>
      proposed(now, request.body as PayeeChange, of),
    );
  };

/** What waits is what was meant: another one was entered meanwhile, or none waits any more. @throws ConflictError */
const requireMeant = ({ pending }: Payee, { body }: ApiRequest, { head }: GrantFile) => {
  if (pending?.iban !== (body as { iban: string }).iban)
    throw new ConflictError('changed-meanwhile', { version: head.version, at: head.at });
};

/** `POST …/payee/confirmation`: by another person, when it has waited long enough. */
export const confirmPayee =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const file = await openGrantFile(deps, request);
    const as = roleIn(file, CONFIRMING);
    requireMeant(file.grant.payee, request, file);
    if (!(await isOtherThanEntered(deps, file.asker, file.grant.payee)))
      throw new ForbiddenError('four-eyes');
    const at = deps.clock.now();
    return write(deps, request, { file, as, what: 'payee-confirmed' }, (now) => {
      requireMeant(now, request, file);
      if (now.pending?.by.person !== file.grant.payee.pending?.by.person)
        throw new ForbiddenError('four-eyes');
      if (confirmationRefusal(now, at))
        throw new ConflictError('payee-waits', { version: file.head.version, at: file.head.at });
      return confirmed(now, { by: { person: file.asker.id }, at });
    });
  };

/** `POST …/payee/rejection`: by whoever notices that it is wrong. */
export const rejectPayee =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const file = await openGrantFile(deps, request);
    const as = roleIn(file, REJECTING);
    return write(deps, request, { file, as, what: 'payee-rejected' }, (now) => {
      requireMeant(now, request, file);
      return rejected(now);
    });
  };
