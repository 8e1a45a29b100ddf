import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { ContractApi } from '../api/contract-api.ts';
import type { BoundaryFunctions } from '../functions/boundary-functions.ts';

export interface Watched {
  functions: BoundaryFunctions;
  machines: IStateMachine[];
  api: ContractApi;
  /** How many cases a sweep found waiting for too long. */
  owed: IMetric;
  /** In how many budget years the daily check found other sums than its entries'. */
  ledgers: IMetric;
}

interface Rule {
  /** What it means for people, and what to do: the text of the mail. */
  why: string;
  metric: IMetric;
  /** From this value on. */
  from: number;
  /** Of so many periods in a row. */
  periods?: number;
  /** Silence is the failure. */
  silent?: boolean;
}

const five = { period: Duration.minutes(5) };
const hour = { period: Duration.hours(1), statistic: Stats.SUM };

const rulesOf = ({ functions, machines, api, owed, ledgers }: Watched): Record<string, Rule> => ({
  'owed-too-long': {
    why: 'For half an hour every sweep has found cases that wait for what they are owed (a workflow, an answer, a mail). The log of dispatch says why; it is tried again every 5 minutes.',
    metric: owed,
    from: 1,
    periods: 6,
  },
  'calendar-stands-still': {
    why: 'Nothing swept for 30 minutes: no reminder, no escalation, no deletion happens until the rule `sweep` and the function schedule work again.',
    metric: functions.schedule.function.metricInvocations({ ...five, statistic: Stats.SUM }),
    from: 1,
    periods: 6,
    silent: true,
  },
  'ledger-differs': {
    why: 'The daily check found a budget year whose sums are not those of its entries, or an application that says it holds something else; or it could not look. The log of schedule names both (`ledger differs`). Nothing is put right by itself: find the cause before anybody approves more.',
    metric: ledgers,
    from: 1,
  },
  'stream-behind': {
    why: 'Writes are not followed up for 10 minutes: dispatch fails or is throttled. The sweep does its work meanwhile, more slowly.',
    metric: functions.dispatch.function.metric('IteratorAge', { ...five, statistic: Stats.MAXIMUM }),
    from: 10 * 60 * 1000,
    periods: 2,
  },
  'api-fails': {
    why: 'More than one call in twenty ends in an error of ours: families may not get through.',
    metric: new MathExpression({
      expression: 'IF(calls > 20, 100 * errors / calls, 0)',
      usingMetrics: {
        errors: api.stage.metricServerError({ ...five, statistic: Stats.SUM }),
        calls: api.stage.metricCount({ ...five, statistic: Stats.SUM }),
      },
      ...five,
    }),
    from: 5,
    periods: 2,
  },
  ...Object.fromEntries(
    Object.entries(functions).map(([name, { function: fn }]) => [
      `${name}-fails`,
      {
        why: `The function ${name} ended with an error or was throttled five times within 15 minutes.`,
        metric: new MathExpression({
          expression: 'errors + throttles',
          usingMetrics: {
            errors: fn.metricErrors({ period: Duration.minutes(15), statistic: Stats.SUM }),
            throttles: fn.metricThrottles({ period: Duration.minutes(15), statistic: Stats.SUM }),
          },
          period: Duration.minutes(15),
        }),
        from: 5,
      } satisfies Rule,
    ]),
  ),
  ...Object.fromEntries(
    machines.map((machine) => [
      `${machine.node.id}-fails`,
      {
        why: `Executions of ${machine.node.id} failed or timed out. The cases go on in new runs; if they fail too, the cause is in the function workflow.`,
        metric: new MathExpression({
          expression: 'failed + timedOut',
          usingMetrics: { failed: machine.metricFailed(hour), timedOut: machine.metricTimedOut(hour) },
          period: Duration.hours(1),
        }),
        from: 3,
      } satisfies Rule,
    ]),
  ),
});

/** What the operator is told of; each alarm says what it means for people. */
export class Alarms extends Construct {
  readonly all: Alarm[];

  constructor(scope: Construct, { topic, ...watched }: Watched & { topic: ITopic }) {
    super(scope, 'alarm');
    this.all = Object.entries(rulesOf(watched)).map(([id, { why, metric, from, periods = 1, silent }]) => {
      const alarm = new Alarm(this, id, {
        alarmDescription: why,
        metric,
        threshold: from,
        evaluationPeriods: periods,
        comparisonOperator: silent
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: silent ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(new SnsAction(topic));
      return alarm;
    });
  }
}
