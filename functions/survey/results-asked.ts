import { maySeeResults } from '../../domain/survey/evaluation/access.ts';
import { COUNTY } from '../../domain/survey/evaluation/area.ts';
import type { Group } from '../../domain/survey/group.ts';
import { askerOf, type KnownAsker } from '../cases/asker.ts';
import { openResults } from '../cases/survey-results.ts';
import { FieldsError, NotFoundError } from '../runtime/errors.ts';
import type { ApiRequest } from '../runtime/http/request.ts';
import { type Frozen, type GroupAreas, readGroupAreas } from '../store/survey-results.ts';
import type { SurveyDeps } from './deps.ts';

export interface ResultsAsked {
  asker: KnownAsker;
  round: string;
  frozen: Frozen;
  group: Group;
  version: number;
  area: GroupAreas['areas'][number];
  /** All that the one who asks may see. */
  areas: GroupAreas['areas'];
}

/** The group that somebody names, or the first. @throws FieldsError */
const groupOf = (asked: string | undefined, { groups }: Frozen): Group => {
  const found = asked === undefined ? groups[0] : groups.find((one) => one === asked);
  if (!found) throw new FieldsError([{ path: ['group'], message: 'unknown-choice' }]);
  return found;
};

/**
 * The results of which group and area (`unit`) of a round somebody asks for. What is not there and what is not theirs look alike.
 * @throws ForbiddenError NotFoundError FieldsError
 */
export const resultsAsked = async (deps: SurveyDeps, request: ApiRequest): Promise<ResultsAsked> => {
  const asker = await askerOf(deps, request);
  const { id, frozen } = await openResults(deps.store, asker, request.params.survey);
  const group = groupOf(request.query.group, frozen);
  const found = await readGroupAreas(deps.store, id, group);
  if (!found) throw new NotFoundError('no results of this group');
  const areas = found.areas.filter((area) => maySeeResults(asker, area));
  const { unit = COUNTY } = request.query;
  const area = areas.find(({ key }) => key === unit);
  if (!area) throw new NotFoundError('no such area for this person');
  return { asker, round: id, frozen, group, version: found.version, area, areas };
};
