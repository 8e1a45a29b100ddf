import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type Correction, correction } from '../../domain/budget/correction.ts';
import type { Store } from './client.ts';
import { CursorError, type Page } from './head-lists.ts';
import { CORRECTION, correctionKey } from './keys.ts';
import type { Write } from './transact.ts';

const parse = ({ pk: _pk, sk: _sk, ...item }: Record<string, unknown>): Correction => correction.parse(item);

const itemOf = (year: number, one: Correction) => ({
  ...correctionKey(year, one.id),
  ...correction.parse(one),
});

/** Keeps a proposal, if there is none under its id. */
export const putProposal = (store: Store, year: number, one: Correction): Write => ({
  Put: {
    TableName: store.table,
    Item: itemOf(year, one),
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

/** Keeps what was answered to a proposal, if nobody has answered it yet. */
export const putAnswered = (store: Store, year: number, one: Correction): Write => ({
  Put: {
    TableName: store.table,
    Item: itemOf(year, one),
    ConditionExpression: '#state = :open',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':open': 'open' },
  },
});

export const readCorrection = async (
  store: Store,
  year: number,
  id: string,
): Promise<Correction | undefined> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: correctionKey(year, id), ConsistentRead: true }),
  );
  return Item && parse(Item);
};

const PAGE = 50;

/** A page of a year's corrections, proposed last first; the cursor is the id shown last. */
export const listCorrections = async (
  store: Store,
  year: number,
  cursor?: string,
): Promise<Page<Correction>> => {
  if (cursor && !/^[0-9a-f-]{36}$/.test(cursor))
    throw new CursorError('the cursor does not belong to this list');
  const { pk, sk } = correctionKey(year, cursor ?? '~');
  const { Items = [] } = await store.db.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :before',
      ExpressionAttributeValues: { ':pk': pk, ':first': CORRECTION, ':before': sk },
      Limit: PAGE + 2,
      ScanIndexForward: false,
      ConsistentRead: true,
    }),
  );
  // BETWEEN is the only condition with two ends, and it includes the one that was shown last.
  const after = Items.map(parse).filter(({ id }) => id !== cursor);
  const shown = after.slice(0, PAGE);
  const last = shown.at(-1);
  return { items: shown, ...(after.length > PAGE && last && { cursor: last.id }) };
};
