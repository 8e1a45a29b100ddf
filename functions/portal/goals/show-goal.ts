import type { GoalAnswer } from '../../../domain/api/goals.ts';
import type { SavedGoal } from '../../../domain/goals/goal.ts';
import type { KnownAsker } from '../../cases/asker.ts';
import { FieldsError, NotFoundError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { listGoalVersions, readGoal, readGoalVersion } from '../../store/goals.ts';
import type { PortalDeps } from '../deps.ts';
import { namedBy } from '../distributions/readers.ts';
import { askerForGoals, goalActions, goalItem } from './goal-item.ts';

export const goalFor = async (deps: PortalDeps, asker: KnownAsker, one: SavedGoal): Promise<GoalAnswer> => {
  const [versions, people] = await Promise.all([
    listGoalVersions(deps.store, one.id),
    deps.registers.people(),
  ]);
  return {
    ...goalItem(one, people),
    versions: versions.map(({ n, at, by }) => ({ version: n, at, ...namedBy(people, by) })),
    actions: goalActions(asker),
  };
};

const POSSIBLE = /^[0-9a-f-]{36}$/;

const wantedVersion = (version: string): number => {
  if (!/^[1-9]\d{0,5}$/.test(version))
    throw new FieldsError([{ path: ['version'], message: 'unknown-choice' }]);
  return Number(version);
};

/** `GET /api/goals/{id}?version=`: a goal as it stands, or as it was saved the n-th time. */
export const showGoal =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const asker = await askerForGoals(deps, request);
    const { id = '' } = request.params;
    const { version } = request.query;
    if (!POSSIBLE.test(id)) throw new NotFoundError('no such goal');
    const one =
      version === undefined
        ? await readGoal(deps.store, id)
        : await readGoalVersion(deps.store, id, wantedVersion(version));
    if (!one) throw new NotFoundError('no such goal');
    return { body: await goalFor(deps, asker, one), headers: { etag: `"${one.n}"` } };
  };
