import type { AreaShown, ResultsAnswer } from '../../domain/api/survey-results.ts';
import { partsOf } from '../../domain/survey/evaluation/area.ts';
import { type AreaResults, type ShownVariable, shownOf } from '../../domain/survey/evaluation/compare.ts';
import { rankTopics } from '../../domain/survey/evaluation/rank.ts';
import { type Group, isAnonymous } from '../../domain/survey/group.ts';
import { questionnaireOf } from '../../domain/survey/questionnaires.ts';
import { FieldsError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import {
  type GroupAreas,
  readAreaFigures,
  readFrozen,
  readGroupAreas,
  readGroupResults,
} from '../store/survey-results.ts';
import type { SurveyDeps } from './deps.ts';
import { formShown } from './form-shown.ts';
import { type ResultsAsked, resultsAsked } from './results-asked.ts';

type Area = GroupAreas['areas'][number];

const shownArea = ({ key, kind, name, n, of }: Area): AreaShown => ({
  key,
  kind,
  name,
  ...(n !== undefined && { n }),
  ...(of !== undefined && { of }),
});

/** What of the round before is compared: the same area, as it was then. */
interface Before {
  year: number;
  area?: Area | undefined;
  results?: AreaResults | undefined;
}

const readBefore = async (
  { store }: SurveyDeps,
  { frozen, group, area }: ResultsAsked,
): Promise<Before | undefined> => {
  const { previous } = frozen;
  const [mark, areas] = previous
    ? await Promise.all([readFrozen(store, previous), readGroupAreas(store, previous, group)])
    : [];
  if (!previous || !mark || !areas) return undefined;
  const found = areas.areas.find(({ key }) => key === area.key);
  if (!found) return { year: mark.year };
  const cells = await readAreaFigures(store, previous, { group, area: area.key });
  const questionnaire = questionnaireOf(group, areas.version);
  return { year: mark.year, area: found, results: { questionnaire, n: found.n, of: found.of, cells } };
};

/** The variables of one question. @throws FieldsError for one that was not asked */
const only = (shown: readonly ShownVariable[], question: string): ShownVariable[] => {
  const found = shown.filter((one) => one.question === question);
  if (found.length === 0) throw new FieldsError([{ path: ['question'], message: 'unknown-choice' }]);
  return found;
};

/** How each part answered one question. */
const answeredIn = async (
  { store }: SurveyDeps,
  { round, group, version }: { round: string; group: Group; version: number },
  question: string,
): Promise<(part: Area) => ShownVariable[]> => {
  const all = await readGroupResults(store, round, group);
  const questionnaire = questionnaireOf(group, version);
  return ({ key, n, of }) =>
    only(shownOf({ questionnaire, n, of, cells: all?.figures[key] ?? {} }), question);
};

/**
 * `GET /api/surveys/{survey}/results?group=&unit=&question=`: the frozen results of a group in an area, beside those of the round before, and
 * what they were counted from. A few items are read, however many have answered; with a question, those of the group's areas too.
 */
export const showResults =
  (deps: SurveyDeps): RouteHandler =>
  async (request) => {
    const asked = await resultsAsked(deps, request);
    const { asker, round, frozen, group, version, area, areas } = asked;
    const { question } = request.query;
    const questionnaire = questionnaireOf(group, version);
    const [cells, before, form, partAnswers] = await Promise.all([
      readAreaFigures(deps.store, round, { group, area: area.key }),
      readBefore(deps, asked),
      formShown(deps, asked),
      question === undefined ? undefined : answeredIn(deps, asked, question),
    ]);
    const shown = shownOf({ questionnaire, n: area.n, of: area.of, cells }, before?.results);
    const body: ResultsAnswer = {
      year: frozen.year,
      from: frozen.from,
      to: frozen.to,
      ...(before && {
        before: {
          year: before.year,
          ...(before.area?.n !== undefined && { n: before.area.n }),
          ...(before.area?.of !== undefined && { of: before.area.of }),
        },
      }),
      groups: frozen.groups,
      group,
      version,
      area: shownArea(area),
      areas: areas.map(shownArea),
      parts: partsOf(areas, area).map((part) => ({
        ...shownArea(part),
        ...(partAnswers && { variables: partAnswers(part).map(plain) }),
      })),
      ...(form && { form }),
      topics: rankTopics(questionnaire, shown),
      variables: (question === undefined ? shown : only(shown, question)).map(plain),
      texts: isAnonymous(group) && asker.roles.includes('coordinator') && area.n !== undefined,
    };
    return { body };
  };

const plain = ({ cells, ...rest }: ShownVariable) => ({
  ...rest,
  cells: cells.map(({ options, ...cell }) => ({ ...cell, options: [...options] })),
});
