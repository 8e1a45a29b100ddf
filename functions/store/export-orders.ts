import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Store } from './client.ts';
import { exportOrderKey } from './keys.ts';
import { transact } from './transact.ts';

/** A file that somebody ordered: what of which round, in which format. Who did is not kept: whoever fetches it is asked anew. */
const ordered = z.strictObject({
  kind: z.literal('survey-results'),
  round: z.uuid(),
  format: z.enum(['csv', 'xlsx', 'pdf']),
});
export type OrderedExport = z.infer<typeof ordered>;

export const readOrder = async (store: Store, id: string): Promise<OrderedExport | undefined> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: exportOrderKey(id), ConsistentRead: true }),
  );
  if (!Item) return undefined;
  const { pk: _pk, sk: _sk, ...rest } = Item;
  return ordered.parse(rest);
};

/** @returns whether it is there now as it was ordered: not where the id stands for another order */
export const putOrder = async (store: Store, id: string, one: OrderedExport): Promise<boolean> => {
  const order = ordered.parse(one);
  const failed = await transact(store, [
    {
      Put: {
        TableName: store.table,
        Item: { ...exportOrderKey(id), ...order },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
  ]);
  if (!failed) return true;
  const there = await readOrder(store, id);
  return there?.kind === order.kind && there.round === order.round && there.format === order.format;
};
