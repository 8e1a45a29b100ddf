import { DeleteCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { sealed } from '../../domain/sealed/sealed.ts';
import type { Store } from './client.ts';
import { answersKey, mailAddressKey, messageKey, submissionPk, wrappedKey } from './keys.ts';
import type { Write } from './transact.ts';

/** One sealed message as the table holds it. */
export const messageItem = z.strictObject({
  id: z.string(),
  from: z.enum(['family', 'worker']),
  at: z.string(),
  /**
   * The social worker to whom it was written, or in whose name (§ 65 SGB VIII); nobody until somebody has accepted the
   * case: it is then entrusted to who does.
   */
  entrustedTo: z.optional(z.string()),
  /** Who stood in for that person when it was written. */
  deputy: z.optional(z.string()),
  /** Keyed hash of the text: tells a repeat from another text under the same id. */
  bodyHash: z.string(),
  sealed,
});
export type MessageItem = z.infer<typeof messageItem>;

const sealedItem = z.strictObject({ sealed });

const once = 'attribute_not_exists(pk)';

export const putAnswers = (store: Store, id: string, content: z.infer<typeof sealed>): Write => ({
  Put: { TableName: store.table, Item: { ...answersKey(id), sealed: content }, ConditionExpression: once },
});

export const putMailAddress = (store: Store, id: string, content: z.infer<typeof sealed>): Write => ({
  Put: {
    TableName: store.table,
    Item: { ...mailAddressKey(id), sealed: content },
    ConditionExpression: once,
  },
});

export const putMessage = (store: Store, id: string, message: MessageItem): Write => ({
  Put: {
    TableName: store.table,
    Item: { ...messageKey(id, message.id), ...messageItem.parse(message) },
    ConditionExpression: once,
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

export const putWrappedKey = (store: Store, id: string, part: string, wrapped: string): Write => ({
  Put: { TableName: store.keysTable, Item: { ...wrappedKey(id, part), wrapped }, ConditionExpression: once },
});

export const readWrappedKey = async (store: Store, id: string, part: string): Promise<string | undefined> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.keysTable, Key: wrappedKey(id, part), ConsistentRead: true }),
  );
  return typeof Item?.wrapped === 'string' ? Item.wrapped : undefined;
};

const readSealed = async (store: Store, Key: { pk: string; sk: string }) => {
  const { Item } = await store.db.send(new GetCommand({ TableName: store.table, Key, ConsistentRead: true }));
  return Item && sealedItem.parse({ sealed: Item.sealed }).sealed;
};

export const readAnswers = (store: Store, id: string) => readSealed(store, answersKey(id));
export const readMailAddress = (store: Store, id: string) => readSealed(store, mailAddressKey(id));

const parseMessage = ({ pk: _pk, sk: _sk, ...item }: Record<string, unknown>) => messageItem.parse(item);

export const readMessage = async (store: Store, id: string, message: string) => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: messageKey(id, message), ConsistentRead: true }),
  );
  return Item && parseMessage(Item);
};

/** A case's messages, oldest first. */
export const readMessages = async (store: Store, id: string): Promise<MessageItem[]> => {
  const messages: MessageItem[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await store.db.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :msg)',
        ExpressionAttributeValues: { ':pk': submissionPk(id), ':msg': 'MSG#' },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    messages.push(...(page.Items ?? []).map(parseMessage));
    from = page.LastEvaluatedKey;
  } while (from);
  return messages.sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
};

/** Destroys every wrapped key of a case: from then on nothing of it can be read anywhere. Twice does no harm. */
export const destroyKeys = async (store: Store, id: string): Promise<void> => {
  let from: Record<string, unknown> | undefined;
  do {
    const page = await store.db.send(
      new QueryCommand({
        TableName: store.keysTable,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': submissionPk(id) },
        ProjectionExpression: 'pk, sk',
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    for (const Key of page.Items ?? [])
      await store.db.send(new DeleteCommand({ TableName: store.keysTable, Key }));
    from = page.LastEvaluatedKey;
  } while (from);
};
