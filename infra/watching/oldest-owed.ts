import { Duration } from 'aws-cdk-lib';
import { type Metric, Stats, Unit } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { FIGURES } from '../../functions/runtime/figures.ts';
import { installationName } from '../names.ts';

/**
 * How long the oldest case has waited for what it is owed (seconds). No service knows: every sweep writes it into its log
 * line, and the filter makes a metric of it.
 */
export const oldestOwed = (log: LogGroup, slug: string): Metric =>
  new MetricFilter(log, 'oldest-owed', {
    logGroup: log,
    filterPattern: FilterPattern.exists(`$.${FIGURES.oldestOwed}`),
    metricNamespace: installationName(slug),
    metricName: FIGURES.oldestOwed,
    metricValue: `$.${FIGURES.oldestOwed}`,
    unit: Unit.SECONDS,
  }).metric({ statistic: Stats.MAXIMUM, period: Duration.minutes(5) });
