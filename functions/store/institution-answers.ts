import { GetCommand } from '@aws-sdk/lib-dynamodb';
import {
  type InstitutionAnswers,
  institutionAnswers,
} from '../../domain/forms/institution-survey/answers.ts';
import type { Store } from './client.ts';
import { draftKey, versionKey } from './keys.ts';
import type { Write } from './transact.ts';

/** What is being written: overwritten at every save, whose order the head's `saved` decides. */
export const putInstitutionDraft = (store: Store, id: string, draft: InstitutionAnswers): Write => ({
  Put: { TableName: store.table, Item: { ...draftKey(id), answers: draft } },
});

/** A version that was sent never changes. */
export const putInstitutionVersion = (
  store: Store,
  id: string,
  n: number,
  answers: InstitutionAnswers,
): Write => ({
  Put: {
    TableName: store.table,
    Item: { ...versionKey(id, n), answers },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

const read = async (store: Store, Key: { pk: string; sk: string }) => {
  const { Item } = await store.db.send(new GetCommand({ TableName: store.table, Key, ConsistentRead: true }));
  return Item && institutionAnswers.parse(Item.answers);
};

export const readInstitutionDraft = (store: Store, id: string) => read(store, draftKey(id));

/** @param n counts the versions that were sent, from 1 */
export const readInstitutionVersion = (store: Store, id: string, n: number) => read(store, versionKey(id, n));
