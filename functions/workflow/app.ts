import type { ExecutionState } from '../../domain/process/state-machine.ts';
import { carryOutResolution } from './carry-out-resolution.ts';
import { closeRound } from './close-round.ts';
import type { WorkflowDeps } from './deps.ts';
import { eraseAnswers } from './erase-answers.ts';
import { evaluateRound } from './evaluate-round.ts';
import { freeCases } from './free-cases.ts';
import { openGrant } from './open-grant.ts';
import { openRound } from './open-round.ts';
import { openStep } from './open-step.ts';
import { releaseBudget, reserveBudget } from './reserve-budget.ts';
import { routeDecision } from './route-decision.ts';
import { routeRequest } from './route-request.ts';
import { screenApplication } from './screen-application.ts';
import { settleClaim } from './settle-claim.ts';
import { type Task, taskInput } from './task.ts';

/** Every task that a process can name; a test holds the list against the processes. */
export const tasks: Record<string, Task> = {
  'open-step': openStep,
  'route-request': routeRequest,
  'screen-application': screenApplication,
  'reserve-budget': reserveBudget,
  'release-budget': releaseBudget,
  'route-decision': routeDecision,
  'open-grant': openGrant,
  'settle-claim': settleClaim,
  'carry-out-resolution': carryOutResolution,
  'free-cases': freeCases,
  'open-round': openRound,
  'close-round': closeRound,
  'evaluate-round': evaluateRound,
  'erase-answers': eraseAnswers,
};

/** Tasks of the state machines. A failure goes back to the machine, which tries again, and into the log. */
export const create =
  (deps: WorkflowDeps) =>
  async (event: unknown): Promise<ExecutionState> => {
    const input = taskInput.parse(event);
    const task = tasks[input.task];
    if (!task) throw new Error(`unknown task ${input.task}`);
    try {
      const state = await task(deps, input);
      deps.log.info('task', { task: input.task, id: input.id, run: input.run, at: state.at });
      return state;
    } catch (error) {
      deps.log.error('task failed', {
        task: input.task,
        id: input.id,
        error: error instanceof Error ? error.name : 'unknown',
      });
      throw error;
    }
  };
