import { GetCommand } from '@aws-sdk/lib-dynamodb';
import {
  type ProofOfUseAnswers,
  type ProofOfUseDraft,
  proofOfUseAnswers,
  proofOfUseDraft,
} from '../../domain/forms/proof-of-use/answers.ts';
import { type ProofBasis, proofBasis } from '../../domain/forms/proof-of-use/basis.ts';
import type { Store } from './client.ts';
import { draftKey, versionKey } from './keys.ts';
import type { Write } from './transact.ts';

/** What is being written: overwritten at every save, whose order the head's `saved` decides. */
export const putProofDraft = (store: Store, id: string, draft: ProofOfUseDraft): Write => ({
  Put: { TableName: store.table, Item: { ...draftKey(id), answers: draft } },
});

/** A version that was sent never changes, and neither does what it was proven against. */
export interface SentProof {
  answers: ProofOfUseAnswers;
  basis: ProofBasis;
}

export const putProofVersion = (store: Store, id: string, n: number, sent: SentProof): Write => ({
  Put: {
    TableName: store.table,
    Item: { ...versionKey(id, n), ...sent },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

const read = async (store: Store, Key: { pk: string; sk: string }) =>
  (await store.db.send(new GetCommand({ TableName: store.table, Key, ConsistentRead: true }))).Item;

export const readProofDraft = async (store: Store, id: string): Promise<ProofOfUseDraft | undefined> => {
  const item = await read(store, draftKey(id));
  return item && proofOfUseDraft.parse(item.answers);
};

/** @param n counts the versions that were sent, from 1 */
export const readProofVersion = async (
  store: Store,
  id: string,
  n: number,
): Promise<SentProof | undefined> => {
  const item = await read(store, versionKey(id, n));
  return item && { answers: proofOfUseAnswers.parse(item.answers), basis: proofBasis.parse(item.basis) };
};
