import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contactRequestV1 } from '../forms/contact-request/process.ts';
import { anyProcess } from './any-process.test-data.ts';
import { diagramOf } from './diagram.ts';
import { isPersonStep, type Process, REMIND } from './process.ts';

const id = (name: string) => name.replaceAll('-', '_');

const edgesOf = ({ first, steps, ends, anytime }: Process) => [
  `[*] --> ${id(first)}`,
  ...Object.entries(steps).flatMap(([name, step]) => [
    ...[...(isPersonStep(step) ? Object.entries(step.actions) : []), ...Object.entries(step.then ?? {})].map(
      ([why, to]) => `${id(name)} --> ${id(to)}: ${why}`,
    ),
    ...(isPersonStep(step) ? step.overdue : []).map((to, n) =>
      to === REMIND
        ? `${id(name)} --> ${id(name)}: date ${n + 1} missed, reminder`
        : `${id(name)} --> ${id(to)}: date ${n + 1} missed`,
    ),
  ]),
  ...Object.entries(anytime ?? {}).map(
    ([action, { by, to, in: steps }]) =>
      `note right of ${id(to)}: ${action} by ${by} from ${steps?.join(', ') ?? 'every open step'}`,
  ),
  ...ends.map((end) => `${id(end)} --> [*]`),
];

test('a diagram has every edge of its process and no other', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constant<Process>(contactRequestV1), anyProcess), (process) => {
      const lines = diagramOf(process)
        .trimEnd()
        .split('\n')
        .map((line) => line.trim());
      expect(lines[0]).toBe('stateDiagram-v2');
      expect(lines.filter((line) => /-->|^note/.test(line)).sort()).toEqual(edgesOf(process).sort());
    }),
  );
});

test('a diagram says who acts, within which period, and what runs', () => {
  const diagram = diagramOf(contactRequestV1);
  expect(diagram).toContain('  route: route (runs route-request)\n');
  expect(diagram).toContain('  accept: accept (social-worker, 2 working days)\n');
  expect(diagram).toContain('  reassign: reassign (coordinator, 1 working day)\n');
  expect(diagram).toContain('  advise: advise (social-worker, 6 months)\n');
});
