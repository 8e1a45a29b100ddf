import type * as z from 'zod/mini';
import type { newAmendment as newAmendmentBody } from '../../../domain/api/budget.ts';
import type { Standing } from '../../../domain/people/asker.ts';
import type { Role } from '../../../domain/people/role.ts';
import { askerOf, openFor } from '../../cases/asker.ts';
import { newAmendment } from '../../cases/new-amendment.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { ConditionFailedError, changeHeadOf, readHead } from '../../store/heads.ts';
import { isYearCheck } from '../../store/ledger.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { frameConflict } from '../decisions/frame-conflict.ts';
import type { PortalDeps } from '../deps.ts';

/** The provider applies for it; the clerk files it for the office. Nobody else begins one. @throws ForbiddenError */
const beginningAs = ({ roles }: Standing): Extract<Role, 'provider' | 'clerk'> => {
  if (roles.includes('provider')) return 'provider';
  if (roles.includes('clerk')) return 'clerk';
  throw new ForbiddenError('other-role');
};

/** `POST /api/budget-applications/{id}/amendments`: one is open at a time, for each begins with what is granted. */
export const beginAmendment =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const { id, reason, from, changes = [] } = request.body as z.infer<typeof newAmendmentBody>;
    const asker = await askerOf(deps, request);
    const { head: seen, standing } = await openFor(deps, asker, request.params.id);
    if (seen.form !== 'budget-application') throw new NotFoundError('no application');
    const as = beginningAs(standing);
    const { store, registers, clock } = deps;
    const made = { at: clock.now(), county: await registers.county() };
    const of = { id, reason, from, changes, person: asker.id, exOfficio: as === 'clerk' };
    let isNew = false;
    try {
      await changeHeadOf(store, 'budget-application', seen.id, async (now) => {
        const begun = await newAmendment(store, now, of, made);
        isNew = begun !== undefined;
        return begun && { ...begun, with: [...begun.with, hasRole(store, asker.id, as)] };
      });
    } catch (error) {
      if (!(error instanceof ConditionFailedError)) throw error;
      if (isYearCheck(error.write))
        throw new ConflictError('frame-closed', { version: seen.version, at: seen.at });
      throw (await frameConflict(deps, seen, error)) ?? new ForbiddenError('forbidden');
    }
    const head = await readHead(store, id);
    if (!head) throw new NotFoundError('the amendment is gone');
    return { status: isNew ? 201 : 200, body: { id, at: head.at } };
  };
