import { dueAfter } from '../calendar/due.ts';
import type { Instant } from '../calendar/period.ts';
import type { Role } from '../people/role.ts';
import {
  isPersonStep,
  isPossibleIn,
  ownEntry,
  type PersonStep,
  type Process,
  REMIND,
  type Step,
} from './process.ts';

/**
 * Where a submission stands. `visit` counts how often its steps were entered, so that a step that is done again is
 * told from the first time; `missed` counts the dates that passed in this visit; `due` is absent in run steps and ends.
 */
export interface Position {
  at: string;
  visit: number;
  since: Instant;
  due?: Instant | undefined;
  missed: number;
}

/** What can happen to a submission: somebody acts, a run step has a result, a date passes. */
export type Act =
  | { kind: 'action'; step: string; action: string; as: Role | 'family' }
  | { kind: 'result'; step: string; outcome: string }
  | { kind: 'overdue'; step: string };

/** Why an act is not possible here and now. */
export type Refusal = 'ended' | 'other-step' | 'unknown-action' | 'other-role' | 'not-due';

export type Applied =
  | { ok: true; position: Position; moved: boolean; ended: boolean }
  | { ok: false; refusal: Refusal };

const refuse = (refusal: Refusal): Applied => ({ ok: false, refusal });

const enter = (process: Process, name: string, visit: number, at: Instant): Position => {
  const step = ownEntry(process.steps, name);
  const due = step && isPersonStep(step) ? dueAfter(at, step.within) : undefined;
  return { at: name, visit, since: at, missed: 0, ...(due && { due }) };
};

/** The position of a new submission. */
export const begin = (process: Process, at: Instant): Position => enter(process, process.first, 1, at);

const move = (process: Process, from: Position, to: string, at: Instant): Applied => ({
  ok: true,
  position: enter(process, to, from.visit + 1, at),
  moved: true,
  ended: process.ends.includes(to),
});

const missDate = (process: Process, from: Position, step: PersonStep, at: Instant): Applied => {
  if (!from.due || at < from.due) return refuse('not-due');
  const next = step.overdue[from.missed] ?? REMIND;
  if (next !== REMIND) return move(process, from, next, at);
  const due = dueAfter(at, step.grace ?? step.within);
  return { ok: true, position: { ...from, due, missed: from.missed + 1 }, moved: false, ended: false };
};

/** What may be done here whoever's turn it is, except where it would lead to where it stands. */
const anytimeFrom = (process: Process, at: string, name: string) => {
  const action = ownEntry(process.anytime, name);
  return action && action.to !== at && isPossibleIn(action, at) ? action : undefined;
};

const act = (
  process: Process,
  from: Position,
  step: PersonStep,
  deed: Act & { kind: 'action' },
  at: Instant,
) => {
  const anytime = anytimeFrom(process, from.at, deed.action);
  if (anytime) return anytime.by === deed.as ? move(process, from, anytime.to, at) : refuse('other-role');
  const to = ownEntry(step.actions, deed.action);
  if (to === undefined) return refuse('unknown-action');
  return step.by === deed.as ? move(process, from, to, at) : refuse('other-role');
};

const atResult = (process: Process, from: Position, step: Step, outcome: string, at: Instant): Applied => {
  const to = ownEntry(step.then, outcome);
  return to === undefined ? refuse('unknown-action') : move(process, from, to, at);
};

const atRunStep = (process: Process, from: Position, deed: Act, at: Instant): Applied => {
  const anytime = deed.kind === 'action' ? anytimeFrom(process, from.at, deed.action) : undefined;
  if (!anytime || deed.kind !== 'action') return refuse('unknown-action');
  return anytime.by === deed.as ? move(process, from, anytime.to, at) : refuse('other-role');
};

/**
 * The one place that says what an act does to a submission. Pure: who is responsible, and what is owed to whom after
 * it, is for the caller.
 */
export const applyAct = (process: Process, from: Position, deed: Act, at: Instant): Applied => {
  const step = ownEntry(process.steps, from.at);
  if (!step) return refuse('ended');
  if (deed.step !== from.at) return refuse('other-step');
  if (deed.kind === 'result') return atResult(process, from, step, deed.outcome, at);
  if (!isPersonStep(step)) return atRunStep(process, from, deed, at);
  return deed.kind === 'overdue' ? missDate(process, from, step, at) : act(process, from, step, deed, at);
};

/** The position after a sign of life: an idle step's date begins anew, as if none had passed; every other date stays. */
export const touch = (process: Process, from: Position, at: Instant): Position => {
  const step = ownEntry(process.steps, from.at);
  return step && isPersonStep(step) && step.idle
    ? { ...from, due: dueAfter(at, step.within), missed: 0 }
    : from;
};

/** Who may do an action in a step: the role that the process names, or undefined where it names no such action. */
export const roleFor = (process: Process, at: string, action: string): Role | 'family' | undefined => {
  const step = ownEntry(process.steps, at);
  const anytime = step && anytimeFrom(process, at, action);
  if (anytime) return anytime.by;
  return step && isPersonStep(step) && ownEntry(step.actions, action) !== undefined ? step.by : undefined;
};

/** The actions that a person in these roles may choose now, in the process's own order: the buttons on the screen. */
export const possibleActions = (
  process: Process,
  at: string,
  roles: readonly (Role | 'family')[],
): string[] => {
  const step = ownEntry(process.steps, at);
  if (!step) return [];
  const own = isPersonStep(step) && roles.includes(step.by) ? Object.keys(step.actions) : [];
  const anytime = Object.keys(process.anytime ?? {}).filter((name) => {
    const action = anytimeFrom(process, at, name);
    return action && roles.includes(action.by);
  });
  return [...own, ...anytime];
};
