import type { EnteredAnswers } from '../../domain/api/survey.ts';
import { stateOfPaper, stateOfUnit } from '../../domain/forms/survey-round/unit-end.ts';
import { readUnit as readName, unitKindOf } from '../../domain/survey/unit.ts';
import type { KnownAsker } from '../cases/asker.ts';
import { keepSurveyAnswer } from '../cases/keep-survey-answer.ts';
import { FieldsError, ForbiddenError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { readUnit } from '../store/rounds.ts';
import type { SurveyDeps } from './deps.ts';
import { openRound } from './open-round.ts';

/** What children point at is entered by their own Kita's staff, paper by the coordinator. @throws ForbiddenError */
const requireRight = ({ roles, kitas = [] }: KnownAsker, { group, unit }: EnteredAnswers): void => {
  const isOwnKita = roles.includes('kita') && kitas.some((kita) => unit === `kita:${kita}`);
  if (!(group === 'children' ? isOwnKita : roles.includes('coordinator')))
    throw new ForbiddenError('other-role');
};

/** `PUT /api/survey-rounds/{id}/answers/{answer}`: who entered it is not kept. */
export const enterAnswer =
  (deps: SurveyDeps): RouteHandler =>
  async (request) => {
    const { asker, round } = await openRound(deps, request);
    const entered = request.body as EnteredAnswers;
    requireRight(asker, entered);
    const { group, unit, answers } = entered;
    const isKnown =
      readName(unit)?.kind === unitKindOf[group] && (await readUnit(deps.store, round.id, unit));
    if (!isKnown) throw new FieldsError([{ path: ['unit'], message: 'unknown-choice' }]);
    const now = deps.clock.now();
    const how =
      group === 'children'
        ? { state: stateOfUnit(round, unit, now) }
        : { state: stateOfPaper(round, now), mode: 'paper' as const };
    return keepSurveyAnswer(deps.store, { round, group, unit, answers, id: request.params.answer, ...how });
  };
