import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { HEAD } from '../functions/store/table.ts';
import type { Invoke } from './functions.ts';

/** A record could not be dealt with; thrown, so that it comes again. */
export class RecordsFailedError extends Error {
  override name = 'RecordsFailedError';
}

/** The filter of the event source: only heads that were written, as in AWS. */
const isHeadWritten = ({ eventName, dynamodb }: DynamoDBRecord) =>
  eventName !== 'REMOVE' && dynamodb?.Keys?.sk?.S === HEAD;

/** Hands the changed heads to `dispatch`. @throws RecordsFailedError */
export const followWrites = (invoke: Invoke) => async (records: DynamoDBRecord[]) => {
  const Records = records.filter(isHeadWritten);
  if (Records.length === 0) return;
  const { batchItemFailures } = (await invoke('dispatch', { Records }, 'stream')) as DynamoDBBatchResponse;
  if (batchItemFailures.length > 0)
    throw new RecordsFailedError(`${batchItemFailures.length} record(s) failed`);
};
