import type * as z from 'zod/mini';
import type { reportSetting } from '../../../domain/api/activities.ts';
import { askerOf } from '../../cases/asker.ts';
import { ConflictError, ForbiddenError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { putReport, readReport } from '../../store/activities.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { transact } from '../../store/transact.ts';
import { yearOf } from '../budgets/show-budget.ts';
import type { PortalDeps } from '../deps.ts';
import { seenState } from '../seen-state.ts';
import { activitiesFor } from './show-counts.ts';

/**
 * `PUT /api/activity-reports/{year}`: the coordinator closes a year's counts, so that the report says what stays, or opens them again
 * for a correction; who did so when is kept.
 */
export const setReport =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const { store, clock } = deps;
    const asker = await askerOf(deps, request);
    if (!asker.roles.includes('coordinator')) throw new ForbiddenError('other-role');
    const year = yearOf(request);
    const { closed } = request.body as z.infer<typeof reportSetting>;
    const now = await readReport(store, year);
    const answer = async () => {
      const body = await activitiesFor(deps, asker, year);
      return { body, headers: { etag: `"${body.report.version}"` } };
    };
    if (now.closed === closed) return answer();
    const stale = new ConflictError('faster', { version: now.version, at: now.closed ? 'closed' : 'open' });
    if ((seenState(request.ifMatch) ?? 0) !== now.version) throw stale;
    const failed = await transact(store, [
      hasRole(store, asker.id, 'coordinator'),
      putReport(store, year, {
        closed,
        version: now.version + 1,
        changes: [...now.changes, { closed, at: clock.now(), by: asker.id }],
      }),
    ]);
    if (failed?.index === 0) throw new ForbiddenError('other-role');
    if (failed) throw stale;
    return answer();
  };
