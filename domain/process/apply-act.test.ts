import { describe, expect, test } from 'vitest';
import { dueAfter } from '../calendar/due.ts';
import { months, workingDays } from '../calendar/period.ts';
import { contactRequestV1 } from '../forms/contact-request/process.ts';
import { type Role, role } from '../people/role.ts';
import { type Act, applyAct, begin, type Position, touch } from './apply-act.ts';
import { defineProcess } from './define-process.ts';
import type { Process } from './process.ts';

type Actor = Role | 'family';
const everybody: Actor[] = [...role.options, 'family'];

const received = '2026-04-30T08:00:00.000Z';
const apply = (position: Position, act: Act, at: string, process: Process = contactRequestV1) => {
  const applied = applyAct(process, position, act, at);
  if (!applied.ok) throw new Error(applied.refusal);
  return applied.position;
};
const routed = () =>
  apply(begin(contactRequestV1, received), { kind: 'result', step: 'route', outcome: 'assigned' }, received);
const overdue = (step: string): Act => ({ kind: 'overdue', step });

describe('a contact request', () => {
  test('begins with the routing, which has no date', () => {
    expect(begin(contactRequestV1, received)).toEqual({ at: 'route', visit: 1, since: received, missed: 0 });
  });

  test('that nobody accepts over a holiday and a weekend is reminded of, then reassigned, then reminded of every third working day', () => {
    const accept = routed();
    expect(accept.due).toBe('2026-05-05T22:00:00.000Z');
    expect(applyAct(contactRequestV1, accept, overdue('accept'), '2026-05-05T21:59:59.999Z')).toEqual({
      ok: false,
      refusal: 'not-due',
    });
    const reminded = apply(accept, overdue('accept'), '2026-05-05T22:00:00.000Z');
    expect(reminded).toEqual({ ...accept, missed: 1, due: '2026-05-07T22:00:00.000Z' });
    const reassign = apply(reminded, overdue('accept'), '2026-05-07T22:00:00.000Z');
    expect(reassign).toMatchObject({ at: 'reassign', visit: 3, missed: 0, due: '2026-05-11T22:00:00.000Z' });
    // Thursday the 14th is Christi Himmelfahrt.
    const second = apply(reassign, overdue('reassign'), '2026-05-11T22:00:00.000Z');
    expect(second.due).toBe('2026-05-18T22:00:00.000Z');
    const third = apply(second, overdue('reassign'), '2026-05-18T22:00:00.000Z');
    expect(third).toMatchObject({ at: 'reassign', visit: 3, missed: 2, due: '2026-05-22T22:00:00.000Z' });
  });

  test('may be accepted after a reminder, as before it', () => {
    const reminded = apply(routed(), overdue('accept'), '2026-05-05T22:00:00.000Z');
    const accept: Act = { kind: 'action', step: 'accept', action: 'accept', as: 'social-worker' };
    expect(apply(reminded, accept, '2026-05-06T07:00:00.000Z')).toMatchObject({
      at: 'contact',
      visit: 3,
      missed: 0,
    });
  });

  test('that is done again is told from the first time', () => {
    const passed = apply(
      routed(),
      { kind: 'action', step: 'accept', action: 'pass', as: 'social-worker' },
      received,
    );
    const again = apply(
      passed,
      { kind: 'action', step: 'reassign', action: 'assign', as: 'coordinator' },
      received,
    );
    expect(again).toMatchObject({ at: 'accept', visit: routed().visit + 2 });
  });

  test('closes when nothing happens for six months, counted from the last sign of life', () => {
    const advise: Position = {
      ...{ at: 'advise', visit: 4, since: '2026-01-15T09:00:00.000Z', missed: 0 },
      due: '2026-07-15T22:00:00.000Z',
    };
    expect(advise.due).toBe(dueAfter(advise.since, months(6)));
    const touched = touch(contactRequestV1, advise, '2026-03-10T09:00:00.000Z');
    expect(touched).toEqual({ ...advise, due: '2026-09-10T22:00:00.000Z' });
    expect(applyAct(contactRequestV1, touched, overdue('advise'), '2026-07-15T22:00:00.000Z').ok).toBe(false);
    expect(applyAct(contactRequestV1, touched, overdue('advise'), '2026-09-10T22:00:00.000Z')).toMatchObject({
      ok: true,
      ended: true,
      position: { at: 'closed' },
    });
  });

  test('has dates that a sign of life does not move where a person must act, and none where a function runs', () => {
    for (const position of [routed(), begin(contactRequestV1, received)])
      expect(touch(contactRequestV1, position, '2026-05-01T09:00:00.000Z')).toEqual(position);
  });

  test('can be withdrawn by the family at every open step, and by nobody else', () => {
    for (const step of Object.keys(contactRequestV1.steps))
      for (const as of everybody) {
        const position = { at: step, visit: 2, since: received, missed: 0 };
        const applied = applyAct(
          contactRequestV1,
          position,
          { kind: 'action', step, action: 'withdraw', as },
          received,
        );
        expect(applied.ok, `${step} ${as}`).toBe(as === 'family');
      }
  });
});

test('somebody with another role is told so, and an action that does not exist is unknown to everybody', () => {
  const by = (action: string, as: Actor) =>
    applyAct(contactRequestV1, routed(), { kind: 'action', step: 'accept', action, as }, received);
  expect(by('accept', 'coordinator')).toEqual({ ok: false, refusal: 'other-role' });
  expect(by('approve', 'social-worker')).toEqual({ ok: false, refusal: 'unknown-action' });
  expect(by('constructor', 'social-worker')).toEqual({ ok: false, refusal: 'unknown-action' });
});

test('a sign of life takes back the reminders of an idle step', () => {
  const process = defineProcess({
    name: 'idle',
    version: 1,
    first: 'wait',
    steps: {
      wait: {
        by: 'clerk',
        within: workingDays(3),
        actions: { close: 'closed' },
        overdue: ['remind', 'closed'],
        idle: true,
      },
    },
    ends: ['closed'],
  });
  const reminded = apply(begin(process, received), overdue('wait'), '2026-05-06T22:00:00.000Z', process);
  const touched = touch(process, reminded, '2026-05-07T08:00:00.000Z');
  expect(touched).toMatchObject({ missed: 0, due: '2026-05-12T22:00:00.000Z' });
  expect(apply(touched, overdue('wait'), '2026-05-12T22:00:00.000Z', process).at).toBe('wait');
});
