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
  /** What the system may find while the person acts or waits (the money is gone, a session has resolved), and what follows. */
  then?: Readonly<Record<string, string>>;
}

/** A function runs; `then` maps each of its outcomes to the step or end that follows. */
export interface RunStep {
  run: string;
  then: Readonly<Record<string, string>>;
}

export type Step = PersonStep | RunStep;

/** What may be done in every open step, or in those that are named, by somebody who need not be the one whose turn it is. */
export interface AnytimeAction {
  by: Role | 'family';
  to: string;
  in?: readonly string[];
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

/** A record's own entry: no name that somebody sends may reach what every object inherits. */
export const ownEntry = <T>(of: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  of && Object.hasOwn(of, name) ? of[name] : undefined;

/** Every step or end to which `step` itself leads, each once. */
export const ownFollowers = (step: Step): string[] => [
  ...new Set(
    isPersonStep(step)
      ? [
          ...Object.values(step.actions),
          ...Object.values(step.then ?? {}),
          ...step.overdue.filter((to) => to !== REMIND),
        ]
      : Object.values(step.then),
  ),
];

/** Whether what may be done at any time may be done in a step. */
export const isPossibleIn = ({ in: steps }: AnytimeAction, step: string): boolean =>
  steps === undefined || steps.includes(step);

/** Every step or end that can follow `step`, each once. */
export const followers = (process: Process, step: Step): string[] => {
  const name = Object.keys(process.steps).find((one) => process.steps[one] === step) ?? '';
  const anytime = Object.values(process.anytime ?? {}).flatMap((action) =>
    isPossibleIn(action, name) ? [action.to] : [],
  );
  return [...new Set([...ownFollowers(step), ...anytime])];
};
