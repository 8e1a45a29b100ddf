import { expect, test } from 'vitest';
import { workingDays } from '../calendar/period.ts';
import { contactRequestV1 } from '../forms/contact-request/process.ts';
import { applyAct, begin, possibleActions } from '../process/apply-act.ts';
import { defineProcess } from '../process/define-process.ts';
import type { Process } from '../process/process.ts';
import { machineName } from '../process/state-machine.ts';
import { newestProcess, processOf, UnknownProcessError } from './process-of.ts';

/** A later version, as a county might ask for it: one more day to accept, and a talk before a case is passed on. */
const contactRequestV2 = defineProcess<Process>({
  ...contactRequestV1,
  version: 2,
  steps: {
    ...contactRequestV1.steps,
    accept: {
      ...contactRequestV1.steps.accept,
      within: workingDays(3),
      actions: { accept: 'contact', discuss: 'talk' },
    },
    talk: {
      by: 'coordinator',
      within: workingDays(2),
      actions: { keep: 'accept', pass: 'reassign' },
      overdue: ['remind', 'reassign'],
    },
  },
});
const installed = { 'contact-request': [contactRequestV1, contactRequestV2] };
const started = ({ name, version }: Process) => ({ form: 'contact-request', process: { name, version } });

const at = '2026-02-02T09:00:00.000Z';
const walk = (process: Process, actions: readonly string[]) => {
  let position = begin(process, at);
  const routed = applyAct(process, position, { kind: 'result', step: 'route', outcome: 'assigned' }, at);
  if (routed.ok) position = routed.position;
  return actions.map((action) => {
    const step = position.at;
    const by = process.steps[step];
    const as = by && 'by' in by ? by.by : 'family';
    const applied = applyAct(process, position, { kind: 'action', step, action, as }, at);
    if (applied.ok) position = applied.position;
    return applied.ok ? applied.position.at : applied.refusal;
  });
};

test('cases finish with the version that they were started with while new ones begin with the newest', () => {
  const old = processOf(started(contactRequestV1), installed);
  const current = processOf(started(contactRequestV2), installed);
  expect(old).toBe(contactRequestV1);
  expect(newestProcess('contact-request', installed)).toBe(contactRequestV2);
  expect(walk(old, ['pass', 'assign', 'accept', 'reached', 'close'])).toEqual([
    'reassign',
    'accept',
    'contact',
    'advise',
    'closed',
  ]);
  expect(walk(current, ['pass', 'discuss', 'keep', 'accept', 'reached', 'close'])).toEqual([
    'unknown-action',
    'talk',
    'accept',
    'contact',
    'advise',
    'closed',
  ]);
});

test('each version has its own buttons, dates and state machine', () => {
  const [old, current] = [contactRequestV1, contactRequestV2].map((one) =>
    processOf(started(one), installed),
  );
  expect(possibleActions(old as Process, 'accept', ['social-worker'])).toEqual(['accept', 'pass']);
  expect(possibleActions(current as Process, 'accept', ['social-worker'])).toEqual(['accept', 'discuss']);
  const due = (process: Process | undefined) => {
    const routed = applyAct(
      process as Process,
      begin(process as Process, at),
      { kind: 'result', step: 'route', outcome: 'assigned' },
      at,
    );
    return routed.ok && routed.position.due;
  };
  expect(due(old)).toBe('2026-02-04T23:00:00.000Z');
  expect(due(current)).toBe('2026-02-05T23:00:00.000Z');
  expect(machineName(old as Process)).not.toBe(machineName(current as Process));
});

test('a case that stands in a step which only the newer version has cannot be decided by the older one', () => {
  const talk = { at: 'talk', visit: 3, since: at, missed: 0 };
  const keep = { kind: 'action', step: 'talk', action: 'keep', as: 'coordinator' } as const;
  expect(applyAct(contactRequestV1, talk, keep, at)).toEqual({ ok: false, refusal: 'ended' });
  expect(applyAct(contactRequestV2, talk, keep, at)).toMatchObject({ ok: true, position: { at: 'accept' } });
});

test.each([
  [
    'a version that is not installed',
    { form: 'contact-request', process: { name: 'contact-request', version: 3 } },
  ],
  ['a process of another name', { form: 'contact-request', process: { name: 'survey', version: 1 } }],
  ['a form that is not installed', { form: 'survey', process: { name: 'contact-request', version: 1 } }],
  [
    'a form named as what every object has',
    { form: 'constructor', process: { name: 'contact-request', version: 1 } },
  ],
] as const)('%s is refused by name, not taken for another', (_what, of) => {
  expect(() => processOf(of, installed)).toThrow(UnknownProcessError);
  expect(() => processOf(of, installed)).toThrow(
    `${of.process.name} version ${of.process.version} is not installed`,
  );
});

test('without a word about it the forms of the registry are installed', () => {
  expect(processOf(started(contactRequestV1))).toBe(contactRequestV1);
  expect(newestProcess('contact-request')).toBe(contactRequestV1);
  expect(() => newestProcess('contact-request', {})).toThrow(UnknownProcessError);
});
