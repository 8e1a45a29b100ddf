import { randomInt } from 'node:crypto';
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type Group, groups } from '../../domain/survey/group.ts';
import { type RoundUnit, roundUnit } from '../../domain/survey/round-unit.ts';
import { unitName } from '../../domain/survey/unit.ts';
import type { Store } from './client.ts';
import { linkKey, submissionPk, UNIT, unitItemKey } from './keys.ts';
import type { Write } from './transact.ts';

/** A link hangs on a wall: short, and without characters that look alike. It is no secret, but nobody guesses it. */
const CHARACTERS = '23456789abcdefghjkmnpqrstuvwxyz';
const LENGTH = 10;
export const newLink = (): string =>
  Array.from({ length: LENGTH }, () => CHARACTERS[randomInt(CHARACTERS.length)]).join('');

/** Where a link leads. */
const linked = z.strictObject({ round: z.uuid(), group: z.enum(groups), unit: z.string() });
export type Linked = z.infer<typeof linked>;

const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };

/** A unit of a round, and its link: both or neither, and never another link than the first. */
export const putUnit = (store: Store, round: string, unit: RoundUnit, group?: Group): Write[] => {
  const { link } = unit;
  const name = unitName(unit);
  return [
    {
      Put: {
        TableName: store.table,
        Item: { ...unitItemKey(round, name), unit: roundUnit.parse(unit) },
        ...isNew,
      },
    },
    ...(link && group
      ? [
          {
            Put: {
              TableName: store.table,
              Item: { ...linkKey(link), ...linked.parse({ round, group, unit: name }) },
              ...isNew,
            },
          },
        ]
      : []),
  ];
};

const read = async (store: Store, Key: { pk: string; sk: string }) =>
  (await store.db.send(new GetCommand({ TableName: store.table, Key, ConsistentRead: true }))).Item;

/** @param unit in one word: `kita:biebelnheim` */
export const readUnit = async (store: Store, round: string, unit: string): Promise<RoundUnit | undefined> => {
  const item = await read(store, unitItemKey(round, unit));
  return item && roundUnit.parse(item.unit);
};

/** Every unit of a round, by its name. */
export const readUnits = async (store: Store, round: string): Promise<RoundUnit[]> => {
  const units: RoundUnit[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await store.db.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :unit)',
        ExpressionAttributeValues: { ':pk': submissionPk(round), ':unit': UNIT },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    for (const item of page.Items ?? []) units.push(roundUnit.parse(item.unit));
    from = page.LastEvaluatedKey;
  } while (from);
  return units;
};

/** The round, group and unit of a link; undefined for one that nobody has made. */
export const readLink = async (store: Store, link: string): Promise<Linked | undefined> => {
  const item = await read(store, linkKey(link));
  if (!item) return undefined;
  const { pk: _pk, sk: _sk, ...rest } = item;
  return linked.parse(rest);
};
