import { askerOf } from '../../cases/asker.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { requireId } from '../../runtime/http/require-id.ts';
import { readResolution, readScenario, withdrawScenario } from '../../store/distributions.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { transact } from '../../store/transact.ts';
import { yearOf } from '../budgets/show-budget.ts';
import type { PortalDeps } from '../deps.ts';
import { distributionFor } from './show-distribution.ts';

/**
 * `POST /api/distributions/{year}/scenarios/{id}/withdrawal`: by the coordinator, until it was resolved. It is not compared any more, and
 * makes room for another; a repeat finds it withdrawn.
 */
export const withdrawOne =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const { store, clock } = deps;
    const asker = await askerOf(deps, request);
    if (!asker.roles.includes('coordinator')) throw new ForbiddenError('other-role');
    const year = yearOf(request);
    const id = requireId(request.params.id);
    const [one, resolution] = await Promise.all([readScenario(store, year, id), readResolution(store, year)]);
    if (!one) throw new NotFoundError('no such scenario');
    if (resolution?.scenario.id === id) throw new ConflictError('scenario-resolved');
    const withdrawn = { at: clock.now(), by: asker.id };
    const failed = one.withdrawn
      ? undefined
      : await transact(store, [
          withdrawScenario(store, year, id, withdrawn),
          hasRole(store, asker.id, 'coordinator'),
        ]);
    if (failed?.index === 1) throw new ForbiddenError('other-role');
    if (failed && !(await readScenario(store, year, id))?.withdrawn)
      throw new ConflictError('scenario-resolved');
    const body = await distributionFor(deps, year, { roles: asker.roles, view: 'office' });
    return { body, headers: { etag: `"${body.resolved}"` } };
  };
