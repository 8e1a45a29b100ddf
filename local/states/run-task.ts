import { setImmediate } from 'node:timers/promises';
import type { Execution, Invoke } from './engine.ts';
import type { TaskState } from './machines.ts';
import { TaskFailedError, type Tasks } from './tasks.ts';

/** A task under way; with a token when it is such a token that ends it. */
export interface OpenTask {
  token?: string;
  stop(): void;
}

/** The execution is over: neither Retry nor Catch may carry it on. The engine reads the two fields. */
class ExecutionStoppedError extends Error {
  readonly isRetryable = false;
  readonly isCatchable = false;
}

interface Run {
  execution: Execution;
  tasks: Tasks;
  task: TaskState;
  /** The filled in `Parameters`: `{ FunctionName, Payload }`. */
  parameters: unknown;
  token: string;
  /** Counts what is under way. */
  work(job: () => Promise<void>): Promise<void>;
  invoke: Invoke;
}

/** Runs one attempt of a task, as `lambda:invoke` or `lambda:invoke.waitForTaskToken`. */
export function runTask({ execution, tasks, task, parameters, token, work, invoke }: Run): Promise<unknown> {
  const { history, openTasks } = execution;
  const waits = task.Resource.endsWith('.waitForTaskToken');
  const answer = Promise.withResolvers<unknown>();
  const settle = (how: () => void) => {
    if (!openTasks.delete(open)) return;
    clearTimeout(timer);
    if (waits) tasks.close(token);
    how();
  };
  const fail = (error: Error) => settle(() => answer.reject(error));
  const succeed = (output: unknown) =>
    settle(() => {
      history.result('TaskSucceeded', task.Resource, output);
      answer.resolve(output);
    });
  const open: OpenTask = {
    ...(waits ? { token } : {}),
    stop: () => fail(new ExecutionStoppedError(`The execution ${execution.name} is over`)),
  };
  openTasks.add(open);
  if (waits) tasks.wait(token, { succeed, fail });
  // Set before the engine's own timer of the same length: a token is closed no later than its task has timed out.
  const timer = setTimeout(() => settle(() => undefined), task.TimeoutSeconds * 1000);

  void work(async () => {
    // Until here the engine's events are still on their way into the history.
    await setImmediate();
    if (!openTasks.has(open)) return;
    history.scheduled(task.Resource, parameters);
    try {
      const result = await callFunction(invoke, parameters);
      if (!waits) succeed(result);
      else if (openTasks.has(open)) history.result('TaskSubmitted', task.Resource, result);
    } catch (error) {
      fail(asFunctionError(error));
    }
  });
  return answer.promise;
}

async function callFunction(invoke: Invoke, parameters: unknown) {
  const { FunctionName, Payload } = parameters as { FunctionName: string; Payload?: unknown };
  const result = await invoke(FunctionName, asJson(Payload ?? {}));
  return { ExecutedVersion: '$LATEST', Payload: asJson(result ?? null), StatusCode: 200 };
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** What Lambda tells of a thrown error: its name as the error, and all of it as the cause. */
function asFunctionError(error: unknown): TaskFailedError {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const trace = stack?.split('\n') ?? [];
  return new TaskFailedError(name, JSON.stringify({ errorType: name, errorMessage: message, trace }));
}
