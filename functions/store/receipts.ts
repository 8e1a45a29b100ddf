import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Head } from '../../domain/submission/head.ts';
import type { Store } from './client.ts';
import { readHead } from './heads.ts';
import { receiptKey, receiptPointer } from './keys.ts';
import type { Write } from './transact.ts';

/** The head that a code opens. An unknown code takes the same two reads as a known one. */
export const readHeadByCode = async (store: Store, code: string): Promise<Head | undefined> => {
  const pointer = receiptPointer(code);
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: receiptKey(pointer), ConsistentRead: true }),
  );
  const head = await readHead(store, typeof Item?.id === 'string' ? Item.id : '-');
  return head?.receipt.pointer === pointer ? head : undefined;
};

/** The head with another code, and the writes that make the new one open it and the old one nothing. */
export const withCode = (
  store: Store,
  head: Head,
  code: string,
  counter: number,
): { head: Head; with: Write[] } => {
  const pointer = receiptPointer(code);
  return {
    head: { ...head, receipt: { ...head.receipt, counter, pointer } },
    with: [
      { Put: { TableName: store.table, Item: { ...receiptKey(pointer), id: head.id } } },
      { Delete: { TableName: store.table, Key: receiptKey(head.receipt.pointer) } },
    ],
  };
};
