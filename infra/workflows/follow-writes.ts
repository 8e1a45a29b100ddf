import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type IFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { HEAD, mainTable } from '../../functions/store/table.ts';

/**
 * The stream wakes dispatch when a head was written. Few tries, and no destination for what failed: the head itself still
 * says what it owes, `schedule` looks at it again within minutes, and an alarm tells when it stays so. A queue would only
 * hold what once was said.
 */
export const followWrites = (scope: Construct, { table, dispatch }: { table: ITable; dispatch: IFunction }) =>
  new EventSourceMapping(scope, 'follow-writes', {
    target: dispatch,
    eventSourceArn: table.tableStreamArn ?? '',
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 10,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 2,
    maxRecordAge: Duration.minutes(5),
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.or('INSERT', 'MODIFY'),
        dynamodb: { Keys: { [mainTable.sk]: { S: FilterRule.isEqual(HEAD) } } },
      }),
    ],
  });
