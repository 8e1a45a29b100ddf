import { anonymousGroups } from '../../domain/survey/group.ts';
import { unitKindOf, unitName } from '../../domain/survey/unit.ts';
import { eraseSurveyAnswers } from '../store/erase-survey-answers.ts';
import { readUnits } from '../store/rounds.ts';
import { roundTask } from './round-task.ts';

/** There were more answers than a function has time for: the machine calls again, and less is left. */
class AnswersLeftError extends Error {
  override name = 'AnswersLeftError';
}

/** Milliseconds, well within the function's own time. */
const TIME = 20_000;

/** Deletes what people answered, and what was counted of it; the evaluation stays. */
export const eraseAnswers = roundTask(async ({ store }, { id }) => {
  const started = performance.now();
  const all = (await readUnits(store, id)).flatMap((unit) =>
    anonymousGroups
      .filter((group) => unitKindOf[group] === unit.kind)
      .map((group) => ({ group, unit: unitName(unit) })),
  );
  if (!(await eraseSurveyAnswers(store, id, all, () => performance.now() - started > TIME)))
    throw new AnswersLeftError('answers are left');
  return { outcome: 'erased' };
});
