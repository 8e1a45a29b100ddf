import { BatchGetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Instant } from '../../domain/calendar/period.ts';
import type { FormName, Head, HeadOf } from '../../domain/submission/head.ts';
import type { Store } from './client.ts';
import { isOf, parseHead } from './heads.ts';
import { formPk, idOfPk, type Party, PENDING, partyPk, WAKE } from './keys.ts';
import { HEAD } from './table.ts';

export interface Page<T> {
  items: T[];
  cursor?: string;
}

/** The cursor was not made by this list. */
export class CursorError extends Error {
  override name = 'CursorError';
}

const encode = (key: Record<string, unknown> | undefined) =>
  key && Buffer.from(JSON.stringify(key)).toString('base64url');

/** A list's place as its cursor says it: the whole key of the item shown last, and nothing that is none. */
const place = (index: string, pk: string) =>
  z.strictObject({
    pk: z.string().check(z.regex(/^S#[0-9a-f-]{36}$/)),
    sk: z.literal(HEAD),
    [`${index}Pk`]: z.literal(pk),
    [`${index}Sk`]: z.string().check(z.regex(/^[!-~]{1,200}$/)),
  });

const decode = (cursor: string | undefined, index: string, pk: string) => {
  if (!cursor) return undefined;
  try {
    return place(index, pk).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new CursorError('the cursor does not belong to this list');
  }
};

const BATCH = 100;

/** Heads by id, in the order asked for; what is gone is left out. */
export const readHeads = async (store: Store, pks: readonly string[]): Promise<Head[]> => {
  const found = new Map<string, Head>();
  for (let at = 0; at < pks.length; at += BATCH) {
    let keys: Record<string, unknown>[] | undefined = pks
      .slice(at, at + BATCH)
      .map((pk) => ({ pk, sk: HEAD }));
    while (keys?.length) {
      const answer: {
        Responses?: Record<string, Record<string, unknown>[]>;
        UnprocessedKeys?: Record<string, { Keys?: Record<string, unknown>[] }>;
      } = await store.db.send(new BatchGetCommand({ RequestItems: { [store.table]: { Keys: keys } } }));
      for (const item of answer.Responses?.[store.table] ?? []) found.set(String(item.pk), parseHead(item));
      keys = answer.UnprocessedKeys?.[store.table]?.Keys;
    }
  }
  return pks.flatMap((pk) => found.get(pk) ?? []);
};

interface ListQuery {
  index: 'mine' | 'form' | 'pending' | 'wake';
  pk: string;
  /** Condition on the sort key. */
  upTo?: string;
  startsWith?: string;
  limit: number;
  newestFirst?: boolean;
  cursor?: string | undefined;
}

const queryIndex = async (store: Store, of: ListQuery) => {
  const sk = `${of.index}Sk`;
  const range = of.upTo ? ' AND #sk <= :sk' : of.startsWith ? ' AND begins_with(#sk, :sk)' : '';
  const answer = await store.db.send(
    new QueryCommand({
      TableName: store.table,
      IndexName: of.index,
      KeyConditionExpression: `#pk = :pk${range}`,
      ExpressionAttributeNames: { '#pk': `${of.index}Pk`, ...(range && { '#sk': sk }) },
      ExpressionAttributeValues: { ':pk': of.pk, ...(range && { ':sk': of.upTo ?? of.startsWith }) },
      Limit: of.limit,
      ScanIndexForward: !of.newestFirst,
      ExclusiveStartKey: decode(of.cursor, of.index, of.pk),
    }),
  );
  const cursor = encode(answer.LastEvaluatedKey);
  return {
    keys: (answer.Items ?? []) as { pk: string; [name: string]: string }[],
    ...(cursor && { cursor }),
  };
};

const PAGE = 25;

/**
 * Heads of several partitions of `mine` as one list: open ones by due date, with `all` the ended ones behind them. The
 * cursor is the last sort key shown, which every partition understands.
 */
export const listMine = async (
  store: Store,
  pks: readonly string[],
  { all, cursor }: { all: boolean; cursor?: string | undefined },
): Promise<Page<Head>> => {
  const after = cursor ? Buffer.from(cursor, 'base64url').toString() : '';
  if (cursor && !/^[12]#[!-~]{1,200}$/.test(after))
    throw new CursorError('the cursor does not belong to this list');
  const pages = await Promise.all(
    pks.map((pk) =>
      store.db.send(
        new QueryCommand({
          TableName: store.table,
          IndexName: 'mine',
          KeyConditionExpression: 'minePk = :pk AND mineSk BETWEEN :after AND :end',
          ExpressionAttributeValues: {
            ':pk': pk,
            ':after': after ? `${after}~` : '1#',
            ':end': all ? '3' : '2',
          },
          Limit: PAGE + 1,
        }),
      ),
    ),
  );
  const keys = pages
    .flatMap((page) => (page.Items ?? []) as { pk: string; mineSk: string }[])
    .sort((a, b) => (a.mineSk < b.mineSk ? -1 : 1));
  const shown = keys.slice(0, PAGE);
  const items = await readHeads(
    store,
    shown.map((key) => key.pk),
  );
  const last = shown.at(-1);
  return {
    items,
    ...(keys.length > PAGE && last && { cursor: Buffer.from(last.mineSk).toString('base64url') }),
  };
};

/** Heads of several providers or Kitas, newest first; the cursor is the last sort key shown, which every partition understands. */
export const listParty = async (
  store: Store,
  parties: readonly Party[],
  cursor?: string,
): Promise<Page<Head>> => {
  const before = cursor ? Buffer.from(cursor, 'base64url').toString() : '~';
  if (cursor && !/^[!-}]{1,200}$/.test(before))
    throw new CursorError('the cursor does not belong to this list');
  const pages = await Promise.all(
    parties.map((party) =>
      store.db.send(
        new QueryCommand({
          TableName: store.table,
          IndexName: 'party',
          KeyConditionExpression: 'partyPk = :pk AND partySk < :before',
          ExpressionAttributeValues: { ':pk': partyPk(party), ':before': before },
          Limit: PAGE + 1,
          ScanIndexForward: false,
        }),
      ),
    ),
  );
  const keys = pages
    .flatMap((page) => (page.Items ?? []) as { pk: string; partySk: string }[])
    .sort((a, b) => (a.partySk < b.partySk ? 1 : -1));
  const shown = keys.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    items: await readHeads(
      store,
      shown.map((key) => key.pk),
    ),
    ...(keys.length > PAGE && last && { cursor: Buffer.from(last.partySk).toString('base64url') }),
  };
};

/** How many open submissions wait for somebody, counted up to `atMost`. */
export const countOpen = async (store: Store, pk: string, atMost = 100): Promise<number> => {
  const page = await queryIndex(store, { index: 'mine', pk, startsWith: '1#', limit: atMost });
  return page.keys.length;
};

/** Heads of a form and year, newest first. */
export const listForm = async (
  store: Store,
  form: string,
  year: string,
  cursor?: string,
): Promise<Page<Head>> => {
  const page = await queryIndex(store, {
    index: 'form',
    pk: formPk(form, year),
    limit: PAGE,
    newestFirst: true,
    cursor,
  });
  const items = await readHeads(
    store,
    page.keys.map((key) => key.pk),
  );
  return { items, ...(page.cursor && { cursor: page.cursor }) };
};

/** Every head of a form and year, newest first, read page by page: what is counted of them reads nothing of other years. */
export async function* headsOf<F extends FormName>(
  store: Store,
  form: F,
  year: string,
): AsyncGenerator<HeadOf<F>> {
  let cursor: string | undefined;
  do {
    const page: Awaited<ReturnType<typeof queryIndex>> = await queryIndex(store, {
      index: 'form',
      pk: formPk(form, year),
      limit: BATCH,
      newestFirst: true,
      cursor,
    });
    const heads = await readHeads(
      store,
      page.keys.map((key) => key.pk),
    );
    for (const head of heads) if (isOf(form, head)) yield head;
    cursor = page.cursor;
  } while (cursor);
}

const SWEEP = 100;

/** Ids of heads at which the calendar has something to do by now, earliest first; at most a hundred at a time. */
export const idsToWake = async (store: Store, now: Instant): Promise<string[]> => {
  const page = await queryIndex(store, { index: 'wake', pk: WAKE, upTo: `${now}#~`, limit: SWEEP });
  return page.keys.map((key) => idOfPk(key.pk));
};

/** Ids of heads that have owed something since before `since`. */
export const idsOwing = async (store: Store, since: Instant): Promise<string[]> => {
  const page = await queryIndex(store, { index: 'pending', pk: PENDING, upTo: `${since}#~`, limit: SWEEP });
  return page.keys.map((key) => idOfPk(key.pk));
};

/** The next instant at which the calendar touches any submission: how far a moved clock may jump at once. */
export const nextWake = async (store: Store): Promise<Instant | undefined> => {
  const page = await queryIndex(store, { index: 'wake', pk: WAKE, limit: 1 });
  return page.keys[0]?.wakeSk?.split('#')[0];
};

/** Every submission that the calendar knows, page by page: all that are not deleted. */
export async function* allIds(store: Store): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const page = await queryIndex(store, { index: 'wake', pk: WAKE, limit: SWEEP, cursor });
    for (const key of page.keys) yield idOfPk(key.pk);
    cursor = page.cursor;
  } while (cursor);
}
