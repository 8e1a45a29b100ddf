import { processes } from '../domain/forms/process-registry.ts';
import type { Process } from '../domain/process/process.ts';
import {
  machineName,
  PARTITION,
  stateMachineOf,
  WORKFLOW_FUNCTION,
} from '../domain/process/state-machine.ts';

const PREFIX = 'bindeglied-';

/** ARN of every state machine up to the name of its process. */
export const STATE_MACHINES = `arn:aws:states:local:000000000000:stateMachine:${PREFIX}`;

export interface Machine {
  name: string;
  definition: object;
}

/** The definition with its placeholders filled, as the template's substitutions do it in AWS. */
const definitionOf = (process: Process): object =>
  JSON.parse(
    JSON.stringify(stateMachineOf(process))
      .replaceAll(WORKFLOW_FUNCTION, 'workflow')
      .replaceAll(PARTITION, 'aws'),
  );

/** One state machine for every form and every version of its process that a case can have. */
export const machines = (): Machine[] =>
  Object.values(processes)
    .flat()
    .map((process) => ({ name: PREFIX + machineName(process), definition: definitionOf(process) }));
