import { randomBytes } from 'node:crypto';
import type { SurveyAnswer } from '../../domain/api/survey.ts';
import { lastDayOf, stateOfUnit } from '../../domain/forms/survey-round/unit-end.ts';
import { NotFoundError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { readUnit } from '../store/rounds.ts';
import type { FamiliesDeps } from './deps.ts';
import { openLink } from './open-link.ts';

/** 128 bits, written in 22 characters. */
const TOKEN_BYTES = 16;

/** `GET /api/surveys/{survey}`: nothing is written, so looking leaves no trace. */
export const showSurvey =
  ({ store, clock }: FamiliesDeps): RouteHandler =>
  async ({ params }) => {
    const { round, group, unit } = await openLink(store, params.survey);
    const known = await readUnit(store, round.id, unit);
    const questionnaire = round.about.groups[group];
    if (!known || questionnaire === undefined) throw new NotFoundError('no such survey');
    const body: SurveyAnswer = {
      group,
      unit: known.name,
      questionnaire,
      from: round.about.from,
      until: lastDayOf(round.about, unit),
      state: stateOfUnit(round, unit, clock.now()),
      token: randomBytes(TOKEN_BYTES).toString('base64url'),
    };
    return { body };
  };
