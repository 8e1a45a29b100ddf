import { Duration } from 'aws-cdk-lib';
import { type Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { installationName } from '../names.ts';

/** What `schedule` logs at the end of a sweep: a line with this message, and how many heads it found owing for too long. */
export const SWEPT = { message: 'swept', owing: 'owing' };

/** No service knows what stayed owed in the table, but every sweep counts it: the filter makes a metric of its log line. */
export const stayedOwed = (log: LogGroup, slug: string): Metric =>
  new MetricFilter(log, 'stayed-owed', {
    logGroup: log,
    filterPattern: FilterPattern.stringValue('$.message', '=', SWEPT.message),
    metricNamespace: installationName(slug),
    metricName: 'StayedOwed',
    metricValue: `$.${SWEPT.owing}`,
  }).metric({ statistic: Stats.MAXIMUM, period: Duration.minutes(5) });
