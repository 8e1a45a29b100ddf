import { GetCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../domain/calendar/period.ts';
import { type SavedGoal, savedGoal } from '../../domain/goals/goal.ts';
import type { Store } from './client.ts';
import { goalKey, goalVersionKey } from './keys.ts';
import type { Write } from './transact.ts';

const plain = ({ pk: _pk, sk: _sk, ...item }: Record<string, unknown>) => item;

/** Keeps the n-th version of a goal, unless somebody was faster, and puts it where its year is read. */
export const goalWrites = (store: Store, one: SavedGoal): Write[] => [
  {
    Put: {
      TableName: store.table,
      Item: { ...goalVersionKey(one.id, one.n), ...savedGoal.parse(one) },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  { Put: { TableName: store.table, Item: { ...goalKey(one.goal.year, one.id), ...savedGoal.parse(one) } } },
];

const query = async (store: Store, pk: string, more: Partial<QueryCommandInput> = {}) => {
  const items: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await store.db.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        ExclusiveStartKey: from,
        ...more,
      }),
    );
    items.push(...(page.Items ?? []).map(plain));
    from = more.Limit ? undefined : page.LastEvaluatedKey;
  } while (from);
  return items;
};

/** More than a county pursues; a year takes no more. */
export const MOST_GOALS = 50;

/** The goals of a year, first made first. */
export const listGoals = async (store: Store, year: number): Promise<SavedGoal[]> =>
  (await query(store, goalKey(year, '').pk)).map((item) => savedGoal.parse(item));

/** Who saved a goal when, the latest first. */
export const listGoalVersions = async (
  store: Store,
  id: string,
): Promise<Pick<SavedGoal, 'n' | 'at' | 'by'>[]> => {
  const items = await query(store, goalVersionKey(id, 1).pk, {
    ScanIndexForward: false,
    ProjectionExpression: '#n, #at, #by',
    ExpressionAttributeNames: { '#n': 'n', '#at': 'at', '#by': 'by' },
  });
  return items as Pick<SavedGoal, 'n' | 'at' | 'by'>[];
};

/** @param n counts the versions from 1 */
export const readGoalVersion = async (
  store: Store,
  id: string,
  n: number,
): Promise<SavedGoal | undefined> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: goalVersionKey(id, n), ConsistentRead: true }),
  );
  return Item && savedGoal.parse(plain(Item));
};

/** A goal as it stands. */
export const readGoal = async (store: Store, id: string): Promise<SavedGoal | undefined> => {
  const [last] = await query(store, goalVersionKey(id, 1).pk, { ScanIndexForward: false, Limit: 1 });
  return last && savedGoal.parse(last);
};

/** The goals of a year as they were at an instant, without those that came later. */
export const listGoalsAt = async (store: Store, year: number, at: Instant): Promise<SavedGoal[]> => {
  const found = await Promise.all(
    (await listGoals(store, year)).map(async ({ id }) => {
      const then = (await listGoalVersions(store, id)).find((version) => version.at <= at);
      return then && readGoalVersion(store, id, then.n);
    }),
  );
  return found.filter((one) => one !== undefined);
};
