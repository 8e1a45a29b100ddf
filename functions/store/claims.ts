import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { numberText } from '../../domain/payments/number.ts';
import type { Store } from './client.ts';
import { claimNumberKey, claimNumbersKey, numberedClaimKey } from './keys.ts';
import { pause, TransactionConflictError, transact } from './transact.ts';

const read = async (store: Store, Key: { pk: string; sk: string }) =>
  (await store.db.send(new GetCommand({ TableName: store.table, Key, ConsistentRead: true }))).Item;

const numberOf = async (store: Store, proof: string): Promise<string | undefined> => {
  const item = await read(store, claimNumberKey(proof));
  return item && z.string().parse(item.number);
};

/** The next number becomes this proof's, unless somebody else has got it, or the proof has one. */
const take = async (store: Store, proof: string, prefix: string): Promise<void> => {
  const item = await read(store, claimNumbersKey);
  const last = item ? z.int().parse(item.last) : 0;
  const number = numberText(last + 1, prefix);
  const isNew = 'attribute_not_exists(pk)';
  await transact(store, [
    {
      Update: {
        TableName: store.table,
        Key: claimNumbersKey,
        UpdateExpression: 'SET #last = :next',
        ConditionExpression: item ? '#last = :last' : isNew,
        ExpressionAttributeNames: { '#last': 'last' },
        ExpressionAttributeValues: { ':next': last + 1, ...(item && { ':last': last }) },
      },
    },
    {
      Put: {
        TableName: store.table,
        Item: { ...numberedClaimKey(number), proof },
        ConditionExpression: isNew,
      },
    },
    {
      Put: {
        TableName: store.table,
        Item: { ...claimNumberKey(proof), number },
        ConditionExpression: isNew,
      },
    },
  ]);
};

const ATTEMPTS = 12;

/**
 * The number of a proof's claim: given when the first is drafted, and the same for every later draft. Numbers may have gaps: a
 * draft that is never approved keeps its own.
 */
export const claimNumberOf = async (store: Store, proof: string, prefix: string): Promise<string> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const number = await numberOf(store, proof);
    if (number) return number;
    await take(store, proof, prefix);
    if (attempt > 0) await pause(attempt);
  }
  throw new TransactionConflictError('the numbers of claims kept being given to others');
};

/** The longest text that could be a number. */
const LONGEST = 40;

/** The proof whose claim a text names, as somebody wrote it: in small letters too, and with spaces. */
export const readClaimed = async (store: Store, typed: string): Promise<string | undefined> => {
  const number = typed.replaceAll(/\s/g, '').toUpperCase();
  if (number === '' || number.length > LONGEST) return undefined;
  const item = await read(store, numberedClaimKey(number));
  return item && z.string().parse(item.proof);
};
