import { type EngineEvent, errorOf, type History, keepHistory } from './history.ts';
import type { Machine } from './machines.ts';
import { arnOf } from './names.ts';
import { type OpenTask, runTask } from './run-task.ts';
import { type OnStatusChange, statusChange } from './status-change.ts';
import { keepTasks, type Tasks } from './tasks.ts';

export type { OnStatusChange, StatusChange } from './status-change.ts';

/** Calls a Lambda function by the name or ARN that the definition names. */
export type Invoke = (functionName: string, payload: unknown) => Promise<unknown>;

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

export interface Execution {
  arn: string;
  name: string;
  machine: Machine;
  /** JSON, as it was given. */
  input: string;
  started: Date;
  stopped?: Date;
  status: Status;
  output?: string;
  error?: string;
  cause?: string;
  history: History;
  openTasks: Set<OpenTask>;
  stop(error?: string, cause?: string): Promise<void>;
}

export interface Engine {
  tasks: Tasks;
  /** By ARN, oldest first. */
  executions: Map<string, Execution>;
  start(machine: Machine, name: string, input: string): Execution;
  idle(): Promise<void>;
  stopAll(): void;
}

/** Runs state machines on aws-local-stepfunctions, which knows neither task tokens nor the service around it. */
export function startEngine({
  invoke,
  onStatusChange,
}: {
  invoke: Invoke;
  onStatusChange?: OnStatusChange;
}): Engine {
  const tasks = keepTasks();
  const executions = new Map<string, Execution>();
  let closing = false;
  let working = 0;
  let waiters: (() => void)[] = [];

  const isQuiet = () => working === 0 && [...executions.values()].every(isWaiting);
  const work = async (job: () => Promise<void>) => {
    working += 1;
    await job().finally(() => {
      working -= 1;
      if (!isQuiet()) return;
      for (const resolve of waiters) resolve();
      waiters = [];
    });
  };

  async function end(execution: Execution, event: EngineEvent): Promise<void> {
    if (!takeEnd(execution, event)) return;
    for (const task of execution.openTasks) task.stop();
    await work(async () => {
      if (closing) return;
      await onStatusChange?.(statusChange(execution));
    }).catch((error: unknown) => console.error(`Nobody learned that ${execution.arn} ended:`, error));
  }

  function start(machine: Machine, name: string, input: string): Execution {
    const arn = arnOf('execution', machine.name, name);
    let issued: string | undefined;
    const context = {
      Execution: { Id: arn, Name: name },
      StateMachine: { Id: machine.arn, Name: machine.name },
      // The engine reads this while it fills in a task's parameters, and hands them over in the same turn.
      Task: {
        get Token() {
          issued ??= tasks.issue();
          return issued;
        },
      },
    };
    const takeToken = () => {
      const token = issued ?? tasks.issue();
      issued = undefined;
      return token;
    };
    const taskResourceLocalHandlers = Object.fromEntries(
      [...machine.tasks].map(([state, task]) => [
        state,
        (parameters: unknown) =>
          runTask({ execution, tasks, task, parameters, token: takeToken(), work, invoke }),
      ]),
    ) as Record<string, () => Promise<null>>;

    const run = machine.runnable.run(JSON.parse(input), {
      context,
      overrides: { taskResourceLocalHandlers },
    });
    // How it ended is the last of its events.
    run.result.catch(() => undefined);
    const ended = Promise.withResolvers<void>();
    const execution: Execution = {
      arn,
      name,
      machine,
      input,
      started: new Date(),
      status: 'RUNNING',
      history: keepHistory(),
      openTasks: new Set(),
      stop: async (error, cause) => {
        Object.assign(execution, { error, cause });
        run.abort();
        await ended.promise;
      },
    };
    executions.set(arn, execution);
    void (async () => {
      for await (const event of run.eventLogs) {
        execution.history.recordEngine(event);
        void end(execution, event);
      }
      ended.resolve();
    })();
    return execution;
  }

  return {
    tasks,
    executions,
    start,
    idle: () => (isQuiet() ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))),
    stopAll: () => {
      closing = true;
      for (const execution of executions.values()) if (execution.status === 'RUNNING') void execution.stop();
    },
  };
}

function isWaiting({ status, openTasks }: Execution): boolean {
  return status !== 'RUNNING' || [...openTasks].some(({ token }) => token !== undefined);
}

/** Takes over how the execution ended; false while it goes on. */
function takeEnd(execution: Execution, event: EngineEvent): boolean {
  if (event.type === 'ExecutionSucceeded') {
    Object.assign(execution, { status: 'SUCCEEDED', output: JSON.stringify(event.output) });
  } else if (event.type === 'ExecutionFailed') {
    Object.assign(execution, { status: 'FAILED', ...errorOf(event) });
  } else if (event.type === 'ExecutionTimeout') {
    Object.assign(execution, { status: 'TIMED_OUT', error: 'States.Timeout' });
  } else if (event.type === 'ExecutionAborted') {
    execution.status = 'ABORTED';
  } else return false;
  execution.stopped = new Date(event.timestamp);
  return true;
}
