import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type SavedCounts, savedCounts } from '../../domain/activities/counts.ts';
import { type ActivityReport, activityReport, openReport } from '../../domain/activities/report.ts';
import type { Store } from './client.ts';
import { activityKey, activityReportKey } from './keys.ts';
import type { Write } from './transact.ts';

const plain = ({ pk: _pk, sk: _sk, ...item }: Record<string, unknown>) => item;
const yearOf = (month: string) => Number(month.slice(0, 4));

/** Keeps what was counted, if the version before it is the last one. */
export const putCounts = (store: Store, one: SavedCounts): Write => ({
  Put: {
    TableName: store.table,
    Item: { ...activityKey(one), ...savedCounts.parse(one) },
    ConditionExpression: one.version === 1 ? 'attribute_not_exists(pk)' : '#version = :before',
    ...(one.version > 1 && {
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':before': one.version - 1 },
    }),
  },
});

/** Part of a count's transaction: nobody has closed its year. */
export const yearIsOpen = (store: Store, month: string): Write => ({
  ConditionCheck: {
    TableName: store.table,
    Key: activityReportKey(yearOf(month)),
    ConditionExpression: 'attribute_not_exists(pk) OR #closed = :no',
    ExpressionAttributeNames: { '#closed': 'closed' },
    ExpressionAttributeValues: { ':no': false },
  },
});

export const putReport = (store: Store, year: number, one: ActivityReport): Write => ({
  Put: {
    TableName: store.table,
    Item: { ...activityReportKey(year), ...activityReport.parse(one) },
    ConditionExpression: one.version === 1 ? 'attribute_not_exists(pk)' : '#version = :before',
    ...(one.version > 1 && {
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':before': one.version - 1 },
    }),
  },
});

export const readReport = async (store: Store, year: number): Promise<ActivityReport> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: activityReportKey(year), ConsistentRead: true }),
  );
  return Item ? activityReport.parse(plain(Item)) : openReport;
};

export const readCounts = async (
  store: Store,
  of: Pick<SavedCounts, 'person' | 'kita' | 'month'>,
): Promise<SavedCounts | undefined> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: activityKey(of), ConsistentRead: true }),
  );
  return Item && savedCounts.parse(plain(Item));
};

/** Everything that was counted in a year: some thousand small items in a large county. */
export const listCounts = async (store: Store, year: number): Promise<SavedCounts[]> => {
  const all: SavedCounts[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await store.db.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': activityKey({ month: `${year}-01`, kita: '', person: '' }).pk },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    for (const item of page.Items ?? []) all.push(savedCounts.parse(plain(item)));
    from = page.LastEvaluatedKey;
  } while (from);
  return all;
};
