import { setTimeout as sleep } from 'node:timers/promises';
import type { RecountAnswer } from '../../domain/api/survey.ts';
import { canonicalText } from '../../domain/submission/canonical.ts';
import { addCounts, type Counts, countsOf } from '../../domain/survey/counts.ts';
import { questionnaireOf } from '../../domain/survey/questionnaires.ts';
import { ForbiddenError } from '../runtime/errors.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import type { SurveyStore } from '../store/client.ts';
import type { AnswersOf } from '../store/keys.ts';
import { readAnswers, readCounts } from '../store/survey-counts.ts';
import { type AskedUnit, askedUnits, shownUnit } from './asked-units.ts';
import type { SurveyDeps } from './deps.ts';
import { openRound } from './open-round.ts';

/** What the answers of a group and unit come to, whatever the counters say. */
const countAnew = async (store: SurveyStore, of: AnswersOf, group: AskedUnit['group']): Promise<Counts> => {
  let counts: Counts = {};
  for await (const { questionnaire, answers, mode } of readAnswers(store, of))
    counts = addCounts(counts, countsOf(questionnaireOf(group, questionnaire), answers, mode));
  return counts;
};

const ATTEMPTS = 5;
const PAUSE = 100;

/** While answers come in, the two are read at different moments: only what stays apart is apart. */
const agrees = async (store: SurveyStore, of: AnswersOf, group: AskedUnit['group']): Promise<boolean> => {
  for (let attempt = 1; ; attempt += 1) {
    const [counted, anew] = [await readCounts(store, of), await countAnew(store, of, group)];
    if (canonicalText(counted) === canonicalText(anew)) return true;
    if (attempt === ATTEMPTS) return false;
    await sleep(PAUSE);
  }
};

/** `GET /api/survey-rounds/{id}/recount`: no figures, for nothing is told of a round before its results are frozen. */
export const recount =
  (deps: SurveyDeps): RouteHandler =>
  async (request) => {
    const { asker, round, isCoordinator } = await openRound(deps, request);
    if (!isCoordinator) throw new ForbiddenError('other-role');
    const { asked, cursor } = await askedUnits(deps.store, round, { asker, cursor: request.query.cursor });
    const items: RecountAnswer['items'] = [];
    for (const { unit, name, group } of asked)
      items.push({
        unit: shownUnit(unit),
        group,
        agrees: await agrees(deps.store, { round: round.id, group, unit: name }, group),
      });
    const body: RecountAnswer = { items, ...(cursor && { cursor }) };
    return { body };
  };
