import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { areaKinds } from '../../domain/survey/evaluation/area.ts';
import type { GroupResults } from '../../domain/survey/evaluation/evaluate.ts';
import { type Group, groups } from '../../domain/survey/group.ts';
import type { Figures } from '../../domain/survey/hiding/figures.ts';
import type { Store } from './client.ts';
import { areaResultsKey, areaResultsPrefix, groupResultsKey, resultsKey, submissionPk } from './keys.ts';
import { transact, type Write } from './transact.ts';

/** That the results of a round are there, all of them, with what is said about the round beside them: written last. */
const frozen = z.strictObject({
  at: z.iso.datetime({ precision: 3 }),
  year: z.int(),
  from: z.iso.date(),
  to: z.iso.date(),
  /** The round that they are compared with. */
  previous: z.optional(z.uuid()),
  groups: z.array(z.enum(groups)),
});
export type Frozen = z.infer<typeof frozen>;

const count = z.int().check(z.nonnegative());

const areas = z.array(
  z.strictObject({
    key: z.string(),
    kind: z.enum(areaKinds),
    name: z.string(),
    within: z.optional(z.array(z.string())),
    provider: z.optional(z.string()),
    n: z.optional(count),
    of: z.optional(count),
  }),
);
/** The areas of a group with how many answered; what they answered lies beside it. */
const group = z.strictObject({ version: z.int(), areas });
export type GroupAreas = Pick<GroupResults, 'group' | 'version' | 'areas'>;

/** What is shown of an area, packed: by variable its level and how many are in each cell. */
const packed = z.record(z.string(), z.array(count));

const pack = (cells: Figures['cells']) =>
  Object.fromEntries(Object.entries(cells).map(([key, { level, counts }]) => [key, [level, ...counts]]));

const unpack = (item: unknown): Figures['cells'] =>
  Object.fromEntries(
    Object.entries(packed.parse(item)).map(([key, [level = 0, ...counts]]) => [key, { level, counts }]),
  );

/** Nobody has finished before: what a slower run would write after that might count one answer more. */
const unlessFrozen = (store: Store, round: string): Write => ({
  ConditionCheck: {
    TableName: store.table,
    Key: resultsKey(round),
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

const put = (store: Store, Item: Record<string, unknown>): Write => ({
  Put: { TableName: store.table, Item },
});

const writesOf = (store: Store, round: string, { group: of, version, areas: all, figures }: GroupResults) => [
  put(store, {
    ...groupResultsKey(round, of),
    ...group.parse(JSON.parse(JSON.stringify({ version, areas: all }))),
  }),
  ...all.map(({ key }) => put(store, { ...areaResultsKey(round, of, key), cells: pack(figures[key] ?? {}) })),
];

/** Of one transaction. */
const AT_ONCE = 50;

/**
 * Keeps the results of a round for good. Nobody reads them before all are there; done again after a kill it writes the same,
 * and what is there once is never written again: two different results of one round would give few answers away.
 */
export const freezeResults = async (
  store: Store,
  round: string,
  about: Omit<Frozen, 'groups'>,
  results: readonly GroupResults[],
): Promise<void> => {
  const writes = results.flatMap((one) => writesOf(store, round, one));
  for (let from = 0; from < writes.length; from += AT_ONCE)
    await transact(store, [unlessFrozen(store, round), ...writes.slice(from, from + AT_ONCE)]);
  const mark = frozen.parse({ ...about, groups: results.map((one) => one.group) });
  await transact(store, [
    {
      Put: {
        TableName: store.table,
        Item: { ...resultsKey(round), ...mark },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
  ]);
};

type Item = Record<string, unknown>;
const bare = ({ pk: _pk, sk: _sk, ...rest }: Item) => rest;

const read = async (store: Store, Key: { pk: string; sk: string }) => {
  const { Item } = await store.db.send(new GetCommand({ TableName: store.table, Key, ConsistentRead: true }));
  return Item && bare(Item);
};

/** @returns undefined for a round that is not evaluated */
export const readFrozen = async (store: Store, round: string): Promise<Frozen | undefined> => {
  const item = await read(store, resultsKey(round));
  return item && frozen.parse(item);
};

export const readGroupAreas = async (
  store: Store,
  round: string,
  of: Group,
): Promise<GroupAreas | undefined> => {
  const item = await read(store, groupResultsKey(round, of));
  return item && { group: of, ...group.parse(item) };
};

export const readAreaFigures = async (
  store: Store,
  round: string,
  { group: of, area }: { group: Group; area: string },
): Promise<Figures['cells']> => {
  const item = await read(store, areaResultsKey(round, of, area));
  return item ? unpack(item.cells) : {};
};

/** All results of a group. */
export const readGroupResults = async (
  store: Store,
  round: string,
  of: Group,
): Promise<GroupResults | undefined> => {
  const found = await readGroupAreas(store, round, of);
  if (!found) return undefined;
  const prefix = areaResultsPrefix(of);
  const figures: Record<string, Figures['cells']> = {};
  let from: Item | undefined;
  do {
    const page = await store.db.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': submissionPk(round), ':prefix': prefix },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    for (const item of page.Items ?? []) figures[String(item.sk).slice(prefix.length)] = unpack(item.cells);
    from = page.LastEvaluatedKey;
  } while (from);
  return { ...found, figures };
};
