import { Duration } from 'aws-cdk-lib';
import { type Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { installationName } from '../names.ts';

/** What `schedule` logs at the end of a sweep: a line with this message, and how many heads it found owing for too long. */
export const SWEPT = { message: 'swept', counts: 'owing' };
/** What it logs at the end of the daily check: in how many years the sums are not those of the entries. */
export const LEDGERS_CHECKED = { message: 'ledgers checked', counts: 'differing' };

interface Line {
  message: string;
  /** The name of the number in it. */
  counts: string;
}

/** No service knows what only the table tells, but `schedule` counts it: the filter makes a metric of its log line. */
const counted = (
  log: LogGroup,
  slug: string,
  { id, name, line, period }: { id: string; name: string; line: Line; period: Duration },
): Metric =>
  new MetricFilter(log, id, {
    logGroup: log,
    filterPattern: FilterPattern.stringValue('$.message', '=', line.message),
    metricNamespace: installationName(slug),
    metricName: name,
    metricValue: `$.${line.counts}`,
  }).metric({ statistic: Stats.MAXIMUM, period });

/** Cases that wait for too long for what they are owed. */
export const stayedOwed = (log: LogGroup, slug: string): Metric =>
  counted(log, slug, { id: 'stayed-owed', name: 'StayedOwed', line: SWEPT, period: Duration.minutes(5) });

/** Budget years whose sums are not those of their entries; looked at once a day. */
export const ledgersDiffering = (log: LogGroup, slug: string): Metric =>
  counted(log, slug, {
    id: 'ledgers-differing',
    name: 'LedgersDiffering',
    line: LEDGERS_CHECKED,
    period: Duration.days(1),
  });
