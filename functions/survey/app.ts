import { api } from '../runtime/http/api.ts';
import type { SurveyDeps } from './deps.ts';
import { enterAnswer } from './enter-answer.ts';
import { listSurveys } from './list-surveys.ts';
import { recount } from './recount.ts';
import { showResults } from './show-results.ts';
import { showReturns } from './show-returns.ts';
import { showTexts } from './show-texts.ts';

/** The few routes that read answers of the needs survey, or enter one for somebody else. */
export const create = (deps: SurveyDeps) =>
  api('survey', deps, {
    'PUT /api/survey-rounds/{id}/answers/{answer}': enterAnswer(deps),
    'GET /api/survey-rounds/{id}/returns': showReturns(deps),
    'GET /api/survey-rounds/{id}/recount': recount(deps),
    'GET /api/surveys': listSurveys(deps),
    'GET /api/surveys/{survey}/results': showResults(deps),
    'GET /api/surveys/{survey}/texts': showTexts(deps),
  });
