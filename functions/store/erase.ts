import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../domain/calendar/period.ts';
import type { Head } from '../../domain/submission/head.ts';
import type { Store } from './client.ts';
import { erasureKey, headKey, receiptKey, submissionPk } from './keys.ts';
import { destroyKeys } from './sealed-items.ts';
import { HEAD } from './table.ts';
import type { Write } from './transact.ts';

/** Sort keys of everything that belongs to a submission, but for the head. */
const partsOf = async (store: Store, pk: string): Promise<string[]> => {
  const parts: string[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await store.db.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ProjectionExpression: 'pk, sk',
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    parts.push(...(page.Items ?? []).map((item) => String(item.sk)));
    from = page.LastEvaluatedKey;
  } while (from);
  return parts.filter((sk) => sk !== HEAD);
};

/** A head that was written meanwhile stays: the next sweep finds it, and what was written with it. */
const eraseHead = async (store: Store, { id, rev }: Head): Promise<void> => {
  try {
    await store.db.send(
      new DeleteCommand({
        TableName: store.table,
        Key: headKey(id),
        ConditionExpression: 'rev = :rev',
        ExpressionAttributeValues: { ':rev': rev },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
};

const receiptsOf = (head: Head): string[] => {
  if (head.form !== 'contact-request') return [];
  const { pointer, replaced } = head.receipt;
  return [pointer, ...(replaced ? [replaced.pointer] : [])];
};

/**
 * Part of a first write: nothing was deleted under this id. Its executions' names are taken for months, and a restored
 * copy is cleaned by its id: what began again under it would stand still, or go with the old.
 */
export const notErased = (store: Store, id: string): Write => ({
  ConditionCheck: {
    TableName: store.table,
    Key: erasureKey(id),
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** Whether a submission was deleted under this id. */
export const wasErased = async (store: Store, id: string): Promise<boolean> =>
  (await store.db.send(new GetCommand({ TableName: store.table, Key: erasureKey(id) }))).Item !== undefined;

/**
 * Deletes a submission for good. The keys go first, so that copies and backups are unreadable whatever happens next; the
 * head goes last, so that a kill in between leaves something that is found and finished.
 */
export const erase = async (store: Store, head: Head, at: Instant): Promise<void> => {
  const pk = submissionPk(head.id);
  await destroyKeys(store, head.id);
  await store.db.send(new PutCommand({ TableName: store.table, Item: { ...erasureKey(head.id), at } }));
  for (const one of receiptsOf(head))
    await store.db.send(new DeleteCommand({ TableName: store.table, Key: receiptKey(one) }));
  for (const sk of await partsOf(store, pk))
    await store.db.send(new DeleteCommand({ TableName: store.table, Key: { pk, sk } }));
  await eraseHead(store, head);
};
