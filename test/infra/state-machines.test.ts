import validate from 'asl-validator';
import { describe, expect, test } from 'vitest';
import { processes as installed } from '../../domain/forms/process-registry.ts';
import { machineName, stateMachineOf } from '../../domain/process/state-machine.ts';
import { machines as machinesOfOneMachine } from '../../local/machines.ts';
import { resourcesOf, synthesize } from './synthesized.ts';

const { application } = synthesize();

interface MachineProperties {
  StateMachineName: string;
  StateMachineType: string;
  DefinitionString: string;
  DefinitionSubstitutions: Record<string, unknown>;
  LoggingConfiguration: { Level: string; IncludeExecutionData: boolean };
  TracingConfiguration: { Enabled: boolean };
}

const deployed = new Map(
  resourcesOf(application, 'AWS::StepFunctions::StateMachine').map(([, { Properties }]) => {
    const properties = Properties as unknown as MachineProperties;
    return [properties.StateMachineName, properties];
  }),
);

const processes = Object.values(installed).flat();

/** What AWS does before it reads the definition. */
const substituted = ({ DefinitionString }: MachineProperties) =>
  JSON.parse(
    DefinitionString.replaceAll(/\$\{(\w+)\}/g, (_, name: string) =>
      name === 'Partition' ? 'aws' : name === 'WorkflowFunction' ? 'workflow' : `unknown placeholder ${name}`,
    ),
  );

test('there is one state machine for every released version of every form, and no other', () => {
  expect([...deployed.keys()].sort()).toEqual(
    processes.map((process) => `bindeglied-alzey-worms-${machineName(process)}`).sort(),
  );
});

describe.each(processes.map((process) => ({ name: machineName(process), process })))(
  '$name',
  ({ name, process }) => {
    const machine = deployed.get(`bindeglied-alzey-worms-${name}`) as MachineProperties;

    test('the template holds exactly what the process says', () => {
      expect(machine.DefinitionString).toBe(JSON.stringify(stateMachineOf(process)));
      expect(Object.keys(machine.DefinitionSubstitutions).sort()).toEqual(['Partition', 'WorkflowFunction']);
    });

    test('one machine runs exactly what the template holds', () => {
      const local = machinesOfOneMachine().find((one) => one.name === `bindeglied-${name}`);
      expect(local?.definition).toEqual(substituted(machine));
    });

    test('a validator accepts it as Amazon States Language', () => {
      const result = validate(substituted(machine), { checkPaths: true, checkArn: false });
      expect(result.errors).toEqual([]);
      expect(result.isValid).toBe(true);
    });

    test('it is a Standard workflow whose log leaves the data of executions out', () => {
      expect(machine.StateMachineType).toBe('STANDARD');
      expect(machine.LoggingConfiguration).toMatchObject({ Level: 'ALL', IncludeExecutionData: false });
      expect(machine.TracingConfiguration.Enabled).toBe(true);
    });
  },
);

test('one machine knows the same state machines', () => {
  expect(
    machinesOfOneMachine()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(processes.map((process) => `bindeglied-${machineName(process)}`).sort());
});
