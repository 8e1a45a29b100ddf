import { createHash } from 'node:crypto';
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Booking } from '../../domain/payments/booking.ts';
import { type UnclearBooking, unclearBooking } from '../../domain/payments/unclear-booking.ts';
import { canonicalText } from '../../domain/submission/canonical.ts';
import type { Store } from './client.ts';
import { unclearKey, unclearPk } from './keys.ts';
import { transact, type Write } from './transact.ts';

const parse = ({ pk: _pk, sk: _sk, ...item }: Record<string, unknown>): UnclearBooking =>
  unclearBooking.parse(item);

/** The id of a booking that is to be clarified: by all that the file says of it. */
export const unclearId = ({ reference, number, amount, on, kind }: Booking): string =>
  createHash('sha256').update(canonicalText({ reference, number, amount, on, kind })).digest('hex');

/** Keeps a booking that is to be clarified, once: what was clarified before stays so. */
export const keepUnclear = async (store: Store, one: UnclearBooking): Promise<void> => {
  const Item = { ...unclearKey(one.id), ...unclearBooking.parse(one) };
  await transact(store, [
    { Put: { TableName: store.table, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
  ]);
};

/** What was said to it, if nobody has said anything yet. */
export const putClarified = (store: Store, one: UnclearBooking): Write => ({
  Put: {
    TableName: store.table,
    Item: { ...unclearKey(one.id), ...unclearBooking.parse(one) },
    ConditionExpression: '#state = :open',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':open': 'open' },
  },
});

export const readUnclear = async (store: Store, id: string): Promise<UnclearBooking | undefined> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: unclearKey(id), ConsistentRead: true }),
  );
  return Item && parse(Item);
};

/** All bookings that were ever to be clarified: the finance system has few of them, or something is wrong with it. */
export const listUnclear = async (store: Store): Promise<UnclearBooking[]> => {
  const found: UnclearBooking[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await store.db.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': unclearPk },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    found.push(...(page.Items ?? []).map(parse));
    from = page.LastEvaluatedKey;
  } while (from);
  return found;
};
