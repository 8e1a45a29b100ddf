import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type ClosedYear, closedYear } from '../../domain/year/closing.ts';
import type { Store } from './client.ts';
import { closingKey } from './keys.ts';
import type { Write } from './transact.ts';

/** What a year is closed with, once and for all. */
export const putClosing = (store: Store, year: number, one: ClosedYear): Write => ({
  Put: {
    TableName: store.table,
    Item: { ...closingKey(year), closing: closedYear.parse(one) },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

export const readClosing = async (store: Store, year: number): Promise<ClosedYear | undefined> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: closingKey(year), ConsistentRead: true }),
  );
  return Item && closedYear.parse(Item.closing);
};
