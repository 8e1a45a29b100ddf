import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { canonicalText } from '../../domain/submission/canonical.ts';
import type { SurveyAnswers } from '../../domain/survey/answers.ts';
import { type AnswerMode, type Counts, countsOf } from '../../domain/survey/counts.ts';
import type { Questionnaire } from '../../domain/survey/questionnaire.ts';
import type { SurveyStore } from './client.ts';
import { type AnswersOf, SHARDS, surveyAnswerKey, surveyCountsKey, usedTokenKey } from './keys.ts';
import { transact, type Write } from './transact.ts';

/** An answer as it lies in the table: no time, no token, nobody's name. */
export const surveyAnswerItem = z.strictObject({
  /** Version of the group's questionnaire. */
  questionnaire: z.int(),
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  mode: z.optional(z.literal('paper')),
  /** Of all this: whether a repeat says the same is asked without reading. */
  hash: z.string(),
});
export type SurveyAnswerItem = z.infer<typeof surveyAnswerItem>;

/** One answer that came in. */
export interface NewAnswer {
  of: AnswersOf;
  /** Random, made by the sender. */
  id: string;
  questionnaire: Questionnaire;
  answers: SurveyAnswers;
  mode?: AnswerMode;
}

/** What became of an answer: counted; there already, the same or another; or its token was used for another one. */
export type Kept = 'counted' | 'repeated' | 'other' | 'token-used';

const itemOf = ({ questionnaire: { version }, answers, mode }: NewAnswer): SurveyAnswerItem => {
  const said = { questionnaire: version, answers, ...(mode && { mode }) };
  const hash = createHash('sha256').update(canonicalText(said)).digest('hex');
  return surveyAnswerItem.parse({ ...said, hash });
};

const putAnswer = (store: SurveyStore, one: NewAnswer): Write => ({
  Put: {
    TableName: store.answersTable,
    Item: { ...surveyAnswerKey(one.of, one.id), ...itemOf(one) },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** Which counters an answer goes to: always the same ones, for a repeat must not find others. */
const shardOf = (id: string): string =>
  SHARDS[Number.parseInt(id.charAt(0), 16) % SHARDS.length] ?? SHARDS[0];

const addCounts = (store: SurveyStore, { of, id }: NewAnswer, counts: Counts): Write => {
  const names = Object.keys(counts);
  return {
    Update: {
      TableName: store.answersTable,
      Key: surveyCountsKey(of, shardOf(id)),
      UpdateExpression: `ADD ${names.map((_, n) => `#${n} :${counts[names[n] ?? '']}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name, n) => [`#${n}`, name])),
      ExpressionAttributeValues: Object.fromEntries(
        Object.values(counts).map((count) => [`:${count}`, count]),
      ),
    },
  };
};

const putToken = (store: SurveyStore, round: string, token: string): Write => ({
  Put: {
    TableName: store.tokensTable,
    Item: usedTokenKey(round, token),
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** Whether this very answer is there already: asked by a condition, for who puts answers cannot read them. */
export const isKept = async (store: SurveyStore, one: NewAnswer): Promise<boolean> => {
  const failed = await transact(store, [
    {
      ConditionCheck: {
        TableName: store.answersTable,
        Key: surveyAnswerKey(one.of, one.id),
        ConditionExpression: '#hash = :hash',
        ExpressionAttributeNames: { '#hash': 'hash' },
        ExpressionAttributeValues: { ':hash': itemOf(one).hash },
      },
    },
  ]);
  return !failed;
};

/**
 * The answer, what it adds to the counters, and the token that is used up by it, in one transaction: each answer is counted
 * once, whatever is repeated. Nothing of what is written says which token came with which answer.
 */
export const keepAnswer = async (store: SurveyStore, one: NewAnswer, token?: string): Promise<Kept> => {
  const counts = countsOf(one.questionnaire, one.answers, one.mode);
  const failed = await transact(store, [
    putAnswer(store, one),
    addCounts(store, one, counts),
    ...(token ? [putToken(store, one.of.round, token)] : []),
  ]);
  if (!failed) return 'counted';
  if (failed.index > 0) return 'token-used';
  return (await isKept(store, one)) ? 'repeated' : 'other';
};
