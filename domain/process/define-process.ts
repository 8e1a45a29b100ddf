import type { Period } from '../calendar/period.ts';
import {
  followers,
  isPersonStep,
  isPossibleIn,
  ownEntry,
  ownFollowers,
  type Process,
  REMIND,
  type Step,
} from './process.ts';
import { SUPERSEDED } from './state-machine.ts';

/** A process that cannot work; found where it is written, not where somebody waits for it. */
export class ProcessError extends Error {
  override name = 'ProcessError';
}

/** Names become states, ids in diagrams and parts of execution names, of which AWS allows 80 characters. */
const NAME = /^[a-z][a-z0-9-]{0,29}$/;
/** Every state machine has these states, and to remind is not to go anywhere. */
const RESERVED = ['enter', SUPERSEDED, REMIND];

const nameFault = (name: string): string | undefined => {
  if (!NAME.test(name)) return `${name} is no name: small letters, digits and hyphens, at most 30`;
  return RESERVED.includes(name) ? `${name} is a reserved name` : undefined;
};

const isPositive = (period: Period) =>
  Object.values(period).every((n: number) => Number.isInteger(n) && n > 0);

const stepFault = (process: Process, name: string, step: Step): string | undefined => {
  const missing = ownFollowers(step).find((to) => !isKnown(process, to));
  if (missing !== undefined) return `${name} leads to ${missing}, which is missing`;
  if (!isPersonStep(step)) return Object.keys(step.then).length === 0 ? `${name} has no outcome` : undefined;
  if (Object.keys(step.actions).length === 0) return `${name} has no action`;
  const shadowed = Object.keys(step.actions).find((action) => {
    const anytime = ownEntry(process.anytime, action);
    return anytime && isPossibleIn(anytime, name);
  });
  if (shadowed) return `${name} has the action ${shadowed}, which is possible at any time already`;
  if (step.overdue.length === 0) return `${name} has nothing that follows a missed date`;
  if (step.overdue.slice(0, -1).some((to) => to !== REMIND))
    return `${name} has been left before the last of its missed dates`;
  const periods = [step.within, ...(step.grace ? [step.grace] : [])];
  return periods.every(isPositive) ? undefined : `${name} has a period that is no positive whole number`;
};

const isKnown = ({ steps, ends }: Process, name: string) => Object.hasOwn(steps, name) || ends.includes(name);

const reachedFrom = (start: string, next: (name: string) => readonly string[]): Set<string> => {
  const reached = new Set([start]);
  for (const name of reached) for (const to of next(name)) reached.add(to);
  return reached;
};

const faultOf = (process: Process): string | undefined => {
  const { name, version, first, steps, ends, anytime } = process;
  const names = Object.keys(steps);
  if (!Number.isInteger(version) || version < 1) return 'the version is no positive whole number';
  const misnamed = [name, ...names, ...ends].map(nameFault).find(Boolean);
  if (misnamed) return misnamed;
  if (!Object.hasOwn(steps, first)) return `the first step ${first} is missing`;
  const both = ends.find((end) => Object.hasOwn(steps, end));
  if (both) return `${both} is a step and an end`;
  for (const [action, { to }] of Object.entries(anytime ?? {}))
    if (!isKnown(process, to)) return `${action} leads to ${to}, which is missing`;
  for (const [action, { in: where = [] }] of Object.entries(anytime ?? {})) {
    const missing = where.find((step) => !Object.hasOwn(steps, step));
    if (missing !== undefined) return `${action} is possible in ${missing}, which is missing`;
  }
  const faulty = Object.entries(steps).map(([of, step]) => stepFault(process, of, step));
  const fault = faulty.find(Boolean);
  if (fault) return fault;
  const next = (by: (step: Step) => string[]) => (of: string) => {
    const step = ownEntry(steps, of);
    return step ? by(step) : [];
  };
  const reached = reachedFrom(
    first,
    next((step) => followers(process, step)),
  );
  const unreached = [...names, ...ends].find((of) => !reached.has(of));
  if (unreached) return `${unreached} is never reached`;
  const dead = names.find((of) => !ends.some((end) => reachedFrom(of, next(ownFollowers)).has(end)));
  return dead && `${dead} reaches no end`;
};

/**
 * Checks a process where it is written: every target exists, every step is reached, every step can reach an end (by its
 * own steps, not only because somebody may break it off), every person step has an action, a period and something that
 * happens when its date is missed.
 * @throws ProcessError naming the step.
 */
export const defineProcess = <const P extends Process>(process: P): P => {
  const fault = faultOf(process);
  if (fault) throw new ProcessError(`${process.name} ${process.version}: ${fault}`);
  return process;
};
