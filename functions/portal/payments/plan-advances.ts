import type * as z from 'zod/mini';
import type { newAdvances } from '../../../domain/api/payments.ts';
import { withAdvances } from '../../cases/advances.ts';
import { askerOf, openFor } from '../../cases/asker.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { ConditionFailedError, changeHeadOf } from '../../store/heads.ts';
import { isFrameWrite } from '../../store/ledger.ts';
import { hasRole } from '../../store/role-conditions.ts';
import type { PortalDeps } from '../deps.ts';
import { openGrantFile } from './open-grant-file.ts';
import { grantAnswer } from './show-grant.ts';

/**
 * `POST /api/budget-applications/{id}/advances`: the clerk plans monthly advances on what goes on from last year. Each is a payment order,
 * certified by one and ordered by another person like every one.
 */
export const planAdvances =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const { months } = request.body as z.infer<typeof newAdvances>;
    const asker = await askerOf(deps, request);
    const { head: seen, standing } = await openFor(deps, asker, request.params.id);
    if (seen.form !== 'budget-application') throw new NotFoundError('no application');
    if (!standing.roles.includes('clerk')) throw new ForbiddenError('other-role');
    const made = { at: deps.clock.now(), county: await deps.registers.county() };
    try {
      await changeHeadOf(deps.store, 'budget-application', seen.id, async (now) => {
        const planned = await withAdvances(deps.store, now, { months, person: asker.id }, made);
        return { ...planned, with: [...(planned.with ?? []), hasRole(deps.store, asker.id, 'clerk')] };
      });
    } catch (error) {
      if (!(error instanceof ConditionFailedError)) throw error;
      if (isFrameWrite(error.write))
        throw new ConflictError('no-advances', { version: seen.version, at: seen.at });
      throw new ForbiddenError('other-role');
    }
    return { body: await grantAnswer(deps, await openGrantFile(deps, request)) };
  };
