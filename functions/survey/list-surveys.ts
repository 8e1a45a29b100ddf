import type { SurveysAnswer } from '../../domain/api/survey-results.ts';
import { maySeeCounty } from '../../domain/survey/evaluation/access.ts';
import { askerOf } from '../cases/asker.ts';
import { ForbiddenError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { headsOf } from '../store/head-lists.ts';
import type { SurveyDeps } from './deps.ts';

/** Results stay; older rounds than these are found by their address. */
const YEARS_BACK = 10;

/** Rounds that may be of the year after this one: they are held before it begins. */
const yearsFrom = (now: string): string[] => {
  const year = Number(now.slice(0, 4)) + 1;
  return Array.from({ length: YEARS_BACK + 2 }, (_, back) => String(year - back));
};

/** `GET /api/surveys`: the rounds whose results are there, for everybody who may see the county's. @throws ForbiddenError */
export const listSurveys =
  (deps: SurveyDeps): RouteHandler =>
  async (request) => {
    const asker = await askerOf(deps, request);
    if (!maySeeCounty(asker)) throw new ForbiddenError('other-role');
    const items: SurveysAnswer['items'] = [];
    for (const year of yearsFrom(deps.clock.now()))
      for await (const { id, about } of headsOf(deps.store, 'survey-round', year))
        if (about.publishedAt) {
          const { from, to, groups } = about;
          items.push({ id, year: about.year, from, to, groups });
        }
    return { body: { items: items.sort((a, b) => (a.from < b.from ? 1 : -1)) } satisfies SurveysAnswer };
  };
