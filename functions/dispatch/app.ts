import type { DynamoDBBatchResponse } from 'aws-lambda';
import * as z from 'zod/mini';
import { idOfPk } from '../store/keys.ts';
import { HEAD } from '../store/table.ts';
import type { DispatchDeps } from './deps.ts';
import { doOwed } from './do-owed.ts';

const record = z.object({
  eventName: z.optional(z.string()),
  dynamodb: z.object({
    SequenceNumber: z.string(),
    Keys: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
  }),
});
const streamEvent = z.object({ Records: z.array(record) });

/**
 * What follows a write. The record only says that something changed: what is owed is read from the head, so that a record
 * twice, late, out of order or never makes no difference. What fails here stays owed, and the schedule comes back to it.
 */
export const create =
  (deps: DispatchDeps) =>
  async (event: unknown): Promise<DynamoDBBatchResponse> => {
    const { Records } = streamEvent.parse(event);
    const batchItemFailures: DynamoDBBatchResponse['batchItemFailures'] = [];
    for (const { eventName, dynamodb } of Records) {
      const { pk, sk } = dynamodb.Keys;
      if (sk.S !== HEAD || eventName === 'REMOVE') continue;
      const id = idOfPk(pk.S);
      try {
        await doOwed(deps, id);
      } catch (error) {
        deps.log.error('stays owed', { id, error: error instanceof Error ? error.name : 'unknown' });
        batchItemFailures.push({ itemIdentifier: dynamodb.SequenceNumber });
        // Order matters from here on: the stream comes back with this record and all that follow.
        break;
      }
    }
    return { batchItemFailures };
  };
