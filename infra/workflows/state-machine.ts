import { Aws } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Process } from '../../domain/process/process.ts';
import { stateMachineOf } from '../../domain/process/state-machine.ts';
import { acknowledge } from '../acknowledge.ts';

interface Props {
  process: Process;
  name: string;
  workflow: IFunction;
  log: ILogGroup;
}

/**
 * One released version of a process as a Standard state machine: exactly the value that one machine runs. Its log says
 * which state was entered when, never with which data.
 */
export const createStateMachine = (
  scope: Construct,
  { process, name, workflow, log }: Props,
): StateMachine => {
  const machine = new StateMachine(scope, `${process.name}-v${process.version}`, {
    stateMachineName: name,
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromString(JSON.stringify(stateMachineOf(process))),
    definitionSubstitutions: { WorkflowFunction: workflow.functionArn, Partition: Aws.PARTITION },
    logs: { destination: log, level: LogLevel.ALL, includeExecutionData: false },
    tracingEnabled: true,
  });
  machine.addToRolePolicy(
    new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [workflow.functionArn] }),
  );
  acknowledge(machine, {
    'IAM5[Resource::*]': `${name}: delivering logs and sending traces are rights of the account, they have no resources to name`,
  });
  return machine;
};
