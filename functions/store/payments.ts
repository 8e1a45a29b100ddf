import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Store } from './client.ts';
import { bookingKey, headKey } from './keys.ts';
import type { Write } from './transact.ts';

/** `order`: the payment order, or the proof of use whose claim it settled. */
const marker = z.strictObject({ order: z.uuid(), at: z.iso.datetime({ precision: 3 }) });

/** The mark of a booking, by the finance system's own reference: whatever is imported twice counts once. */
export const putBooking = (store: Store, reference: string, of: z.infer<typeof marker>): Write => ({
  Put: {
    TableName: store.table,
    Item: { ...bookingKey(reference), ...marker.parse(of) },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** The order, or the proof of use, that a booking was counted on, if it was. */
export const readBooking = async (store: Store, reference: string): Promise<string | undefined> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: bookingKey(reference), ConsistentRead: true }),
  );
  if (!Item) return undefined;
  const { pk: _pk, sk: _sk, ...item } = Item;
  return marker.parse(item).order;
};

/** Whether it was the mark of a booking that refused a transaction. */
export const isBookingWrite = ({ Put }: Write): boolean => Put?.Item?.sk === bookingKey('').sk;

/** Part of a transaction: the grant is paid to whom it was when its application was read. */
export const isPaidToThem = (store: Store, application: string, payeeSince: string): Write => ({
  ConditionCheck: {
    TableName: store.table,
    Key: headKey(application),
    ConditionExpression: '#about.#grant.#payee.#since = :since',
    ExpressionAttributeNames: {
      '#about': 'about',
      '#grant': 'grant',
      '#payee': 'payee',
      '#since': 'since',
    },
    ExpressionAttributeValues: { ':since': payeeSince },
  },
});
