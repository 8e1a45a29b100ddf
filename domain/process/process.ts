import type { Period } from '../calendar/period.ts';
import type { Role } from '../people/role.ts';

/**
 * A person acts. `actions` maps an action to the step or end that follows it. `overdue` says what each missed date
 * does: 'remind' stays in the step, anything else is the step or end that follows. After a reminder the next date is
 * `grace` away (default: `within`); when the list is used up, its last reminder repeats.
 */
export interface PersonStep {
  by: Role;
  within: Period;
  actions: Readonly<Record<string, string>>;
  overdue: readonly string[];
  grace?: Period;
  /** The date counts from the last sign of life (a message), not from entering: for steps that end when idle. */
  idle?: boolean;
}

/** A function runs; `then` maps each of its outcomes to the step or end that follows. */
export interface RunStep {
  run: string;
  then: Readonly<Record<string, string>>;
}

export type Step = PersonStep | RunStep;

/** What may be done in every open step, by somebody who is not the one whose turn it is. */
export interface AnytimeAction {
  by: Role | 'family';
  to: string;
}

export interface Process {
  name: string;
  version: number;
  first: string;
  steps: Readonly<Record<string, Step>>;
  ends: readonly string[];
  anytime?: Readonly<Record<string, AnytimeAction>>;
}

export const isPersonStep = (step: Step): step is PersonStep => 'by' in step;

export const REMIND = 'remind';

/** Every step or end that can follow `step`, each once. */
export const followers = (process: Process, step: Step): string[] => {
  const own = isPersonStep(step)
    ? [...Object.values(step.actions), ...step.overdue.filter((to) => to !== REMIND)]
    : Object.values(step.then);
  const anytime = Object.values(process.anytime ?? {}).map((action) => action.to);
  return [...new Set([...own, ...anytime])];
};

export class ProcessError extends Error {
  override name = 'ProcessError';
}

/**
 * Checks a process where it is written: every target exists, every step is reached, every step can reach an end, every
 * person step has an action and something that happens when its date is missed.
 * @throws ProcessError naming the step.
 */
export const defineProcess = <const P extends Process>(process: P): P => {
  const { steps, ends, first } = process as Process;
  const fail = (why: string): never => {
    throw new ProcessError(`${process.name} ${process.version}: ${why}`);
  };
  const known = (name: string) => name in steps || ends.includes(name);
  if (!(first in steps)) fail(`the first step ${first} is missing`);
  for (const end of ends) if (end in steps) fail(`${end} is a step and an end`);
  for (const [name, step] of Object.entries(steps)) {
    for (const to of followers(process, step))
      if (!known(to)) fail(`${name} leads to ${to}, which is missing`);
    if (isPersonStep(step) && Object.keys(step.actions).length === 0) fail(`${name} has no action`);
    if (isPersonStep(step) && step.overdue.length === 0)
      fail(`${name} has nothing that follows a missed date`);
    if (!isPersonStep(step) && Object.keys(step.then).length === 0) fail(`${name} has no outcome`);
  }
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    const step = steps[name];
    if (step) for (const to of followers(process, step)) visit(to);
  };
  visit(first);
  for (const name of [...Object.keys(steps), ...ends])
    if (!reached.has(name)) fail(`${name} is never reached`);
  const ending = new Set<string>(ends);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [name, step] of Object.entries(steps)) {
      if (!ending.has(name) && followers(process, step).some((to) => ending.has(to))) {
        ending.add(name);
        grew = true;
      }
    }
  }
  for (const name of Object.keys(steps)) if (!ending.has(name)) fail(`${name} reaches no end`);
  return process;
};
