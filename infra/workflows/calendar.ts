import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';

/** The next round comes anyway: nothing old is delivered, and nothing needs to be kept. */
const target = (schedule: IFunction, task: string) =>
  new LambdaFunction(schedule, {
    event: RuleTargetInput.fromObject({ task }),
    retryAttempts: 1,
    maxEventAge: Duration.minutes(5),
  });

/** What the calendar starts, and what an execution that did not end well starts: a new run from the head. */
export const createCalendar = (
  scope: Construct,
  { schedule, machines }: { schedule: IFunction; machines: IStateMachine[] },
) => [
  new Rule(scope, 'sweep', {
    description: 'Overdue dates, retention, and what stayed owed',
    schedule: Schedule.rate(Duration.minutes(5)),
    targets: [target(schedule, 'sweep')],
  }),
  new Rule(scope, 'check-runs', {
    description: 'Every open case has a running execution',
    schedule: Schedule.cron({ hour: '2', minute: '10' }),
    targets: [target(schedule, 'check-runs')],
  }),
  new Rule(scope, 'check-ledgers', {
    description: 'The sums of every open year are those of its entries',
    schedule: Schedule.cron({ hour: '2', minute: '40' }),
    targets: [target(schedule, 'check-ledgers')],
  }),
  new Rule(scope, 'replace-runs', {
    description: 'An execution failed, timed out or was stopped: the case goes on in a new one',
    eventPattern: {
      source: ['aws.states'],
      detailType: ['Step Functions Execution Status Change'],
      detail: {
        status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
        stateMachineArn: machines.map((machine) => machine.stateMachineArn),
      },
    },
    targets: [new LambdaFunction(schedule, { retryAttempts: 10, maxEventAge: Duration.hours(2) })],
  }),
];
