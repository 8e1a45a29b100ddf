import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import type { Head } from '../../domain/submission/head.ts';
import { readToken } from '../../functions/store/tokens.ts';
import type { Case, Deed } from './deeds.ts';
import type { Machine } from './machine.ts';
import type { Answer, Inside } from './running-case.ts';

type Item = { pk: string; sk: string; id?: unknown };

const itemsIn = async ({ store }: Inside, TableName: string): Promise<Item[]> => {
  const items: Item[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await store.db.send(new ScanCommand({ TableName, ExclusiveStartKey }));
    items.push(...((page.Items ?? []) as Item[]));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items;
};

/** Every item of a case, wherever it lies: by its kind. */
export const partsOf = async (inside: Inside, id: string): Promise<string[]> => {
  const items = await itemsIn(inside, inside.store.table);
  const keys = await itemsIn(inside, inside.store.keysTable);
  const mine = items.filter((item) => item.pk === `S#${id}` || item.id === id);
  return [
    ...mine.map(({ sk }) => sk.replace(/#.*/, '')),
    ...keys
      .filter(({ pk }) => pk === `S#${id}`)
      .map(({ sk }) => `key of ${sk.replace(/^[0-9a-f-]{36}$/, 'MSG')}`),
  ].sort();
};

/** What a request, its log entries and its messages leave in the tables, each once. */
const wholeParts = (head: Head, messages: number): string[] =>
  [
    'HEAD',
    'ANSWERS',
    'MAIL',
    'RECEIPT',
    'key of ANSWERS',
    'key of MAIL',
    ...Array.from({ length: head.log.n }, () => 'LOG'),
    ...Array.from({ length: messages }, () => ['MSG', 'key of MSG']).flat(),
  ].sort();

const withoutToken = (parts: string[]) => parts.filter((part) => part !== 'TOKEN');

const logOf = async (machine: Machine, id: string) => {
  const { body } = await machine.api.log('coordinator', id);
  expect(body.whole).toBe(true);
  return body.items.map(({ what }) => what);
};

/** After a restart, what was not answered is there as a whole, or not at all. */
export const expectUntouchedOrWhole = async (machine: Machine, deed: Deed, of: Case): Promise<void> => {
  const parts = withoutToken(await partsOf(machine.inside, of.id));
  const head = await machine.inside.head(of.id);
  if (!head) {
    expect(of.before && deed.at).toBeUndefined();
    expect(parts).toEqual([]);
    return;
  }
  if (deed.at === undefined) return;
  const log = (await logOf(machine, of.id)).slice(of.before?.log.n ?? 0);
  expect([[], deed.log]).toContainEqual(log);
  expect(parts).toEqual(wholeParts(head, log.filter((what) => what.startsWith('message')).length));
};

/** One execution lives, it waits at the head's step, and the token is its own; after an end none lives. */
export const expectDriven = async (inside: Inside, id: string): Promise<void> => {
  const head = await inside.head(id);
  const running = (await inside.executionsOf(id, head?.process)).filter(({ status }) => status === 'RUNNING');
  if (!head || head.endedAt) {
    expect(running).toEqual([]);
    return;
  }
  expect(running.map(({ run }) => run)).toEqual([head.run]);
  expect((await inside.pathOf(running[0]?.arn ?? '')).at(-1)).toBe(head.at);
  expect(await readToken(inside.store, id)).toMatchObject({ run: head.run, visit: head.visit });
};

/** The deed is done once and as a whole, nothing is owed any more, and the case is driven. */
export const expectDone = async (
  machine: Machine,
  deed: Deed,
  of: Case,
  repeat: Answer<unknown>,
): Promise<void> => {
  const { inside } = machine;
  const head = await inside.head(of.id);
  expect(head?.at).toBe(deed.at);
  await expectDriven(inside, of.id);
  if (!head) {
    expect(await partsOf(inside, of.id)).toEqual([]);
    return;
  }
  expect(head.owed).toEqual({});
  expect(head.pendingSince).toBeUndefined();
  const log = await logOf(machine, of.id);
  expect(log.slice(of.before?.log.n ?? 0)).toEqual(deed.log);
  const messages = log.filter((what) => what.startsWith('message')).length;
  expect(withoutToken(await partsOf(inside, of.id))).toEqual(wholeParts(head, messages));
  const code = of.code || (repeat.body as { receipt: string }).receipt;
  expect((await machine.api.mailbox(code)).status).toBe(200);
};

/** The next thing that somebody can do in each step. */
const next: Record<string, { action: string; assignTo?: string; outcome?: 'advised' }> = {
  accept: { action: 'accept' },
  reassign: { action: 'assign', assignTo: 'social-worker-3' },
  contact: { action: 'reached' },
  advise: { action: 'close', outcome: 'advised' },
};

/** The step that waits can be decided, the execution follows, and the family can withdraw: so ends the case. */
export const goOn = async (machine: Machine, of: Case, repeat: Answer<unknown>): Promise<void> => {
  const head = await machine.inside.head(of.id);
  const decision = next[head?.at ?? ''];
  if (!head || !decision) return;
  const user = head.responsible ?? 'coordinator';
  const { at: step, version } = head;
  expect((await machine.api.decide(user, of.id, { step, version, ...decision })).status).toBe(200);
  await machine.idle();
  await expectDriven(machine.inside, of.id);
  const code = of.code || (repeat.body as { receipt: string }).receipt;
  expect((await machine.api.withdraw(code)).status).toBe(200);
  await machine.idle();
  await expectDriven(machine.inside, of.id);
};
