import type { Role } from '../../../domain/people/role.ts';
import { askerOf, type KnownAsker } from '../../cases/asker.ts';
import { ForbiddenError } from '../../runtime/errors.ts';
import type { ApiRequest } from '../../runtime/http/request.ts';
import type { PortalDeps } from '../deps.ts';

/** Whose own they are, who steers by them, and who sees the county's sums. */
const READERS: readonly Role[] = ['social-worker', 'coordinator', 'head', 'auditor'];

/** @throws ForbiddenError */
export const askerForActivities = async (deps: PortalDeps, request: ApiRequest): Promise<KnownAsker> => {
  const asker = await askerOf(deps, request);
  if (!asker.roles.some((role) => READERS.includes(role))) throw new ForbiddenError('other-role');
  return asker;
};
