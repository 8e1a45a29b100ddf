import type { Capacity } from './capacity.ts';
import type { Disk } from './disk.ts';
import type { AnswerError, Json } from './dynalite.ts';
import type { Change } from './plan-write.ts';
import { batchGetItem, getItem, query, scan, transactGetItems } from './read.ts';
import * as tables from './tables.ts';
import { transactWriteItems } from './transact.ts';
import { batchWriteItem, writeOne } from './write.ts';

/** What an operation came to. */
export interface Outcome {
  answer: Json;
  /** The refusal that is sent in place of the answer. */
  failure?: AnswerError;
  /** One entry per table; an operation on one table tells it alone, the others tell a list. */
  capacity?: Capacity | Capacity[];
}

/** What an operation needs besides its request. */
export interface Surroundings {
  disk: Disk;
  /** Told of writes in their order, while no other write can come between. */
  changed(changes: Change[]): void;
  /** Told of each item of a transaction, before and after all of them are applied. */
  applying(phase: 'before' | 'after', item: unknown): Promise<void>;
}

export type Handler = (surroundings: Surroundings, request: Json) => Promise<Outcome>;

/** Every operation that the embedded DynamoDB knows. */
export const operations: Record<string, Handler> = {
  GetItem: getItem,
  BatchGetItem: batchGetItem,
  Query: query,
  Scan: scan,
  TransactGetItems: transactGetItems,
  PutItem: (surroundings, request) => writeOne(surroundings, 'PutItem', request),
  UpdateItem: (surroundings, request) => writeOne(surroundings, 'UpdateItem', request),
  DeleteItem: (surroundings, request) => writeOne(surroundings, 'DeleteItem', request),
  BatchWriteItem: batchWriteItem,
  TransactWriteItems: transactWriteItems,
  CreateTable: tables.createTable,
  DescribeTable: tables.describeTable,
  ListTables: tables.listTables,
  DeleteTable: tables.deleteTable,
  TagResource: tables.tagResource,
  UpdateTimeToLive: tables.updateTimeToLive,
  DescribeTimeToLive: tables.describeTimeToLive,
  UpdateContinuousBackups: tables.continuousBackups,
  DescribeContinuousBackups: tables.continuousBackups,
};
