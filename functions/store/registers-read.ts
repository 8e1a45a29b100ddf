import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { NoticeTexts } from '../../domain/notice/notice-texts.ts';
import { assignment } from '../../domain/people/assignment.ts';
import { deputyship, type Person, person } from '../../domain/people/person.ts';
import { type County, county } from '../../domain/places/county.ts';
import { kita, municipality, provider, provision } from '../../domain/places/place.ts';
import type { Store } from './client.ts';
import { countyKey, noticesKey, personKey, type RegisterName, registerPk, subjectKey } from './keys.ts';

const shapes = {
  municipalities: municipality,
  providers: provider,
  kitas: kita,
  provisions: provision,
  people: person,
  assignments: assignment,
  deputyships: deputyship,
} as const satisfies Record<RegisterName, z.ZodMiniType>;

export type Entry<R extends RegisterName> = z.infer<(typeof shapes)[R]>;

const withoutKeys = ({ pk: _pk, sk: _sk, ...item }: Record<string, unknown>) => item;

/**
 * A register's entries, or those whose sort key begins with `prefix`. A county's registers have tens to hundreds of
 * entries: one query reads one whole.
 */
export const readRegister = async <R extends RegisterName>(
  store: Store,
  name: R,
  prefix = '',
): Promise<Entry<R>[]> => {
  const entries: Entry<R>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await store.db.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': registerPk(name), ...(prefix && { ':prefix': prefix }) },
        // Who may see and decide depends on them: a deputyship that ended must not be found once more.
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    for (const item of page.Items ?? []) entries.push(shapes[name].parse(withoutKeys(item)) as Entry<R>);
    from = page.LastEvaluatedKey;
  } while (from);
  return entries;
};

/** Who somebody is, fresh from the register: what a token says of roles does not count. */
export const readPerson = async (store: Store, id: string): Promise<Person | undefined> => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: personKey(id), ConsistentRead: true }),
  );
  return Item && person.parse(withoutKeys(Item));
};

export const readPersonBySubject = async (store: Store, issuer: string, subject: string) => {
  const { Item } = await store.db.send(
    new GetCommand({ TableName: store.table, Key: subjectKey(issuer, subject), ConsistentRead: true }),
  );
  return typeof Item?.person === 'string' ? readPerson(store, Item.person) : undefined;
};

/** The county was never imported: nothing can work before it is. */
export class CountyMissingError extends Error {
  override name = 'CountyMissingError';
}

export const readCounty = async (store: Store): Promise<County> => {
  const { Item } = await store.db.send(new GetCommand({ TableName: store.table, Key: countyKey }));
  if (!Item) throw new CountyMissingError('no county has been imported into this table');
  return county.parse(Item.county);
};

/** A county's own texts of notices; none where it was imported without. */
export const readNoticeTexts = async (store: Store): Promise<NoticeTexts> => {
  const { Item } = await store.db.send(new GetCommand({ TableName: store.table, Key: noticesKey }));
  return z.record(z.string(), z.string()).parse(Item?.texts ?? {}) as NoticeTexts;
};
