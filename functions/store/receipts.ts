import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ContactHead } from '../../domain/submission/head.ts';
import type { Store } from './client.ts';
import { readHead } from './heads.ts';
import { receiptKey, receiptPointer } from './keys.ts';
import type { Write } from './transact.ts';

const readByPointer = async (store: Store, pointer: string): Promise<ContactHead | undefined> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: receiptKey(pointer), ConsistentRead: true }),
  );
  const head = await readHead(store, typeof Item?.id === 'string' ? Item.id : '-');
  return head?.form === 'contact-request' ? head : undefined;
};

/** The head that a code opens. An unknown or replaced code takes the same two reads as a known one. */
export const readHeadByCode = async (store: Store, code: string): Promise<ContactHead | undefined> => {
  const pointer = receiptPointer(code);
  const head = await readByPointer(store, pointer);
  return head?.receipt.pointer === pointer ? head : undefined;
};

/** The head whose code was replaced in the name of `by`: only the one who asked knows both. */
export const readHeadByReplaced = async (
  store: Store,
  code: string,
  by: string,
): Promise<ContactHead | undefined> => {
  const pointer = receiptPointer(code);
  const head = await readByPointer(store, pointer);
  const replaced = head?.receipt.replaced;
  return replaced?.pointer === pointer && replaced.by === by ? head : undefined;
};

const deletePointer = (store: Store, pointer: string): Write => ({
  Delete: { TableName: store.table, Key: receiptKey(pointer) },
});

/**
 * The head with another code, and the writes that make the new one open it and the old one nothing. With `by` the old
 * pointer stays as a trace for `readHeadByReplaced`, until the next replacement.
 */
export const withCode = (
  store: Store,
  head: ContactHead,
  code: string,
  { counter, by }: { counter: number; by?: string | undefined },
): { head: ContactHead; with: Write[] } => {
  const pointer = receiptPointer(code);
  const { replaced, ...receipt } = head.receipt;
  return {
    head: {
      ...head,
      receipt: { ...receipt, counter, pointer, ...(by && { replaced: { pointer: receipt.pointer, by } }) },
    },
    with: [
      { Put: { TableName: store.table, Item: { ...receiptKey(pointer), id: head.id } } },
      ...(by ? [] : [deletePointer(store, receipt.pointer)]),
      ...(replaced ? [deletePointer(store, replaced.pointer)] : []),
    ],
  };
};
