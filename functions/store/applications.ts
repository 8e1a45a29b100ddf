import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import {
  type BudgetApplicationAnswers,
  budgetApplicationAnswers,
} from '../../domain/forms/budget-application/answers.ts';
import {
  type BudgetApplicationDraft,
  budgetApplicationDraft,
} from '../../domain/forms/budget-application/draft.ts';
import { type Note, note } from '../../domain/forms/budget-application/note.ts';
import type { Store } from './client.ts';
import { draftKey, NOTE, noteKey, submissionPk, versionKey } from './keys.ts';
import type { Write } from './transact.ts';

/** What is being written: overwritten at every save, whose order the head's `saved` decides. */
export const putDraft = (store: Store, id: string, draft: BudgetApplicationDraft): Write => ({
  Put: { TableName: store.table, Item: { ...draftKey(id), answers: draft } },
});

/** A version that was sent never changes. */
export const putVersion = (
  store: Store,
  id: string,
  n: number,
  answers: BudgetApplicationAnswers,
): Write => ({
  Put: {
    TableName: store.table,
    Item: { ...versionKey(id, n), answers },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

export const putNote = (store: Store, id: string, one: Note): Write => ({
  Put: {
    TableName: store.table,
    Item: { ...noteKey(id, one.n), ...note.parse(one) },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

const read = async (store: Store, Key: { pk: string; sk: string }) =>
  (await store.db.send(new GetCommand({ TableName: store.table, Key, ConsistentRead: true }))).Item;

export const readDraft = async (store: Store, id: string): Promise<BudgetApplicationDraft | undefined> => {
  const item = await read(store, draftKey(id));
  return item && budgetApplicationDraft.parse(item.answers);
};

/** @param n counts the versions that were sent, from 1 */
export const readVersion = async (
  store: Store,
  id: string,
  n: number,
): Promise<BudgetApplicationAnswers | undefined> => {
  const item = await read(store, versionKey(id, n));
  return item && budgetApplicationAnswers.parse(item.answers);
};

/** What was said about an application, oldest first. */
export const readNotes = async (store: Store, id: string): Promise<Note[]> => {
  const notes: Note[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await store.db.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :note)',
        ExpressionAttributeValues: { ':pk': submissionPk(id), ':note': NOTE },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    for (const { pk: _pk, sk: _sk, ...item } of page.Items ?? []) notes.push(note.parse(item));
    from = page.LastEvaluatedKey;
  } while (from);
  return notes;
};
