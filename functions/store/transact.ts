import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Store } from './client.ts';

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** A condition of one of the writes did not hold; `item` is what stands there, if anything does. */
export interface FailedCondition {
  index: number;
  item?: Record<string, unknown>;
}

/** Others kept writing the same items. The caller may try again later; nothing was written. */
export class TransactionConflictError extends Error {
  override name = 'TransactionConflictError';
}

const ATTEMPTS = 8;

/** Full jitter, so that those who met do not meet again (milliseconds). */
export const pause = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 25 * 2 ** Math.min(attempt, 6)));

const failedCondition = (error: TransactionCanceledException): FailedCondition | undefined => {
  const reasons = error.CancellationReasons ?? [];
  const index = reasons.findIndex((reason) => reason.Code === 'ConditionalCheckFailed');
  if (index < 0) return undefined;
  const item = reasons[index]?.Item;
  return { index, ...(item && { item: unmarshall(item) }) };
};

const isConflict = (error: TransactionCanceledException) =>
  (error.CancellationReasons ?? []).some(
    ({ Code }) => Code === 'TransactionConflict' || Code === 'ThrottlingError',
  );

/**
 * All or nothing. Conflicts with other transactions are tried again with jitter; a condition that fails is the answer.
 * @returns undefined when everything was written.
 */
export const transact = async (store: Store, writes: Write[]): Promise<FailedCondition | undefined> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      await store.db.send(new TransactWriteCommand({ TransactItems: writes }));
      return undefined;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const failed = failedCondition(error);
      if (failed) return failed;
      if (!isConflict(error)) throw error;
      await pause(attempt);
    }
  }
  throw new TransactionConflictError('the same items kept being written by others');
};
