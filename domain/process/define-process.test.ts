import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workingDays } from '../calendar/period.ts';
import { contactRequestV1 } from '../forms/contact-request/process.ts';
import { anyProcess } from './any-process.test-data.ts';
import { defineProcess, ProcessError } from './define-process.ts';
import type { PersonStep, Process } from './process.ts';

const check: PersonStep = {
  by: 'clerk',
  within: workingDays(5),
  actions: { approve: 'done', query: 'answer' },
  overdue: ['remind'],
};
const answer: PersonStep = {
  by: 'provider',
  within: workingDays(20),
  actions: { answer: 'check' },
  overdue: ['remind', 'lapsed'],
};
const sound: Process = {
  name: 'leave-of-absence',
  version: 1,
  first: 'check',
  steps: { check, answer },
  ends: ['done', 'lapsed'],
};

test('a sound process is given back as it is', () => {
  expect(defineProcess(sound)).toBe(sound);
});

const broken: [string, Partial<Process>, string][] = [
  ['whose first step is missing', { first: 'start' }, 'the first step start is missing'],
  ['whose first step is an end', { first: 'done' }, 'the first step done is missing'],
  ['that begins with what every object has', { first: 'toString' }, 'the first step toString is missing'],
  [
    'whose action leads nowhere',
    { steps: { check: { ...check, actions: { approve: 'paid' } }, answer } },
    'check leads to paid, which is missing',
  ],
  [
    'whose action leads to what every object has',
    { steps: { check: { ...check, actions: { approve: 'constructor' } }, answer } },
    'check leads to constructor, which is missing',
  ],
  [
    'whose missed date leads nowhere',
    { steps: { check: { ...check, overdue: ['escalate'] }, answer } },
    'check leads to escalate, which is missing',
  ],
  [
    'whose outcome leads nowhere',
    { steps: { check, answer, book: { run: 'book', then: { booked: 'paid' } } } },
    'book leads to paid, which is missing',
  ],
  [
    'that can be broken off to nowhere',
    { anytime: { withdraw: { by: 'provider', to: 'withdrawn' } } },
    'withdraw leads to withdrawn, which is missing',
  ],
  [
    'whose action at any time names a step that is not there',
    { anytime: { withdraw: { by: 'provider', to: 'done', in: ['nowhere'] } } },
    'withdraw is possible in nowhere, which is missing',
  ],
  [
    'with a name that is a step and an end',
    { ends: ['done', 'lapsed', 'answer'] },
    'answer is a step and an end',
  ],
  [
    'with a step that is never reached',
    { steps: { check, answer, archive: check } },
    'archive is never reached',
  ],
  ['with an end that is never reached', { ends: ['done', 'lapsed', 'lost'] }, 'lost is never reached'],
  [
    'with a step that reaches no end',
    {
      ends: ['done'],
      steps: { check, answer: { ...answer, actions: { answer: 'answer' }, overdue: ['remind'] } },
    },
    'answer reaches no end',
  ],
  [
    'with a step that reaches an end only because somebody may break it off',
    {
      ends: ['done'],
      anytime: { withdraw: { by: 'family', to: 'done' } },
      steps: { check, answer: { ...answer, actions: { answer: 'answer' }, overdue: ['remind'] } },
    },
    'answer reaches no end',
  ],
  [
    'with two steps that lead only to each other',
    {
      ends: ['done'],
      steps: {
        check,
        answer: { ...answer, actions: { answer: 'book' }, overdue: ['remind'] },
        book: { run: 'book', then: { booked: 'answer' } },
      },
    },
    'answer reaches no end',
  ],
  [
    'without an end',
    { ends: [], steps: { check: { ...check, actions: { again: 'check' } } } },
    'check reaches no end',
  ],
  [
    'with a step without an action',
    { steps: { check: { ...check, actions: {} }, answer } },
    'check has no action',
  ],
  [
    'with a function without an outcome',
    { steps: { check, answer, book: { run: 'book', then: {} } } },
    'book has no outcome',
  ],
  [
    'with nothing behind a missed date',
    { steps: { check: { ...check, overdue: [] }, answer } },
    'check has nothing that follows a missed date',
  ],
  [
    'that goes on after it has left a step',
    { steps: { check: { ...check, overdue: ['answer', 'remind'] }, answer } },
    'check has been left before the last of its missed dates',
  ],
  [
    'whose action is hidden by one that is always possible',
    { anytime: { approve: { by: 'provider', to: 'done' } } },
    'check has the action approve, which is possible at any time already',
  ],
  [
    'with a period of no length',
    { steps: { check: { ...check, within: workingDays(0) }, answer } },
    'check has a period that is no positive whole number',
  ],
  [
    'with a grace of half a day',
    { steps: { check: { ...check, grace: workingDays(0.5) }, answer } },
    'check has a period that is no positive whole number',
  ],
  ['of version 0', { version: 0 }, 'the version is no positive whole number'],
  ['without a name', { name: '' }, 'is no name'],
  ['whose name is too long for an execution', { name: 'a'.repeat(31) }, 'is no name'],
  [
    'with a step that would be taken for what follows another',
    { steps: { check, answer, 'after check': check } },
    'after check is no name',
  ],
  [
    'with a step named as the first state is',
    { steps: { check, answer, enter: check } },
    'enter is a reserved name',
  ],
  [
    'with a step named as what stays in it',
    { steps: { check, answer, remind: check } },
    'remind is a reserved name',
  ],
  [
    'with an end for runs that were replaced',
    { ends: ['done', 'lapsed', 'superseded'] },
    'superseded is a reserved name',
  ],
];

test.each(broken)('a process %s is refused, and the step is named', (_how, change, why) => {
  expect(() => defineProcess({ ...sound, ...change })).toThrow(ProcessError);
  expect(() => defineProcess({ ...sound, ...change })).toThrow(why);
});

test('the refusal names the process and its version', () => {
  expect(() => defineProcess({ ...sound, first: 'start' })).toThrow(/^leave-of-absence 1: /);
});

const laterSteps = ({ first, steps }: Process) => Object.keys(steps).filter((name) => name !== first);

test('a process that loses any one step but the first is refused', () => {
  const lose = (process: Process, name: string) => {
    const { [name]: _lost, ...steps } = process.steps;
    return () => defineProcess({ ...process, steps });
  };
  for (const name of laterSteps(contactRequestV1))
    expect(lose(contactRequestV1, name), name).toThrow(ProcessError);
  fc.assert(
    fc.property(anyProcess, fc.nat(), (process, n) => {
      const names = laterSteps(process);
      const name = names[n % names.length];
      if (name) expect(lose(process, name)).toThrow(`${name}, which is missing`);
    }),
  );
});
