import type { Correction } from '../../../domain/budget/correction.ts';
import type { Role } from '../../../domain/people/role.ts';
import { askerOf, type KnownAsker } from '../../cases/asker.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '../../runtime/errors.ts';
import type { ApiRequest } from '../../runtime/http/request.ts';
import { readCorrection } from '../../store/corrections.ts';
import { yearOf } from '../budgets/show-budget.ts';
import type { PortalDeps } from '../deps.ts';
import { answeringRole, isOther, isParty } from './two-people.ts';

export interface Answering {
  asker: KnownAsker;
  as: Role;
  year: number;
  proposed: Correction;
}

const POSSIBLE = /^[0-9a-f-]{36}$/;

/**
 * A proposal and who answers it: treasurer or head, another person than who proposed it, and nobody's deputy in that.
 * @throws ForbiddenError with the reason, NotFoundError
 */
export const answeringOf = async (deps: PortalDeps, request: ApiRequest): Promise<Answering> => {
  const asker = await askerOf(deps, request);
  const as = answeringRole(asker);
  if (!as) throw new ForbiddenError('other-role');
  const year = yearOf(request);
  const { id = '' } = request.params;
  const proposed = POSSIBLE.test(id) ? await readCorrection(deps.store, year, id) : undefined;
  if (!proposed) throw new NotFoundError('no such correction');
  if (isParty(asker, proposed.of)) throw new ForbiddenError('other-role');
  if (!(await isOther(deps, asker, proposed))) throw new ForbiddenError('four-eyes');
  return { asker, as, year, proposed };
};

/**
 * What stands when a proposal was answered before: the same answer by the same person again is harmless.
 * @throws ConflictError for anybody else, with who was faster
 */
export const answeredBefore = async (
  { registers }: PortalDeps,
  { asker }: Answering,
  now: Correction,
  wanted: 'confirmed' | 'rejected',
): Promise<Correction> => {
  const by = now.answered && 'person' in now.answered.by ? now.answered.by.person : undefined;
  if (now.state === wanted && by === asker.id) return now;
  const name = (await registers.people()).find(({ id }) => id === by)?.name;
  throw new ConflictError('correction-answered', { version: 1, at: now.state, ...(name && { by: name }) });
};
