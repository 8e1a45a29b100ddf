import { BatchGetCommand, type BatchGetCommandOutput, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Effect } from '../../domain/budget/effect.ts';
import { type Entry, entry } from '../../domain/budget/entry.ts';
import { emptyFrame, type Frame } from '../../domain/budget/frame.ts';
import type { Store } from './client.ts';
import { parseFrame } from './frame-item.ts';
import { CursorError, type Page } from './head-lists.ts';
import { ENTRY, entryKey, frameKey } from './keys.ts';
import type { Write } from './transact.ts';
import { type FrameRules, updateFrame } from './update-frame.ts';

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
  rules: FrameRules,
): Write[] => [updateFrame(store, year, effect, rules), ...entries.map((one) => putEntry(store, year, one))];

/** Part of a transaction that moves nothing yet: the year takes entries still. */
export const isOpenYear = (store: Store, year: number): Write => ({
  ConditionCheck: {
    TableName: store.table,
    Key: frameKey(year),
    ConditionExpression: '#state <> :closed',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':closed': 'closed' },
  },
});

/** Whether it was a closed year that refused a transaction that moves nothing. */
export const isYearCheck = ({ ConditionCheck }: Write): boolean => ConditionCheck?.Key?.sk === frameKey(0).sk;

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

/** The years that an application can be for; nobody keeps a list of those that have a frame. */
const YEARS = Array.from({ length: 80 }, (_, n) => 2021 + n);

/** The frames of all years that still take entries: one look at eighty keys, most of which name nothing. */
export const readOpenFrames = async (store: Store): Promise<Frame[]> => {
  const frames: Frame[] = [];
  let keys: Record<string, unknown>[] | undefined = YEARS.map(frameKey);
  while (keys?.length) {
    const answer: BatchGetCommandOutput = await store.db.send(
      new BatchGetCommand({ RequestItems: { [store.table]: { Keys: keys } } }),
    );
    frames.push(...(answer.Responses?.[store.table] ?? []).map(parseFrame));
    keys = answer.UnprocessedKeys?.[store.table]?.Keys;
  }
  return frames.filter(({ state }) => state !== 'closed').sort((a, b) => a.year - b.year);
};

/** All entries of a year, oldest first. */
export const readEntries = async (store: Store, year: number): Promise<Entry[]> => {
  const entries: Entry[] = [];
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
    for (const { pk: _pk, sk: _sk, ...item } of page.Items ?? []) entries.push(entry.parse(item));
    from = page.LastEvaluatedKey;
  } while (from);
  return entries;
};

const PAGE = 50;
/** So many entries are looked at in one query when only some are wanted, and so many queries a page may take. */
const AT_ONCE = 1_000;
const QUERIES = 5;

/** Which entries of a year: those of an account on either side, a purpose, a provider, an application. */
export interface WantedEntries {
  account?: string | undefined;
  purpose?: string | undefined;
  provider?: string | undefined;
  submission?: string | undefined;
}

/** As a filter: what is not wanted is read, but neither sent nor parsed. */
const filterOf = ({ account, purpose, provider, submission }: WantedEntries) => {
  const fields = Object.entries({ purpose, provider, submission }).filter(([, value]) => value);
  const parts = [
    ...(account ? ['(#from = :account OR #to = :account)'] : []),
    ...fields.map(([name]) => `#${name} = :${name}`),
  ];
  if (parts.length === 0) return undefined;
  return {
    FilterExpression: parts.join(' AND '),
    ExpressionAttributeNames: {
      ...(account && { '#from': 'from', '#to': 'to' }),
      ...Object.fromEntries(fields.map(([name]) => [`#${name}`, name])),
    },
    values: {
      ...(account && { ':account': account }),
      ...Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
    },
  };
};

/**
 * A page of a year's entries, newest first; the cursor is the sort key looked at last. Of those that are wanted a page may hold fewer
 * than it could.
 */
export const listEntries = async (
  store: Store,
  year: number,
  { cursor, ...wanted }: WantedEntries & { cursor?: string | undefined } = {},
): Promise<Page<Entry>> => {
  let before = cursor ? Buffer.from(cursor, 'base64url').toString() : `${ENTRY}~`;
  if (!/^ENTRY#[!-~]{1,200}$/.test(before)) throw new CursorError('the cursor does not belong to this list');
  const { values, ...filter } = filterOf(wanted) ?? {};
  const found: Record<string, unknown>[] = [];
  let isMore = true;
  for (let queries = 0; isMore && found.length <= PAGE && queries < (values ? QUERIES : 1); queries += 1) {
    const { Items = [], LastEvaluatedKey } = await store.db.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :before',
        ...filter,
        ExpressionAttributeValues: {
          ':pk': frameKey(year).pk,
          ':first': ENTRY,
          ':before': before,
          ...values,
        },
        Limit: values ? AT_ONCE : PAGE + 2,
        ScanIndexForward: false,
      }),
    );
    // BETWEEN is the only condition with two ends, and it includes the one that was looked at last.
    const seen = before;
    found.push(...Items.filter(({ sk }) => sk !== seen));
    isMore = LastEvaluatedKey !== undefined;
    before = String(LastEvaluatedKey?.sk ?? before);
  }
  const shown = found.slice(0, PAGE);
  const last = found.length > PAGE ? String(shown.at(-1)?.sk) : before;
  return {
    items: shown.map(({ pk: _pk, sk: _sk, ...item }) => entry.parse(item)),
    ...((found.length > PAGE || isMore) && { cursor: Buffer.from(last).toString('base64url') }),
  };
};
