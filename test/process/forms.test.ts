import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { processes as installed } from '../../domain/forms/process-registry.ts';
import { forms } from '../../domain/forms/registry.ts';
import { role } from '../../domain/people/role.ts';
import { defineProcess } from '../../domain/process/define-process.ts';
import { followers, isPersonStep, type Process } from '../../domain/process/process.ts';
import { stateMachineOf } from '../../domain/process/state-machine.ts';

/**
 * The walk over every form there is: what a new form must have is asked here once, and of all of them. The mails' and
 * the export's questions are to follow where this says so, when a form has them.
 */
describe.each(Object.entries(forms))('the form %s', (name, form) => {
  const processes: readonly Process[] = installed[name as keyof typeof installed];

  test('has an example that it accepts, and that comes out as it went in', () => {
    expect(form.answers.parse(form.example)).toEqual(form.example);
  });

  test('has a JSON Schema of its answers that refuses unknown fields and has a place for every field of the example', () => {
    const schema = z.toJSONSchema(form.answers);
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(Object.keys(schema.properties ?? {})).toEqual(expect.arrayContaining(Object.keys(form.example)));
    expect(schema.required?.length).toBeGreaterThan(0);
  });

  test('has a process, and the last one is for new cases: versions only grow', () => {
    const versions = processes.map(({ version }) => version);
    expect(versions.length).toBeGreaterThan(0);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  });

  describe.each(processes.map((process) => [process.version, process] as const))(
    'in version %i',
    (_version, process) => {
      test('is named after the form', () => {
        expect(process.name).toBe(name);
      });

      test('has no dead end and nothing that nobody reaches', () => {
        expect(defineProcess(process)).toBe(process);
      });

      test('has a role and a deadline at every step of a person, and something that follows a missed date', () => {
        for (const [step, of] of Object.entries(process.steps)) {
          if (!isPersonStep(of)) continue;
          expect(role.options, step).toContain(of.by);
          expect(Object.values(of.within), step).toEqual([expect.any(Number)]);
          expect(of.overdue.length, step).toBeGreaterThan(0);
        }
      });

      test('has a state machine with each of its steps and edges', () => {
        const { States } = stateMachineOf(process) as unknown as {
          States: Record<string, { Type: string; Next?: string; Choices?: { Next: string }[] }>;
        };
        for (const [step, of] of Object.entries(process.steps)) {
          const choices = States[States[step]?.Next ?? '']?.Choices?.map(({ Next }) => Next);
          expect(choices, step).toEqual(followers(process, of).filter((to) => to !== step));
        }
        for (const end of process.ends) expect(States[end]).toEqual({ Type: 'Succeed' });
      });
    },
  );

  // To follow here with the first form that has them: every mail renders in every language, and the export has a
  // column for every field.
});
