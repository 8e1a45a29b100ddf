import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { SurveyAnswers } from '../../domain/survey/answers.ts';
import type { SurveyStore } from './client.ts';
import { type AnswersOf, surveyAnswersPk } from './keys.ts';
import { surveyAnswerItem } from './survey-answers.ts';

export interface KeptAnswer {
  /** Random. */
  id: string;
  answers: SurveyAnswers;
}

/** The next answers of a group and unit in the order of their ids, as many as asked for. */
export const readAnswersAfter = async (
  store: SurveyStore,
  of: AnswersOf,
  { after, most }: { after: string | undefined; most: number },
): Promise<KeptAnswer[]> => {
  const { Items = [] } = await store.db.send(
    new QueryCommand({
      TableName: store.answersTable,
      KeyConditionExpression: after ? 'pk = :pk AND sk > :after' : 'pk = :pk',
      ExpressionAttributeValues: { ':pk': surveyAnswersPk(of), ...(after && { ':after': after }) },
      ConsistentRead: true,
      Limit: most,
    }),
  );
  return Items.map(({ pk: _pk, sk, ...item }) => ({
    id: String(sk),
    answers: surveyAnswerItem.parse(item).answers,
  }));
};
