import { endForms } from './close-round.ts';
import { roundTask } from './round-task.ts';

/** Evaluates a round: what is not accepted by now does not count. */
export const evaluateRound = roundTask(async (deps, round) => {
  await endForms(deps, round, ['plausibility', 'corrections']);
  return { outcome: 'evaluated' };
});
