import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { installationName } from '../names.ts';
import type { Alarms, Watched } from './alarms.ts';

const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, width: 12 });

/** One page that answers: does everything run, do families get through, does the work flow? */
export const createDashboard = (
  scope: Construct,
  { slug, alarms, functions, machines, api, owed }: Watched & { slug: string; alarms: Alarms },
) => {
  const sum = { statistic: Stats.SUM, period: Duration.minutes(15) };
  const slow = { statistic: Stats.percentile(95), period: Duration.minutes(15) };
  const called = Object.values(functions).map(({ function: fn }) => fn);
  const rows: IWidget[][] = [
    [new AlarmStatusWidget({ title: 'Alarms', alarms: alarms.all, width: 24 })],
    [
      graph(
        'Calls',
        api.stage.metricCount(sum),
        api.stage.metricClientError(sum),
        api.stage.metricServerError(sum),
      ),
      graph('Answered within (95 %)', api.stage.metricLatency(slow)),
    ],
    [
      graph('Errors of the functions', ...called.map((fn) => fn.metricErrors(sum))),
      graph('Duration of the functions (95 %)', ...called.map((fn) => fn.metricDuration(slow))),
    ],
    [
      graph('Cases that wait for what they are owed', owed),
      graph(
        'Executions',
        ...machines.flatMap((machine) => [
          machine.metricStarted(sum),
          machine.metricSucceeded(sum),
          machine.metricFailed(sum),
        ]),
      ),
    ],
  ];
  return new Dashboard(scope, 'dashboard', { dashboardName: installationName(slug), widgets: rows });
};
