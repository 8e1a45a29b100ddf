import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { SurveyStore } from './client.ts';
import { type AnswersOf, surveyAnswersPk, surveyCountsPk, usedTokensPk } from './keys.ts';

const DIGITS = '0123456789abcdef';
/** Deletions under way at once. */
const AT_ONCE = 40;

type Key = Record<string, unknown>;

/** Deletes a partition, a page at a time, and reads nothing but keys. @returns false when it had to leave off */
const erasePartition = async (
  store: SurveyStore,
  TableName: string,
  pk: string,
  isTimeUp: () => boolean,
): Promise<boolean> => {
  let from: Key | undefined;
  do {
    if (isTimeUp()) return false;
    const page: { Items?: Key[]; LastEvaluatedKey?: Key } = await store.db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ProjectionExpression: 'pk, sk',
        Select: 'SPECIFIC_ATTRIBUTES',
        Limit: 1_000,
        ExclusiveStartKey: from,
      }),
    );
    const keys = page.Items ?? [];
    for (let n = 0; n < keys.length; n += AT_ONCE)
      await Promise.all(
        keys.slice(n, n + AT_ONCE).map((Key) => store.db.send(new DeleteCommand({ TableName, Key }))),
      );
    from = page.LastEvaluatedKey;
  } while (from);
  return true;
};

/**
 * Deletes what people answered in a round, what was counted of it, and the tokens that they used. Repeating it is harmless, and
 * goes on where it left off.
 * @param all every group and unit of the round
 * @param isTimeUp says when to leave off: between two pages of at most 1,000
 * @returns whether nothing is left
 */
export const eraseSurveyAnswers = async (
  store: SurveyStore,
  round: string,
  all: readonly Pick<AnswersOf, 'group' | 'unit'>[],
  isTimeUp: () => boolean = () => false,
): Promise<boolean> => {
  const partitions = [
    ...all.flatMap((one) => {
      const of = { round, ...one };
      return [surveyAnswersPk(of), surveyCountsPk(of)].map((pk) => [store.answersTable, pk] as const);
    }),
    ...[...DIGITS].map((digit) => [store.tokensTable, usedTokensPk(round, digit)] as const),
  ];
  for (const [table, pk] of partitions) if (!(await erasePartition(store, table, pk, isTimeUp))) return false;
  return true;
};
