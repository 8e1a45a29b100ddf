import type { SentAnswers } from '../../domain/api/survey.ts';
import { stateOfUnit } from '../../domain/forms/survey-round/unit-end.ts';
import { keepSurveyAnswer } from '../cases/keep-survey-answer.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import type { FamiliesDeps } from './deps.ts';
import { openLink } from './open-link.ts';

/** `PUT /api/surveys/{survey}/answers/{answer}`: in time is what arrives in time, by the clock of the house. */
export const answerSurvey =
  ({ store, clock }: FamiliesDeps): RouteHandler =>
  async ({ params, body }) => {
    const now = clock.now();
    const { token, answers } = body as SentAnswers;
    const { round, group, unit } = await openLink(store, params.survey);
    const state = stateOfUnit(round, unit, now);
    return keepSurveyAnswer(store, { round, group, unit, state, id: params.answer, answers, token });
  };
