import { type ExecutionState, SUPERSEDED } from '../../domain/process/state-machine.ts';
import type { Head } from '../../domain/submission/head.ts';
import { readHead } from '../store/heads.ts';
import { putToken } from '../store/tokens.ts';
import type { Task } from './task.ts';

/** What a waiting task is told at once, if it must not wait: it is replaced, or the step is decided already. */
const answerNow = (head: Head | undefined, run: number, step: string, visit?: number): string | undefined => {
  if (!head || head.run !== run) return SUPERSEDED;
  return head.at !== step || (visit !== undefined && head.visit !== visit) ? head.at : undefined;
};

/**
 * Keeps the token of a step that waits for a person. The head is read before and after: a decision that fell in between
 * found no token to answer, so the task answers itself.
 */
export const openStep: Task = async ({ store, workflows }, { id, run, step, token }) => {
  if (!token) throw new Error('open-step needs a token');
  const before = await readHead(store, id);
  let at = answerNow(before, run, step);
  if (!at && before) {
    const kept = await putToken(store, id, { run, visit: before.visit, token });
    at = kept ? answerNow(await readHead(store, id), run, step, before.visit) : SUPERSEDED;
  }
  const state: ExecutionState = { id, run, at: at ?? step };
  if (at) await workflows.answer(token, state);
  return state;
};
