import type { ReturnsAnswer } from '../../domain/api/survey.ts';
import { lastDayOf } from '../../domain/forms/survey-round/unit-end.ts';
import { FEWEST } from '../../domain/survey/hiding/atoms.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import { surveyCountsPk } from '../store/keys.ts';
import { readNumbers } from '../store/survey-counts.ts';
import { askedUnits, shownUnit } from './asked-units.ts';
import type { SurveyDeps } from './deps.ts';
import { openRound } from './open-round.ts';

/** `GET /api/survey-rounds/{id}/returns`: the coordinator sees all units, a Kita its own. */
export const showReturns =
  (deps: SurveyDeps): RouteHandler =>
  async (request) => {
    const { asker, round } = await openRound(deps, request);
    const { asked, cursor } = await askedUnits(deps.store, round, { asker, cursor: request.query.cursor });
    const placeOf = ({ group, name }: (typeof asked)[number]) => ({ round: round.id, group, unit: name });
    const numbers = await readNumbers(deps.store, asked.map(placeOf));
    const body: ReturnsAnswer = {
      items: asked.map((one) => {
        const answered = numbers.get(surveyCountsPk(placeOf(one))) ?? 0;
        return {
          unit: shownUnit(one.unit),
          group: one.group,
          // A number would be a difference: less than a sum in the results, it would tell how many the others are.
          enough: answered >= FEWEST,
          ...(one.unit.places && { places: one.unit.places }),
          until: lastDayOf(round.about, one.name),
        };
      }),
      ...(cursor && { cursor }),
    };
    return { body };
  };
