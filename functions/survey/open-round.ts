import type { RoundHead } from '../../domain/forms/survey-round/particulars.ts';
import { askerOf, type KnownAsker } from '../cases/asker.ts';
import { NotFoundError } from '../runtime/errors.ts';
import type { ApiRequest } from '../runtime/http/request.ts';
import { readHead } from '../store/heads.ts';
import type { SurveyDeps } from './deps.ts';

const UUID = /^[0-9a-f-]{36}$/;

/** A round and who asks for it. @throws NotFoundError when there is none, or it is nothing to the one who asks */
export const openRound = async (
  deps: SurveyDeps,
  request: ApiRequest,
): Promise<{ asker: KnownAsker; round: RoundHead; isCoordinator: boolean }> => {
  const asker = await askerOf(deps, request);
  const isCoordinator = asker.roles.includes('coordinator');
  const { id } = request.params;
  const round = id && UUID.test(id) ? await readHead(deps.store, id) : undefined;
  if (round?.form !== 'survey-round' || !(isCoordinator || asker.roles.includes('kita')))
    throw new NotFoundError('no such round for this person');
  return { asker, round, isCoordinator };
};
