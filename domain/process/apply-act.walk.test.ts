import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instants } from '../calendar/any-day.test-data.ts';
import { dueAfter } from '../calendar/due.ts';
import { contactRequestV1 } from '../forms/contact-request/process.ts';
import { processes as installed } from '../forms/process-registry.ts';
import { type Role, role } from '../people/role.ts';
import { anyProcess } from './any-process.test-data.ts';
import { type Act, applyAct, begin, type Position, possibleActions } from './apply-act.ts';
import { isPersonStep, type Process, REMIND } from './process.ts';

type Actor = Role | 'family';
const everybody: Actor[] = [...role.options, 'family'];

/** Those of the forms, and any other. */
const processes = fc.oneof(fc.constantFrom<Process>(...Object.values(installed).flat()), anyProcess);

/** Names that occur in a process, and some that do not: what other processes have, what every object has. */
const actionNames = (process: Process) => [
  ...new Set([
    ...Object.values(process.steps).flatMap((step) => (isPersonStep(step) ? Object.keys(step.actions) : [])),
    ...Object.keys(process.anytime ?? {}),
    ...['approve', 'accept', '', 'constructor', 'toString', '__proto__', 'hasOwnProperty'],
  ]),
];

const outcomeNames = (process: Process) => [
  ...new Set([
    ...Object.values(process.steps).flatMap((step) => Object.keys(step.then ?? {})),
    ...['assigned', 'constructor', '__proto__'],
  ]),
];

/** What the process names at a step for somebody, read from its definition: where each action leads. */
const named = (process: Process, at: string, by: Actor): Record<string, string> => {
  const step = Object.entries(process.steps).find(([name]) => name === at)?.[1];
  if (!step) return {};
  // What would lead to where it stands is no action.
  const anytime = Object.entries(process.anytime ?? {}).filter(
    ([, action]) => action.by === by && action.to !== at && (action.in?.includes(at) ?? true),
  );
  return {
    ...(isPersonStep(step) && step.by === by ? step.actions : {}),
    ...Object.fromEntries(anytime.map(([name, { to }]) => [name, to])),
  };
};

const everyAct = (process: Process, step: string): Act[] => [
  ...everybody.flatMap((as) =>
    actionNames(process).map((action): Act => ({ kind: 'action', step, action, as })),
  ),
  ...outcomeNames(process).map((outcome): Act => ({ kind: 'result', step, outcome })),
  { kind: 'overdue', step },
];

const laterThan = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();

/** Where an accepted act leads by the definition; undefined when it must be refused. */
const expected = (process: Process, from: Position, act: Act, at: string): string | undefined => {
  const step = Object.entries(process.steps).find(([name]) => name === from.at)?.[1];
  if (!step || act.step !== from.at) return undefined;
  if (act.kind === 'action') return new Map(Object.entries(named(process, from.at, act.as))).get(act.action);
  if (act.kind === 'result') return new Map(Object.entries(step.then ?? {})).get(act.outcome);
  if (!isPersonStep(step) || !from.due || at < from.due) return undefined;
  return step.overdue[from.missed] ?? REMIND;
};

const expectedPosition = (process: Process, from: Position, to: string, at: string): Position => {
  const stays = to === REMIND;
  const name = stays ? from.at : to;
  const step = process.steps[name];
  const period = step && isPersonStep(step) ? (stays && step.grace) || step.within : undefined;
  const due = period && { due: dueAfter(at, period) };
  return stays
    ? { ...from, ...due, missed: from.missed + 1 }
    : { at: name, visit: from.visit + 1, since: at, missed: 0, ...due };
};

