import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contactRequestV1 } from '../forms/contact-request/process.ts';
import { anyProcess } from './any-process.test-data.ts';
import { isPersonStep, type Process } from './process.ts';
import { executionName, machineName, SUPERSEDED, stateMachineOf } from './state-machine.ts';

interface State {
  Type: string;
  Next?: string;
  Default?: string;
  End?: boolean;
  Choices?: { Variable: string; StringEquals: string; Next: string }[];
  Catch?: { ErrorEquals: string[]; Next: string }[];
  Parameters?: { FunctionName: string; Payload: Record<string, unknown> };
  TimeoutSeconds?: number;
}
interface Machine {
  StartAt: string;
  States: Record<string, State>;
}

const machineOf = (process: Process) => stateMachineOf(process) as unknown as Machine;
const processes = fc.oneof(fc.constant<Process>(contactRequestV1), anyProcess);

const targets = ({ Next, Default, Choices = [], Catch = [] }: State) =>
  [Next, Default, ...Choices.map((choice) => choice.Next), ...Catch.map((one) => one.Next)].filter(
    (to) => to !== undefined,
  );

test('every step and every end is a state, and every state leads to states that exist', () => {
  fc.assert(
    fc.property(processes, (process) => {
      const { States } = machineOf(process);
      for (const name of [...Object.keys(process.steps), ...process.ends])
        expect(States).toHaveProperty([name]);
      for (const [name, state] of Object.entries(States))
        for (const to of targets(state)) expect(States, `${name} leads to ${to}`).toHaveProperty([to]);
    }),
  );
});

test('every state is reached from the first, and every state but a choice or an end goes on', () => {
  fc.assert(
    fc.property(processes, (process) => {
      const { StartAt, States } = machineOf(process);
      const reached = new Set([StartAt]);
      for (const name of reached) for (const to of targets(States[name] as State)) reached.add(to);
      expect([...reached].sort()).toEqual(Object.keys(States).sort());
      for (const state of Object.values(States)) {
        if (state.Type === 'Task') expect(state.Next).toBeDefined();
        if (state.Type === 'Choice') expect(state.Choices?.length).toBeGreaterThan(0);
      }
    }),
  );
});

test('the first state is the choice on $.at, so that a new run enters wherever the head stands', () => {
  fc.assert(
    fc.property(processes, (process) => {
      const { StartAt, States } = machineOf(process);
      const enter = States[StartAt];
      expect(enter?.Type).toBe('Choice');
      expect(enter?.Choices).toEqual(
        [...Object.keys(process.steps), ...process.ends, SUPERSEDED].map((name) => ({
          Variable: '$.at',
          StringEquals: name,
          Next: name,
        })),
      );
      expect(States[enter?.Default ?? '']?.Type).toBe('Fail');
    }),
  );
});

test('after a step every answer of a task leads on: to what the process names, to an end, or out of a replaced run', () => {
  const choose = (States: Machine['States'], from: string, at: string): string => {
    const { Choices = [], Default = '' } = States[from] as State;
    const next = Choices.find(({ StringEquals }) => StringEquals === at)?.Next ?? Default;
    return States[next]?.Type === 'Choice' ? choose(States, next, at) : next;
  };
  fc.assert(
    fc.property(processes, (process) => {
      const { States } = machineOf(process);
      for (const step of Object.keys(process.steps)) {
        const after = States[step]?.Next ?? '';
        for (const at of [...Object.keys(process.steps), ...process.ends, SUPERSEDED])
          expect(choose(States, after, at)).toBe(at);
        expect(States[choose(States, after, 'gone')]?.Type).toBe('Fail');
      }
    }),
  );
});

test('the ends and a replaced run succeed', () => {
  fc.assert(
    fc.property(processes, (process) => {
      for (const end of [...process.ends, SUPERSEDED])
        expect(machineOf(process).States[end]).toEqual({ Type: 'Succeed' });
    }),
  );
});

test('a task is told the step, the id, the run and perhaps a token: nothing that belongs to a person', () => {
  fc.assert(
    fc.property(processes, (process) => {
      for (const [name, step] of Object.entries(process.steps)) {
        const { Type, Parameters } = machineOf(process).States[name] as State;
        expect(Type).toBe('Task');
        expect(Parameters?.Payload).toEqual({
          task: isPersonStep(step) ? 'open-step' : step.run,
          step: name,
          'id.$': '$.id',
          'run.$': '$.run',
          ...(isPersonStep(step) && { 'token.$': '$$.Task.Token' }),
        });
      }
      const paths = JSON.stringify(machineOf(process)).match(/"\$[^"]*"/g) ?? [];
      expect(new Set(paths)).toEqual(
        new Set(paths.filter((path) => /^"\$(\.(at|id|run|Payload)|\$\.Task\.Token|\{\w+\})"$/.test(path))),
      );
    }),
  );
});

test('a waiting task asks for a new token before the longest timer of the engine, and again', () => {
  const accept = machineOf(contactRequestV1).States.accept;
  expect(accept?.TimeoutSeconds).toBeLessThan(2 ** 31 / 1000);
  expect(accept?.Catch).toEqual([{ ErrorEquals: ['States.Timeout'], ResultPath: null, Next: 'accept' }]);
});

test('it is plain JSON, the same every time', () => {
  fc.assert(
    fc.property(processes, (process) => {
      const machine = stateMachineOf(process);
      expect(JSON.parse(JSON.stringify(machine))).toStrictEqual(machine);
      expect(stateMachineOf(process)).toStrictEqual(machine);
    }),
  );
});

test('names of machines and executions stay within what AWS allows, for every process that can be defined', () => {
  const allowed = /^[A-Za-z0-9._-]{1,80}$/;
  const id = '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a';
  const longest = { name: 'a'.repeat(30), version: 999 };
  expect(machineName(contactRequestV1)).toBe('contact-request-v1');
  expect(executionName(id, contactRequestV1, 2)).toBe(`${id}.contact-request-v1.2`);
  expect(`bindeglied-${machineName(longest)}`).toMatch(allowed);
  expect(executionName(id, longest, 999)).toMatch(allowed);
});
