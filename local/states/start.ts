import { startAwsServer } from '../aws-server.ts';
import type { Observe } from '../observe.ts';
import { type Invoke, type OnStatusChange, startEngine } from './engine.ts';
import { executionOperations } from './execution-operations.ts';
import { type Definition, defineMachines } from './machines.ts';
import { taskOperations } from './task-operations.ts';

export type { Invoke, OnStatusChange, StatusChange } from './engine.ts';

export interface RunningStates {
  endpoint: string;
  /**
   * Creates the state machine or gives it a new definition, which later executions follow; answers its ARN. Refuses what
   * the engine cannot run, but unlike CreateStateMachine does not validate the language.
   */
  define(name: string, definition: Definition): string;
  /** Resolves when nothing is being invoked and every running execution waits for a task token. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Step Functions (Standard workflows, JSONPath) for one machine. Executions live in memory only: after a restart
 * there are none, and whoever owes one starts it again. `invoke` calls a Lambda function by the name or ARN in the
 * definition; what it throws fails the task with the error's name. `onStatusChange` gets EventBridge's event when an
 * execution ends.
 */
export async function startStates(options: {
  observe?: Observe;
  invoke: Invoke;
  onStatusChange?: OnStatusChange;
}): Promise<RunningStates> {
  const machines = defineMachines();
  const engine = startEngine(options);
  const server = await startAwsServer({
    service: 'states',
    observe: options.observe,
    operations: {
      ...machines.operations,
      ...executionOperations(machines, engine),
      ...taskOperations(engine.tasks),
    },
    invalid: 'ValidationException',
  });
  return {
    endpoint: server.endpoint,
    define: machines.define,
    idle: engine.idle,
    close: async () => {
      engine.stopAll();
      await server.close();
    },
  };
}
