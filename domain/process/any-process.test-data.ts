import fc from 'fast-check';
import { days, months, type Period, workingDays } from '../calendar/period.ts';
import { role } from '../people/role.ts';
import { defineProcess } from './define-process.ts';
import { type PersonStep, type Process, REMIND, type RunStep } from './process.ts';

export const anyRole = fc.constantFrom(...role.options);

const period: fc.Arbitrary<Period> = fc.oneof(
  fc.integer({ min: 1, max: 20 }).map(workingDays),
  fc.integer({ min: 1, max: 60 }).map(days),
  fc.integer({ min: 1, max: 12 }).map(months),
);

const sketch = fc.record({
  person: fc.boolean(),
  by: anyRole,
  within: period,
  grace: fc.option(period, { nil: undefined }),
  idle: fc.boolean(),
  reminders: fc.nat(2),
  escalates: fc.option(fc.nat(), { nil: undefined }),
  more: fc.array(fc.nat(), { maxLength: 3 }),
  finds: fc.option(fc.nat(), { nil: undefined }),
});

const anytime = fc.option(
  fc.record({
    by: fc.oneof(anyRole, fc.constant('family' as const)),
    to: fc.nat(),
    in: fc.option(fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), { nil: undefined }),
  }),
  {
    nil: undefined,
  },
);

/** Valid processes of every shape: step n leads to step n + 1, the last one to an end, and all of them anywhere else. */
export const anyProcess: fc.Arbitrary<Process> = fc
  .record({
    sketches: fc.array(sketch, { minLength: 1, maxLength: 6 }),
    ends: fc.integer({ min: 1, max: 3 }),
    anytime,
    version: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ sketches, ends: endCount, anytime, version }) => {
    const names = sketches.map((_, n) => `step-${n}`);
    const ends = Array.from({ length: endCount }, (_, n) => `end-${n}`);
    const places = [...names, ...ends];
    const place = (n: number) => places[n % places.length] as string;
    const steps = sketches.map((of, n): [string, PersonStep | RunStep] => {
      const inherited = ends.filter((_, end) => end % names.length === n);
      const targets = [names[n + 1] ?? (ends[0] as string), ...inherited, ...of.more.map(place)];
      const edges = Object.fromEntries(targets.map((to, edge) => [`edge-${edge}`, to]));
      if (!of.person) return [`step-${n}`, { run: `function-${n}`, then: edges }];
      const reminders = Array.from({ length: of.reminders }, () => REMIND);
      const last = of.escalates === undefined ? REMIND : place(of.escalates);
      const { by, within, grace, idle, finds } = of;
      const then = finds === undefined ? {} : { then: { found: place(finds) } };
      const overdue = [...reminders, last];
      return [
        `step-${n}`,
        { by, within, actions: edges, overdue, ...then, ...(grace && { grace }), ...(idle && { idle }) },
      ];
    });
    return defineProcess<Process>({
      name: 'invented',
      version,
      first: 'step-0',
      steps: Object.fromEntries(steps),
      ends,
      ...(anytime && {
        anytime: {
          'break-off': {
            by: anytime.by,
            to: place(anytime.to),
            ...(anytime.in && { in: anytime.in.map((n) => names[n % names.length] as string) }),
          },
        },
      }),
    });
  });
