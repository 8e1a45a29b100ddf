import { expect, test } from 'vitest';
import { contactRequestV1 } from '../forms/contact-request/process.ts';
import { type Act, applyAct } from '../process/apply-act.ts';
import { aHead } from './a-head.test-data.ts';
import { type Head, head } from './head.ts';
import { nextHead, placed, positionOf } from './next-head.ts';

const at = '2026-02-03T10:00:00.000Z';
const next = (before: Head, act: Act, now = at) => {
  const applied = applyAct(contactRequestV1, positionOf(before), act, now);
  if (!applied.ok) throw new Error(applied.refusal);
  return nextHead(before, applied, { at: now, by: { person: 'anna' }, retentionMonths: 6 });
};
const action = (step: string, name: string): Act => ({
  kind: 'action',
  step,
  action: name,
  as: 'social-worker',
});

test('a decision moves the head one version on and says who decided', () => {
  const before = aHead();
  const decided = next(before, action('accept', 'accept'));
  expect(decided).toEqual({
    ...before,
    version: 3,
    decidedBy: { person: 'anna' },
    at: 'contact',
    visit: 3,
    since: at,
    due: '2026-02-10T23:00:00.000Z',
    missed: 0,
  });
  expect(head.parse(decided)).toEqual(decided);
});

test('an end has no due date any more, and says when everything goes', () => {
  const contact = aHead({ at: 'contact', visit: 3 });
  const closed = next(contact, action('contact', 'close'));
  expect(closed).toMatchObject({ at: 'closed', endedAt: at, deleteAt: '2026-08-03T22:00:00.000Z' });
  expect(closed).not.toHaveProperty('due');
  expect(head.parse(closed)).toEqual(closed);
});

test('what does not end has no date of deletion', () => {
  const decided = next(aHead(), action('accept', 'pass'));
  expect(decided).not.toHaveProperty('endedAt');
  expect(decided).not.toHaveProperty('deleteAt');
});

test('a reminder decides nothing: who saw the case before it can still decide', () => {
  const before = aHead({ decidedBy: { system: true } });
  const reminded = next(before, { kind: 'overdue', step: 'accept' }, '2026-02-04T23:00:00.000Z');
  expect(reminded).toEqual({ ...before, missed: 1, due: '2026-02-06T23:00:00.000Z' });
});

test('an escalation does: who comes after it comes too late', () => {
  const before = aHead({ missed: 1 });
  const escalated = next(before, { kind: 'overdue', step: 'accept' }, '2026-02-04T23:00:00.000Z');
  expect(escalated).toMatchObject({ at: 'reassign', version: 3 });
});

test('a head gives its position and takes one, without the old date', () => {
  const before = aHead();
  expect(placed(before, positionOf(before))).toEqual(before);
  const moved = placed(before, { at: 'route', visit: 3, since: at, missed: 0 });
  expect(moved).not.toHaveProperty('due');
  expect(positionOf(moved)).toEqual({ at: 'route', visit: 3, since: at, missed: 0 });
});
