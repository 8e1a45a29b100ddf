import { BatchGetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { addCounts, type Counts } from '../../domain/survey/counts.ts';
import type { SurveyStore } from './client.ts';
import { type AnswersOf, SHARDS, surveyAnswersPk, surveyCountsKey, surveyCountsPk } from './keys.ts';
import { type SurveyAnswerItem, surveyAnswerItem } from './survey-answers.ts';

type Item = Record<string, unknown>;

/** Every item of a partition of the answers' table, page by page. */
async function* itemsOf(store: SurveyStore, pk: string): AsyncGenerator<Item> {
  let from: Item | undefined;
  do {
    const page = await store.db.send(
      new QueryCommand({
        TableName: store.answersTable,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}

const countsIn = ({ pk: _pk, sk: _sk, ...counts }: Item) => counts as Counts;

/** What was counted of a group and unit. */
export const readCounts = async (store: SurveyStore, of: AnswersOf): Promise<Counts> => {
  const shards: Counts[] = [];
  for await (const item of itemsOf(store, surveyCountsPk(of))) shards.push(countsIn(item));
  return addCounts(...shards);
};

/** The answers of a group and unit with their ids, in the order of these, which are random. */
export async function* readAnswersById(
  store: SurveyStore,
  of: AnswersOf,
): AsyncGenerator<[id: string, answer: SurveyAnswerItem]> {
  for await (const { pk: _pk, sk, ...item } of itemsOf(store, surveyAnswersPk(of)))
    yield [String(sk), surveyAnswerItem.parse(item)];
}

/** The answers of a group and unit, in an order that is none. */
export async function* readAnswers(store: SurveyStore, of: AnswersOf): AsyncGenerator<SurveyAnswerItem> {
  for await (const [, answer] of readAnswersById(store, of)) yield answer;
}

const BATCH = 100;

/** How many have answered, of several groups and units at once: by the name of their counters' partition. */
export const readNumbers = async (
  store: SurveyStore,
  all: readonly AnswersOf[],
): Promise<ReadonlyMap<string, number>> => {
  const numbers = new Map<string, number>();
  const keys = all.flatMap((of) => SHARDS.map((shard) => surveyCountsKey(of, shard)));
  for (let at = 0; at < keys.length; at += BATCH) {
    let asked: Item[] | undefined = keys.slice(at, at + BATCH);
    while (asked?.length) {
      const answer: {
        Responses?: Record<string, Item[]>;
        UnprocessedKeys?: Record<string, { Keys?: Item[] }>;
      } = await store.db.send(
        new BatchGetCommand({
          RequestItems: {
            [store.answersTable]: { Keys: asked, ProjectionExpression: 'pk, n', ConsistentRead: true },
          },
        }),
      );
      for (const { pk, n } of answer.Responses?.[store.answersTable] ?? [])
        numbers.set(String(pk), (numbers.get(String(pk)) ?? 0) + Number(n));
      asked = answer.UnprocessedKeys?.[store.answersTable]?.Keys;
    }
  }
  return numbers;
};
