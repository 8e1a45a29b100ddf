import * as z from 'zod/mini';
import type { ExecutionState } from '../../domain/process/state-machine.ts';
import type { WorkflowDeps } from './deps.ts';

/** What a state machine sends to a task; `token` where it waits for the answer. */
export const taskInput = z.strictObject({
  task: z.string(),
  step: z.string(),
  id: z.uuid(),
  run: z.int(),
  token: z.optional(z.string()),
});
export type TaskInput = z.infer<typeof taskInput>;

/** A task does one effect, which may happen twice, and answers where the submission stands. */
export type Task = (deps: WorkflowDeps, input: TaskInput) => Promise<ExecutionState>;
