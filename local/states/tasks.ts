import { randomBytes } from 'node:crypto';
import { AwsServiceError } from '../aws-server.ts';

interface WaitingTask {
  succeed(output: unknown): void;
  fail(error: Error): void;
}

export type Tasks = ReturnType<typeof keepTasks>;

/** The error of a task as a definition's Retry and Catch see it: `name` is matched, `cause` is for the history. */
export class TaskFailedError extends Error {
  constructor(error: string, cause: string) {
    super(cause, { cause });
    this.name = error;
  }
}

/** The tokens that were given out. A token is answered once; then, and after a timeout, it is closed for good. */
export function keepTasks() {
  const tasks = new Map<string, WaitingTask | 'closed'>();

  function open(token: string): WaitingTask {
    const task = tasks.get(token);
    if (!task) throw new AwsServiceError('InvalidToken', "Invalid Token: 'Invalid token'");
    if (task === 'closed') {
      throw new AwsServiceError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
    }
    return task;
  }

  const close = (token: string) => {
    tasks.set(token, 'closed');
  };

  return {
    /** As long as AWS's own (760 characters), so that what is stored and counted here is as big as there. */
    issue: (): string => `AAAAKgAAAAIAAAAAAAAAA${randomBytes(554).toString('base64')}`,
    wait: (token: string, task: WaitingTask) => {
      tasks.set(token, task);
    },
    open,
    close,
    isOpen: (token: string) => tasks.has(token) && tasks.get(token) !== 'closed',
    answer: (token: string, by: (task: WaitingTask) => void) => {
      const task = open(token);
      close(token);
      by(task);
    },
  };
}
