import { endForms } from './close-round.ts';
import { freezeRound } from './freeze-round.ts';
import { roundTask } from './round-task.ts';

/** Evaluates a round: what is not accepted by now does not count. */
export const evaluateRound = roundTask(async (deps, round) => {
  await endForms(deps, round, ['plausibility', 'corrections']);
  await freezeRound(deps, round);
  return { outcome: 'evaluated' };
});
