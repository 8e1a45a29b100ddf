import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type BudgetPolicy, type Effect, statesFor } from '../../domain/budget/effect.ts';
import { type Entry, entry } from '../../domain/budget/entry.ts';
import { emptyFrame, type Frame } from '../../domain/budget/frame.ts';
import type { Store } from './client.ts';
import { needsOf, numbersOf, parseFrame } from './frame-item.ts';
import { CursorError, type Page } from './head-lists.ts';
import { ENTRY, entryKey, frameKey } from './keys.ts';
import type { Write } from './transact.ts';

/** What the treasurer's act sets beside the sums, and the version that it was made from. */
export interface FrameSet {
  state: Frame['state'];
  from: number;
}

const placeholders = (prefix: string, pairs: readonly [string, unknown][]) =>
  Object.fromEntries(pairs.map(([, value], n) => [`:${prefix}${n}`, value]));

const allNames = (...pairs: readonly (readonly [string, unknown])[][]) =>
  Object.fromEntries(pairs.flat().map(([name]) => [`#${name}`, name]));

/**
 * The change of a year's frame: what is added to its sums, under the condition that it has what the effect needs and
 * takes such a write. No reading comes before it: whoever is too late fails by the condition alone, however many write.
 */
const updateFrame = (
  store: Store,
  year: number,
  effect: Effect,
  { policy, set }: { policy: BudgetPolicy; set?: FrameSet | undefined },
): Write => {
  const adds = numbersOf(effect).filter(([, n]) => n !== 0);
  const needs = needsOf(effect);
  const states = statesFor(effect, policy).map((state, n): [string, string] => [`state${n}`, state]);
  const conditions = [
    ...needs.map(([name], n) => `#${name} >= :need${n}`),
    `(attribute_not_exists(pk) OR #state IN (${states.map((_, n) => `:state${n}`).join(', ')}))`,
    ...(set ? [set.from === 0 ? '(attribute_not_exists(pk) OR #version = :from)' : '#version = :from'] : []),
  ];
  const sets = [
    '#year = :year',
    `#state = ${set ? ':set' : 'if_not_exists(#state, :provisional)'}`,
    `#version = ${set ? ':next' : 'if_not_exists(#version, :zero)'}`,
  ];
  return {
    Update: {
      TableName: store.table,
      Key: frameKey(year),
      UpdateExpression: `SET ${sets.join(', ')}${adds.length > 0 ? ` ADD ${adds.map(([name], n) => `#${name} :add${n}`).join(', ')}` : ''}`,
      ConditionExpression: conditions.join(' AND '),
      ExpressionAttributeNames: {
        ...allNames(adds, needs),
        '#year': 'year',
        '#state': 'state',
        '#version': 'version',
      },
      ExpressionAttributeValues: {
        ...placeholders('add', adds),
        ...placeholders('need', needs),
        ...placeholders('state', states),
        ':year': year,
        ...(set
          ? { ':set': set.state, ':next': set.from + 1, ':from': set.from }
          : { ':provisional': 'provisional', ':zero': 0 }),
      },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
};

const putEntry = (store: Store, year: number, one: Entry): Write => ({
  Put: {
    TableName: store.table,
    Item: { ...entryKey(year, one), ...entry.parse(one) },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** The frame's change and the entries that say why, to be written in one transaction with what causes them. */
export const ledgerWrites = (
  store: Store,
  year: number,
  { effect, entries }: { effect: Effect; entries: readonly Entry[] },
  rules: { policy: BudgetPolicy; set?: FrameSet | undefined },
): Write[] => [updateFrame(store, year, effect, rules), ...entries.map((one) => putEntry(store, year, one))];

/** Whether it was the frame that refused a transaction. */
export const isFrameWrite = ({ Update }: Write): boolean => Update?.Key?.sk === frameKey(0).sk;

/** The frame as it stands in a refused write. */
export const refusingFrame = (year: number, item: Record<string, unknown> | undefined): Frame =>
  item ? parseFrame(item) : emptyFrame(year);

export const readFrame = async (store: Store, year: number): Promise<Frame> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: frameKey(year), ConsistentRead: true }),
  );
  return Item ? parseFrame(Item) : emptyFrame(year);
};

/** All entries of a year, oldest first. */
export async function* readEntries(store: Store, year: number): AsyncGenerator<Entry> {
  let from: Record<string, unknown> | undefined;
  do {
    const page = await store.db.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :entry)',
        ExpressionAttributeValues: { ':pk': frameKey(year).pk, ':entry': ENTRY },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    for (const { pk: _pk, sk: _sk, ...item } of page.Items ?? []) yield entry.parse(item);
    from = page.LastEvaluatedKey;
  } while (from);
}

const PAGE = 50;

/** A page of a year's entries, newest first; the cursor is the sort key shown last. */
export const listEntries = async (store: Store, year: number, cursor?: string): Promise<Page<Entry>> => {
  const before = cursor ? Buffer.from(cursor, 'base64url').toString() : `${ENTRY}~`;
  if (!/^ENTRY#[!-~]{1,200}$/.test(before)) throw new CursorError('the cursor does not belong to this list');
  const { Items = [] } = await store.db.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :before',
      ExpressionAttributeValues: { ':pk': frameKey(year).pk, ':first': ENTRY, ':before': before },
      Limit: PAGE + 2,
      ScanIndexForward: false,
    }),
  );
  // BETWEEN is the only condition with two ends, and it includes the one that was shown last.
  const after = Items.filter(({ sk }) => sk !== before);
  const shown = after.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    items: shown.map(({ pk: _pk, sk: _sk, ...item }) => entry.parse(item)),
    ...(after.length > PAGE && last && { cursor: Buffer.from(String(last.sk)).toString('base64url') }),
  };
};
