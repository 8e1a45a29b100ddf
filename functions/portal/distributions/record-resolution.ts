import { dateOf } from '../../../domain/calendar/due.ts';
import {
  type NewResolution,
  type Resolution,
  resolutionIssue,
} from '../../../domain/distribution/scenario.ts';
import { askerOf, type KnownAsker } from '../../cases/asker.ts';
import { ConflictError, FieldsError, ForbiddenError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { markResolved, putResolution, readResolution, readScenario } from '../../store/distributions.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { transact } from '../../store/transact.ts';
import { yearOf } from '../budgets/show-budget.ts';
import { isOther } from '../corrections/two-people.ts';
import type { PortalDeps } from '../deps.ts';
import { distributionFor } from './show-distribution.ts';

/** The next resolution of a year, if it can be one. @throws FieldsError, ForbiddenError */
const checked = async (
  deps: PortalDeps,
  asker: KnownAsker,
  { year, n, sent }: { year: number; n: number; sent: NewResolution },
): Promise<Resolution> => {
  const { store, registers, clock } = deps;
  const scenario = await readScenario(store, year, sent.scenario);
  if (!scenario || scenario.withdrawn)
    throw new FieldsError([{ path: ['scenario'], message: 'unknown-choice' }]);
  const { budget } = await registers.county();
  const at = clock.now();
  const issue = resolutionIssue(scenario, sent.resolvedOn, { today: dateOf(at), budget });
  if (issue) throw new FieldsError([issue]);
  if (!(await isOther(deps, asker, { at: scenario.at, by: { person: scenario.by } })))
    throw new ForbiddenError('four-eyes');
  return { n, scenario, resolvedOn: sent.resolvedOn, by: asker.id, at };
};

const isSame = (now: Resolution | undefined, asker: KnownAsker, { scenario, resolvedOn }: NewResolution) =>
  now?.by === asker.id && now.scenario.id === scenario && now.resolvedOn === resolvedOn;

/**
 * `POST /api/distributions/{year}/resolution`: the committee's office records which scenario the JHA resolved, and when. Who made the
 * scenario does not record it, deputies included. A later resolution takes the place of an earlier one, which stays.
 */
export const recordResolution =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const { store } = deps;
    const asker = await askerOf(deps, request);
    if (!asker.roles.includes('committee')) throw new ForbiddenError('other-role');
    const year = yearOf(request);
    const sent = request.body as NewResolution;
    const now = await readResolution(store, year);
    const answer = async () => {
      const body = await distributionFor(deps, year, { roles: asker.roles, view: 'paper' });
      return { body, headers: { etag: `"${body.resolved}"` } };
    };
    if (isSame(now, asker, sent)) return answer();
    const n = (now?.n ?? 0) + 1;
    const faster = new ConflictError('faster');
    if ((request.ifMatch ?? '"0"') !== `"${n - 1}"`) throw faster;
    const one = await checked(deps, asker, { year, n, sent });
    const failed = await transact(store, [
      putResolution(store, year, one),
      hasRole(store, asker.id, 'committee'),
      markResolved(store, year, one.scenario.id),
    ]);
    if (failed?.index === 1) throw new ForbiddenError('other-role');
    if (failed) throw faster;
    return answer();
  };
