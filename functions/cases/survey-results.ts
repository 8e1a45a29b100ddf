import type { Asker } from '../../domain/people/asker.ts';
import { maySeeCounty } from '../../domain/survey/evaluation/access.ts';
import { ForbiddenError, NotFoundError } from '../runtime/errors.ts';
import type { Store } from '../store/client.ts';
import { type Frozen, readFrozen } from '../store/survey-results.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The frozen results of a round, for somebody who may see any.
 * @throws ForbiddenError for other roles, NotFoundError for a round without results
 */
export const openResults = async (
  store: Store,
  asker: Asker,
  round: string | undefined,
): Promise<{ id: string; frozen: Frozen }> => {
  if (!maySeeCounty(asker)) throw new ForbiddenError('other-role');
  const frozen = round && UUID.test(round) ? await readFrozen(store, round) : undefined;
  if (!round || !frozen) throw new NotFoundError('no results of such a round');
  return { id: round, frozen };
};
