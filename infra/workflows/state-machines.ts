import { RemovalPolicy } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { installationName } from '../names.ts';
import { machinesOf } from './machines-of.ts';
import { createStateMachine } from './state-machine.ts';

/** One for every form and every version of its process that an open case can have. */
export const createStateMachines = (
  scope: Construct,
  { slug, workflow }: { slug: string; workflow: IFunction },
): StateMachine[] => {
  const log = new LogGroup(scope, 'machines-log', {
    // Logs of this prefix share one policy of the account, which is limited in length.
    logGroupName: `/aws/vendedlogs/states/${installationName(slug)}`,
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  return machinesOf(slug).map((machine) => createStateMachine(scope, { ...machine, workflow, log }));
};
