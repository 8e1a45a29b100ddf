import fc from 'fast-check';
import { budgetApplicationV1 } from '../../domain/forms/budget-application/process.ts';
import type { Role } from '../../domain/people/role.ts';
import type { Process } from '../../domain/process/process.ts';

const process: Process = budgetApplicationV1;

/** What an application begins with: its sum, whether notices may come by mail, and how much money the year has. */
export const begins = fc.record({ large: fc.boolean(), mailed: fc.boolean(), short: fc.boolean() });
export type Beginning = typeof begins extends fc.Arbitrary<infer T> ? T : never;

const actions = [
  ...new Set(
    Object.values(process.steps).flatMap((step) => Object.keys('actions' in step ? step.actions : {})),
  ),
  ...Object.keys(process.anytime ?? {}),
  'nonsense',
  'constructor',
];
const steps = [...Object.keys(process.steps), ...process.ends];
/** Who can do what the process names, by the role that it names; one of the clerks is a head too. */
export const byRole: Partial<Record<Role, readonly string[]>> = {
  provider: ['provider'],
  clerk: ['clerk', 'clerk-2', 'head-2'],
  coordinator: ['coordinator', 'coordinator-2'],
  committee: ['committee'],
  head: ['head', 'head-2'],
};
const others = ['provider-2', 'kita', 'treasurer', 'auditor', 'admin', 'social-worker'];
const people = [...Object.values(byRole).flat(), ...others];

export const command = fc.oneof(
  // What the process names, by one who may do it; the first of a step leads on.
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('named' as const),
      which: fc.oneof(fc.constant(0), fc.nat(100)),
      who: fc.nat(100),
    }),
  },
  // Anything by anybody: mostly refused.
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('any' as const),
      who: fc.constantFrom(...people),
      action: fc.constantFrom(...actions),
      step: fc.option(fc.constantFrom(...steps), { freq: 6 }),
      late: fc.nat(3).map((n) => n === 0),
      complete: fc.nat(3).map((n) => n > 0),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('send' as const), who: fc.constantFrom(...people) }) },
  // Past the next date, or by some hours.
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      hours: fc.option(fc.integer({ min: 1, max: 400 })),
    }),
  },
);
export type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;
