import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type Resolution, resolution, type Scenario, scenario } from '../../domain/distribution/scenario.ts';
import type { Store } from './client.ts';
import { distributedKey, RESOLVED, SCENARIO, scenarioKey } from './keys.ts';
import type { Write } from './transact.ts';

const plain = ({ pk: _pk, sk: _sk, ...item }: Record<string, unknown>) => item;

/** Keeps a scenario, if there is none under its id. */
export const putScenario = (store: Store, year: number, one: Scenario): Write => ({
  Put: {
    TableName: store.table,
    Item: { ...scenarioKey(year, one.id), ...scenario.parse(one) },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** Withdraws a scenario that was neither withdrawn nor resolved; it stays where it is, for nothing of a year's is deleted. */
export const withdrawScenario = (
  store: Store,
  year: number,
  id: string,
  withdrawn: NonNullable<Scenario['withdrawn']>,
): Write => ({
  Update: {
    TableName: store.table,
    Key: scenarioKey(year, id),
    UpdateExpression: 'SET #withdrawn = :withdrawn',
    ConditionExpression:
      'attribute_exists(pk) AND attribute_not_exists(#withdrawn) AND attribute_not_exists(#resolved)',
    ExpressionAttributeNames: { '#withdrawn': 'withdrawn', '#resolved': 'resolved' },
    ExpressionAttributeValues: { ':withdrawn': withdrawn },
  },
});

/** Part of a resolution: its scenario is not withdrawn, and from now on cannot be. */
export const markResolved = (store: Store, year: number, id: string): Write => ({
  Update: {
    TableName: store.table,
    Key: scenarioKey(year, id),
    UpdateExpression: 'SET #resolved = :resolved',
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#withdrawn)',
    ExpressionAttributeNames: { '#withdrawn': 'withdrawn', '#resolved': 'resolved' },
    ExpressionAttributeValues: { ':resolved': true },
  },
});

/** Keeps the n-th resolution of a year, if nobody has recorded it yet. */
export const putResolution = (store: Store, year: number, one: Resolution): Write => ({
  Put: {
    TableName: store.table,
    Item: { ...distributedKey(year, one.n), ...resolution.parse(one) },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

export const readScenario = async (store: Store, year: number, id: string): Promise<Scenario | undefined> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: scenarioKey(year, id), ConsistentRead: true }),
  );
  return Item && scenario.parse(plain(Item));
};

const query = async (
  store: Store,
  year: number,
  beginning: string,
  more: { Limit: number; ScanIndexForward: boolean },
) => {
  const { Items = [] } = await store.db.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :beginning)',
      ExpressionAttributeValues: { ':pk': scenarioKey(year, '').pk, ':beginning': beginning },
      ConsistentRead: true,
      ...more,
    }),
  );
  return Items.map(plain);
};

/** More than anybody compares; a year takes no more. */
export const MOST_SCENARIOS = 30;

/** More than anybody tries: those that were withdrawn are there still. */
const MOST_EVER = 10 * MOST_SCENARIOS;

/** The scenarios of a year that are compared, first made first. */
export const listScenarios = async (store: Store, year: number): Promise<Scenario[]> => {
  const items = await query(store, year, SCENARIO, { Limit: MOST_EVER, ScanIndexForward: true });
  return items.map((item) => scenario.parse(item)).filter(({ withdrawn }) => !withdrawn);
};

/** What was resolved last for a year. */
export const readResolution = async (store: Store, year: number): Promise<Resolution | undefined> => {
  const [last] = await query(store, year, RESOLVED, { Limit: 1, ScanIndexForward: false });
  return last && resolution.parse(last);
};
