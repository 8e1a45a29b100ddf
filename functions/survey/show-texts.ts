import type { TextsAnswer } from '../../domain/api/survey-results.ts';
import { membersOf } from '../../domain/survey/evaluation/area.ts';
import { isAnonymous } from '../../domain/survey/group.ts';
import { questionnaireOf } from '../../domain/survey/questionnaires.ts';
import { FieldsError, ForbiddenError, NotFoundError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { readAnswersAfter } from '../store/survey-texts.ts';
import type { SurveyDeps } from './deps.ts';
import { resultsAsked } from './results-asked.ts';

/** Answers of one page. */
const PAGE = 200;
const CURSOR = /^[0-9a-f-]{36}$/;

const cursorOf = (cursor: string | undefined): string | undefined => {
  if (cursor !== undefined && !CURSOR.test(cursor))
    throw new FieldsError([{ path: ['cursor'], message: 'wrong-type' }]);
  return cursor;
};

/**
 * `GET /api/surveys/{survey}/texts?group=&unit=&cursor=`: what people wrote in own words, for the coordinator alone, of units whose number of
 * answers may be shown, all their units mixed, in the order of their random ids. They are read where they were written, and gone when the
 * answers are.
 * @throws ForbiddenError NotFoundError FieldsError
 */
export const showTexts =
  (deps: SurveyDeps): RouteHandler =>
  async (request) => {
    const { asker, round, group, version, area, areas } = await resultsAsked(deps, request);
    if (!asker.roles.includes('coordinator')) throw new ForbiddenError('other-role');
    if (!isAnonymous(group) || area.n === undefined) throw new NotFoundError('no texts of so few');
    const after = cursorOf(request.query.cursor);
    const units = membersOf(areas, area).map(({ key }) => key);
    const found = await Promise.all(
      units.map((unit) => readAnswersAfter(deps.store, { round, group, unit }, { after, most: PAGE })),
    );
    const sorted = found.flat().sort((a, b) => (a.id < b.id ? -1 : 1));
    const page = sorted.slice(0, PAGE);
    const questions = questionnaireOf(group, version).questions.filter(({ kind }) => kind === 'text');
    const last = page.at(-1)?.id;
    const body: TextsAnswer = {
      // By question: what one person wrote does not stand together.
      items: questions.flatMap(({ code }) =>
        page.flatMap(({ answers }) => {
          const text = answers[code];
          return typeof text === 'string' ? [{ question: code, text }] : [];
        }),
      ),
      ...(sorted.length >= PAGE && last && { cursor: last }),
    };
    return { body };
  };
