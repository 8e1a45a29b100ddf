import type { GoalItem } from '../../../domain/api/goals.ts';
import type { SavedGoal } from '../../../domain/goals/goal.ts';
import type { Person } from '../../../domain/people/person.ts';
import type { Role } from '../../../domain/people/role.ts';
import { askerOf, type KnownAsker } from '../../cases/asker.ts';
import { ForbiddenError } from '../../runtime/errors.ts';
import type { ApiRequest } from '../../runtime/http/request.ts';
import type { PortalDeps } from '../deps.ts';
import { namedBy } from '../distributions/readers.ts';

/** Goals are planning texts for everybody who works with them; who runs the system sees no content. */
const isReader = (role: Role) => role !== 'admin';

/** @throws ForbiddenError */
export const askerForGoals = async (deps: PortalDeps, request: ApiRequest): Promise<KnownAsker> => {
  const asker = await askerOf(deps, request);
  if (!asker.roles.some(isReader)) throw new ForbiddenError('other-role');
  return asker;
};

export const goalActions = ({ roles }: KnownAsker): 'edit'[] =>
  roles.includes('coordinator') ? ['edit'] : [];

export const goalItem = ({ id, n, at, by, goal }: SavedGoal, people: readonly Person[]): GoalItem => ({
  ...goal,
  id,
  version: n,
  at,
  ...namedBy(people, by),
});