describe('walking a process at random', () => {
  test('accepts exactly the acts that the process names, and goes where it says', () => {
    const moves = fc.array(fc.record({ choice: fc.nat(), wait: fc.integer({ min: 0, max: 400 }) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(processes, instants, moves, (process, start, walk) => {
        let now = start;
        let position = begin(process, now);
        for (const { choice, wait } of walk) {
          now = laterThan(now, wait * 6 * 60 * 60 * 1000);
          const accepted: Position[] = [];
          for (const act of everyAct(process, position.at)) {
            const to = expected(process, position, act, now);
            const applied = applyAct(process, position, act, now);
            expect(applied.ok, JSON.stringify({ position, act })).toBe(to !== undefined);
            if (!applied.ok || to === undefined) continue;
            expect(applied.position).toEqual(expectedPosition(process, position, to, now));
            expect(applied.moved).toBe(to !== REMIND);
            expect(applied.ended).toBe(process.ends.includes(to));
            accepted.push(applied.position);
          }
          if (process.ends.includes(position.at)) expect(accepted).toEqual([]);
          position = accepted[choice % Math.max(accepted.length, 1)] ?? position;
        }
      }),
      { numRuns: 60 },
    );
  });

  test('shows exactly the actions that would be accepted, in the process’s order', () => {
    const roles = fc.subarray(everybody);
    fc.assert(
      fc.property(processes, roles, (process, mine) => {
        for (const at of [...Object.keys(process.steps), ...process.ends, 'nowhere', 'constructor']) {
          const since = '2026-01-05T09:00:00.000Z';
          const position = { at, visit: 1, since, missed: 0 };
          const accepts = (action: string) =>
            mine.some(
              (as) => applyAct(process, position, { kind: 'action', step: at, action, as }, since).ok,
            );
          const shown = possibleActions(process, at, mine);
          expect(new Set(shown)).toEqual(new Set(actionNames(process).filter(accepts)));
          expect(shown).toHaveLength(new Set(shown).size);
        }
      }),
    );
  });

  test('reaches an end from every state that can be reached', () => {
    const stateOf = ({ at, missed }: Position) => `${at} ${missed}`;
    fc.assert(
      fc.property(processes, (process) => {
        const start = begin(process, '2026-01-05T09:00:00.000Z');
        const states = new Map([[stateOf(start), start]]);
        const next = new Map<string, string[]>();
        for (const [key, position] of states) {
          const reached = everyAct(process, position.at)
            .map((act) => applyAct(process, position, act, position.due ?? '2026-01-05T09:00:00.000Z'))
            .flatMap((applied) => (applied.ok ? [applied.position] : []))
            .filter(({ missed }) => missed <= 5);
          next.set(key, reached.map(stateOf));
          for (const position of reached)
            if (!states.has(stateOf(position))) states.set(stateOf(position), position);
        }
        const ending = new Set(
          [...states.keys()].filter((key) => process.ends.includes(key.split(' ')[0] ?? '')),
        );
        for (let before = -1; before < ending.size; ) {
          before = ending.size;
          for (const [key, to] of next) if (to.some((one) => ending.has(one))) ending.add(key);
        }
        expect([...states.keys()].filter((key) => !ending.has(key))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('changes neither the process nor the position that it is given', () => {
    const deepFreeze = <T>(value: T): T => {
      if (value !== null && typeof value === 'object')
        for (const one of Object.values(value)) deepFreeze(one);
      return Object.freeze(value);
    };
    fc.assert(
      fc.property(processes, instants, (process, at) => {
        deepFreeze(process);
        const position = deepFreeze(begin(process, at));
        for (const act of everyAct(process, position.at))
          expect(() => applyAct(process, position, act, at)).not.toThrow();
      }),
      { numRuns: 30 },
    );
  });
});

test('after the end every act is refused, and one on a step that the submission has left before it', () => {
  const at = '2026-04-30T08:00:00.000Z';
  const closed = { at: 'closed', visit: 9, since: at, missed: 0 };
  for (const act of everyAct(contactRequestV1, 'closed'))
    expect(applyAct(contactRequestV1, closed, act, at)).toEqual({ ok: false, refusal: 'ended' });
  const accept = { ...closed, at: 'accept' };
  for (const act of everyAct(contactRequestV1, 'route'))
    expect(applyAct(contactRequestV1, accept, act, at)).toEqual({ ok: false, refusal: 'other-step' });
});
