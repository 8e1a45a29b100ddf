import type { TextsAnswer } from '../../domain/api/survey-results.ts';
import { membersOf } from '../../domain/survey/evaluation/area.ts';
import { isAnonymous } from '../../domain/survey/group.ts';
import { questionnaireOf } from '../../domain/survey/questionnaires.ts';
import { FieldsError, ForbiddenError, NotFoundError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { type OwnWords, readOwnWords } from '../store/survey-texts.ts';
import type { SurveyDeps } from './deps.ts';
import { resultsAsked } from './results-asked.ts';

/** Texts of one page. */
const PAGE = 500;
/** The number of a page; where pages end is not for the one who asks to say. */
const CURSOR = /^[1-9]\d{0,4}$/;

const pageOf = (cursor: string | undefined): number => {
  if (cursor !== undefined && !CURSOR.test(cursor))
    throw new FieldsError([{ path: ['cursor'], message: 'wrong-type' }]);
  return Number(cursor ?? 0);
};

/** Units that are read at once. */
const AT_ONCE = 10;

/**
 * `GET /api/surveys/{survey}/texts?group=&unit=&cursor=`: what people wrote in own words, for the coordinator alone, of units whose number of
 * answers may be shown, all their units mixed. By question, each in an order of its own: what one person wrote to several does not stand
 * together, and no two pages differ by one person. They are read where they were written, and gone when the answers are.
 * @throws ForbiddenError NotFoundError FieldsError
 */
export const showTexts =
  (deps: SurveyDeps): RouteHandler =>
  async (request) => {
    const { asker, round, group, version, area, areas } = await resultsAsked(deps, request);
    if (!asker.roles.includes('coordinator')) throw new ForbiddenError('other-role');
    if (!isAnonymous(group) || area.n === undefined) throw new NotFoundError('no texts of so few');
    const page = pageOf(request.query.cursor);
    const questions = questionnaireOf(group, version).questions.flatMap(({ code, kind }) =>
      kind === 'text' ? [code] : [],
    );
    const units = membersOf(areas, area).map(({ key }) => key);
    const found: OwnWords[] = [];
    for (let from = 0; from < units.length; from += AT_ONCE) {
      const some = units.slice(from, from + AT_ONCE);
      const read = some.map((unit) => readOwnWords(deps.store, { round, group, unit }, questions));
      found.push(...(await Promise.all(read)).flat());
    }
    const sorted = questions.flatMap((code) =>
      found
        .filter(({ question }) => question === code)
        .sort((a, b) => (a.place < b.place ? -1 : 1))
        .map(({ question, text }) => ({ question, text })),
    );
    const end = (page + 1) * PAGE;
    const body: TextsAnswer = {
      items: sorted.slice(page * PAGE, end),
      ...(sorted.length > end && { cursor: String(page + 1) }),
    };
    return { body };
  };
