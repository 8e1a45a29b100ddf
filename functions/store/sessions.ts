import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Agenda, agenda } from '../../domain/forms/committee-session/agenda.ts';
import { type SessionRecord, sessionRecord } from '../../domain/forms/committee-session/resolution.ts';
import type { Store } from './client.ts';
import { agendaKey, headKey, recordKey } from './keys.ts';
import { HEAD } from './table.ts';
import type { Write } from './transact.ts';

/** What a session was convened with the n-th time: never changed. */
export const putAgenda = (store: Store, id: string, n: number, one: Agenda): Write => ({
  Put: {
    TableName: store.table,
    Item: { ...agendaKey(id, n), agenda: agenda.parse(one) },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** What was resolved: recorded once. */
export const putRecord = (store: Store, id: string, one: SessionRecord): Write => ({
  Put: {
    TableName: store.table,
    Item: { ...recordKey(id), record: sessionRecord.parse(one) },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

const read = async (store: Store, Key: { pk: string; sk: string }) =>
  (await store.db.send(new GetCommand({ TableName: store.table, Key, ConsistentRead: true }))).Item;

/** @param n counts from 1; 0 was never convened */
export const readAgenda = async (store: Store, id: string, n: number): Promise<Agenda | undefined> => {
  const item = n > 0 ? await read(store, agendaKey(id, n)) : undefined;
  return item && agenda.parse(item.agenda);
};

export const readRecord = async (store: Store, id: string): Promise<SessionRecord | undefined> => {
  const item = await read(store, recordKey(id));
  return item && sessionRecord.parse(item.record);
};

/** Part of a transaction: the case lies with this session at the moment of the write. */
export const liesInSession = (store: Store, id: string, session: string): Write => ({
  ConditionCheck: {
    TableName: store.table,
    Key: headKey(id),
    ConditionExpression: '#about.#session = :session',
    ExpressionAttributeNames: { '#about': 'about', '#session': 'session' },
    ExpressionAttributeValues: { ':session': session },
  },
});

/** Whether it was a case's own head that refused a transaction: somebody wrote it, or it has left the session. */
export const isCaseWrite = ({ Put, ConditionCheck }: Write): boolean =>
  Put?.Item?.sk === HEAD || ConditionCheck?.Key?.sk === HEAD;
