import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Store } from './client.ts';
import { tokenKey } from './keys.ts';

/** The task token that waits for a step's decision, with the run and the visit that it belongs to. */
export const tokenItem = z.strictObject({ run: z.int(), visit: z.int(), token: z.string() });
export type TokenItem = z.infer<typeof tokenItem>;

/** Keeps a token beside its step. @returns false when a later run has already put its own. */
export const putToken = async (store: Store, id: string, item: TokenItem): Promise<boolean> => {
  try {
    await store.db.send(
      new PutCommand({
        TableName: store.table,
        Item: { ...tokenKey(id), ...tokenItem.parse(item) },
        ConditionExpression: 'attribute_not_exists(pk) OR #run <= :run',
        ExpressionAttributeNames: { '#run': 'run' },
        ExpressionAttributeValues: { ':run': item.run },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

export const readToken = async (store: Store, id: string): Promise<TokenItem | undefined> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: tokenKey(id), ConsistentRead: true }),
  );
  if (!Item) return undefined;
  const { pk: _pk, sk: _sk, ...item } = Item;
  return tokenItem.parse(item);
};
