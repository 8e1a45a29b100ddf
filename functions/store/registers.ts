import { isDeepStrictEqual } from 'node:util';
import { BatchGetCommand, BatchWriteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Registers } from '../../domain/registers/registers.ts';
import type { Store } from './client.ts';
import {
  assignmentKey,
  countyKey,
  deputyshipKey,
  noticesKey,
  personKey,
  provisionKey,
  registers as registerNames,
  registerPk,
  subjectKey,
} from './keys.ts';

interface Key {
  pk: string;
  sk: string;
}
type Item = Key & Record<string, unknown>;

/** How many entries were new or changed, and how many are no more. */
export interface Imported {
  written: number;
  removed: number;
}

/** The table belongs to another county: its cases and persons must not be mixed with this one's. */
export class OtherCountyError extends Error {
  override name = 'OtherCountyError';
}

const BATCH = 25;

const textOfKey = ({ pk, sk }: Key) => JSON.stringify([pk, sk]);

/** Every item that the lists stand for. */
const itemsOf = (lists: Registers, issuer: string): Item[] => [
  { ...countyKey, county: lists.county },
  { ...noticesKey, texts: lists.notices },
  ...lists.municipalities.map((one) => ({ pk: registerPk('municipalities'), sk: one.id, ...one })),
  ...lists.providers.map((one) => ({ pk: registerPk('providers'), sk: one.id, ...one })),
  ...lists.kitas.map((one) => ({ pk: registerPk('kitas'), sk: one.id, ...one })),
  ...lists.provisions.map((one) => ({ ...provisionKey(one), ...one })),
  ...lists.people.map((one) => ({ ...personKey(one.id), ...one })),
  ...lists.people.map((one) => ({ ...subjectKey(issuer, one.subject ?? one.id), person: one.id })),
  ...lists.assignments.map((one) => ({ ...assignmentKey(one), ...one })),
  ...lists.deputyships.map((one) => ({ ...deputyshipKey(one), ...one })),
];

const inBatches = async <T>(all: readonly T[], size: number, run: (batch: T[]) => Promise<unknown>) => {
  for (let at = 0; at < all.length; at += size) await run(all.slice(at, at + size));
};

const readPartition = async (store: Store, pk: string): Promise<Item[]> => {
  const items: Item[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await store.db.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ExclusiveStartKey: from,
        ConsistentRead: true,
      }),
    );
    items.push(...((page.Items ?? []) as Item[]));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
};

const readItems = async (store: Store, keys: readonly Key[]): Promise<Item[]> => {
  const items: Item[] = [];
  await inBatches(keys, BATCH, async (batch) => {
    let left: Record<string, unknown>[] = batch.map((key) => ({ ...key }));
    while (left.length > 0) {
      const answer = await store.db.send(
        new BatchGetCommand({ RequestItems: { [store.table]: { Keys: left, ConsistentRead: true } } }),
      );
      items.push(...((answer.Responses?.[store.table] ?? []) as Item[]));
      left = answer.UnprocessedKeys?.[store.table]?.Keys ?? [];
    }
  });
  return items;
};

type BatchWrite = { PutRequest: { Item: Item } } | { DeleteRequest: { Key: Key } };

const writeItems = (store: Store, writes: readonly BatchWrite[]) =>
  inBatches(writes, BATCH, async (batch) => {
    let left: Record<string, unknown>[] = batch;
    while (left.length > 0) {
      const answer = await store.db.send(new BatchWriteCommand({ RequestItems: { [store.table]: left } }));
      left = answer.UnprocessedItems?.[store.table] ?? [];
    }
  });

/** What the table holds of the registers now: the lists, the settings, and who logs in as whom. */
const readImported = async (store: Store, issuer: string, wanted: readonly Item[]): Promise<Item[]> => {
  const lists = await Promise.all(registerNames.map((name) => readPartition(store, registerPk(name))));
  const people = lists.flat().filter(({ pk }) => pk === registerPk('people'));
  const subjects = people.map(({ sk, subject }) =>
    subjectKey(issuer, typeof subject === 'string' ? subject : sk),
  );
  const single = [countyKey, noticesKey, ...subjects, ...wanted.filter(({ pk }) => pk.startsWith('SUB#'))];
  const keys = new Map(single.map(({ pk, sk }) => [textOfKey({ pk, sk }), { pk, sk }]));
  return [...lists.flat(), ...(await readItems(store, [...keys.values()]))];
};

const checkCounty = (stored: Item | undefined, slug: string) => {
  const before = (stored?.county as { slug?: unknown } | undefined)?.slug;
  if (before !== undefined && before !== slug)
    throw new OtherCountyError(`This table belongs to the county "${before}", not to "${slug}".`);
};

/**
 * Makes the table's registers equal to the lists. Only what differs is written, so doing it again writes nothing; cut
 * off in the middle, it is simply done again. What is new comes before what goes, so that nothing is missing meanwhile.
 * @param issuer whose tokens name the persons of the list by their id as subject.
 * @throws OtherCountyError when another county was imported before
 */
export const importRegisters = async (store: Store, lists: Registers, issuer: string): Promise<Imported> => {
  const wanted = itemsOf(lists, issuer);
  const stored = new Map((await readImported(store, issuer, wanted)).map((item) => [textOfKey(item), item]));
  checkCounty(stored.get(textOfKey(countyKey)), lists.county.slug);
  const changed = wanted.filter((item) => !isDeepStrictEqual(stored.get(textOfKey(item)), item));
  const kept = new Set(wanted.map(textOfKey));
  const gone = [...stored.values()].filter((item) => !kept.has(textOfKey(item)));
  await writeItems(
    store,
    changed.map((Item) => ({ PutRequest: { Item } })),
  );
  await writeItems(
    store,
    gone.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
  );
  return { written: changed.length, removed: gone.length };
};
