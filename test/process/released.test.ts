import { describe, expect, test } from 'vitest';
import { workingDays } from '../../domain/calendar/period.ts';
import { contactRequestV1 } from '../../domain/forms/contact-request/process.ts';
import { processes as registered } from '../../domain/forms/process-registry.ts';
import type { Process } from '../../domain/process/process.ts';
import { faultsOfRelease, installedNow, readReleased } from './released.ts';

const all = readReleased();
/** What the check is tried on: one form is enough. */
const released = new Map([...all].filter(([name]) => name.startsWith('contact-request')));
const install = (...processes: Process[]) => installedNow({ 'contact-request': processes });
const { accept } = contactRequestV1.steps;

test('every process of every form is the one that was released', () => {
  expect(faultsOfRelease(installedNow(registered), all)).toEqual([]);
});

describe('the check notices', () => {
  test.each<[string, Process]>([
    [
      'another period',
      {
        ...contactRequestV1,
        steps: { ...contactRequestV1.steps, accept: { ...accept, within: workingDays(3) } },
      },
    ],
    [
      'another role',
      { ...contactRequestV1, steps: { ...contactRequestV1.steps, accept: { ...accept, by: 'clerk' } } },
    ],
    [
      'another order of the buttons',
      {
        ...contactRequestV1,
        steps: {
          ...contactRequestV1.steps,
          accept: { ...accept, actions: { pass: 'reassign', accept: 'contact' } },
        },
      },
    ],
    [
      'one reminder more',
      {
        ...contactRequestV1,
        steps: { ...contactRequestV1.steps, accept: { ...accept, overdue: ['remind', ...accept.overdue] } },
      },
    ],
    ['who may withdraw', { ...contactRequestV1, anytime: { withdraw: { by: 'clerk', to: 'withdrawn' } } }],
    ['a withdrawal that is possible no more', { ...contactRequestV1, anytime: {} }],
  ])('%s in a released version', (_what, changed) => {
    expect(faultsOfRelease(install(changed), released)).toEqual([
      expect.stringMatching(/^contact-request-v1 was released and must not change/),
    ]);
  });

  test('a version that was never released, and says how it is', () => {
    const [fault, ...more] = faultsOfRelease(
      install(contactRequestV1, { ...contactRequestV1, version: 2 }),
      released,
    );
    expect(more).toEqual([]);
    expect(fault).toMatch(
      /^contact-request-v2 has not been released: write this into test\/process\/released\//,
    );
    const text = fault?.slice(fault.indexOf('\n') + 1) ?? '';
    expect(JSON.parse(text)).toMatchObject({ process: { version: 2 }, stateMachine: { StartAt: 'enter' } });
  });

  test('a released version that is gone', () => {
    expect(faultsOfRelease(install(), released)).toEqual([
      expect.stringMatching(
        /^contact-request-v1 was released but is not in domain\/forms\/process-registry\.ts any more/,
      ),
    ]);
  });

  test('another state machine made of the same process', () => {
    const now = install(contactRequestV1);
    const other = new Map([...now].map(([name, of]) => [name, { ...(of as object), stateMachine: {} }]));
    expect(faultsOfRelease(now, other)).toEqual([
      expect.stringMatching(/^the state machine of contact-request-v1/),
    ]);
  });
});
