import {
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { type ExecutionState, executionName, machineName } from '../../domain/process/state-machine.ts';
import type { Head } from '../../domain/submission/head.ts';
import type { LocalParts } from '../runtime/local-parts.ts';

/** Step Functions, as far as it is used: start, answer, look. */
export interface Workflows {
  /** Starts the execution of a head's current run; having started it before is success. */
  start(head: Head): Promise<void>;
  /** Answers a waiting task. @returns false when nobody waits under this token any more. */
  answer(token: string, state: ExecutionState): Promise<boolean>;
  /** Whether the execution of a head's current run is alive. */
  isRunning(head: Head): Promise<boolean>;
}

const NOBODY_WAITS = ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'];

const named = (error: unknown, ...names: string[]) => error instanceof Error && names.includes(error.name);

export const createWorkflows = (env: { STATE_MACHINES: string }, local: LocalParts = {}): Workflows => {
  const sfn = new SFNClient({ maxAttempts: 5, ...(local.credentials && { credentials: local.credentials }) });
  const machine = (head: Head) => `${env.STATE_MACHINES}${machineName(head.process)}`;
  return {
    async start(head) {
      const input: ExecutionState = { id: head.id, run: head.run, at: head.at };
      try {
        await sfn.send(
          new StartExecutionCommand({
            stateMachineArn: machine(head),
            name: executionName(head.id, head.process, head.run),
            input: JSON.stringify(input),
          }),
        );
      } catch (error) {
        if (!named(error, 'ExecutionAlreadyExists')) throw error;
      }
    },
    async answer(taskToken, state) {
      try {
        await sfn.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(state) }));
        return true;
      } catch (error) {
        if (named(error, ...NOBODY_WAITS)) return false;
        throw error;
      }
    },
    async isRunning(head) {
      const name = executionName(head.id, head.process, head.run);
      const executionArn = `${machine(head).replace(':stateMachine:', ':execution:')}:${name}`;
      try {
        const { status } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
        return status === 'RUNNING';
      } catch (error) {
        if (named(error, 'ExecutionDoesNotExist')) return false;
        throw error;
      }
    },
  };
};
