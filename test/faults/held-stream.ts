import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { HEAD } from '../../functions/store/table.ts';
import { startDynamoDb } from '../../local/dynamodb/start.ts';
import type { StartTable } from '../../local/engines.ts';
import type { Observe } from '../../local/observe.ts';
import { startTestServer, type TestServer } from '../server.ts';

export interface HeldStream {
  server: TestServer;
  /** The records of a case's head since it began, oldest first; none of them is delivered by itself. */
  recordsOf(id: string): DynamoDBRecord[];
  /** Hands records to dispatch, as one batch. */
  deliver(...records: readonly DynamoDBRecord[]): Promise<DynamoDBBatchResponse>;
}

/** A machine whose stream stands still: its records are delivered by hand, in whatever order, as often as you like. */
export const startWithHeldStream = async (observe?: Observe): Promise<HeldStream> => {
  const records: DynamoDBRecord[] = [];
  const startTable: StartTable = async (options) => {
    const engine = await startDynamoDb(options);
    engine.onRecords(async (more) => void records.push(...more));
    return { ...engine, onRecords: () => undefined };
  };
  const server = await startTestServer({ startTable, observe });
  return {
    server,
    recordsOf: (id) =>
      records.filter(
        ({ eventName, dynamodb }) =>
          dynamodb?.Keys?.pk?.S === `S#${id}` && dynamodb.Keys.sk?.S === HEAD && eventName !== 'REMOVE',
      ),
    deliver: async (...Records) =>
      (await server.invoke('dispatch', { Records }, 'stream')) as DynamoDBBatchResponse,
  };
};
