import { createHash } from 'node:crypto';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { canonicalText } from '../../domain/submission/canonical.ts';
import type { Head } from '../../domain/submission/head.ts';
import { type LogEntry, logEntry } from '../../domain/submission/log.ts';
import type { Store } from './client.ts';
import type { HeadChange } from './heads.ts';
import { logKey, submissionPk } from './keys.ts';
import type { Write } from './transact.ts';

export type LogEvent = Omit<LogEntry, 'n' | 'previous' | 'hash'>;

const hashOf = (submission: string, entry: Omit<LogEntry, 'hash'>) =>
  createHash('sha256')
    .update(canonicalText({ submission, ...entry }))
    .digest('hex');

/** Appends to a submission's chain: the head with its new tip, and the entry to write together with it. */
export const logged = <H extends Head>(
  store: Store,
  of: H,
  ...events: LogEvent[]
): Required<HeadChange<H>> => {
  let head = of;
  const writes: Write[] = [];
  for (const event of events) {
    const entry = { ...event, n: head.log.n + 1, previous: head.log.hash };
    const hash = hashOf(of.id, entry);
    head = { ...head, log: { n: entry.n, hash } };
    writes.push({
      Put: {
        TableName: store.table,
        Item: { ...logKey(of.id, entry.n), ...logEntry.parse({ ...entry, hash }) },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    });
  }
  return { head, with: writes };
};

/** A submission's log, oldest first, and whether its chain is whole up to the head's tip. */
export const readLog = async (store: Store, of: Head): Promise<{ entries: LogEntry[]; whole: boolean }> => {
  const entries: LogEntry[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await store.db.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :log)',
        ExpressionAttributeValues: { ':pk': submissionPk(of.id), ':log': 'LOG#' },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    for (const { pk, sk, ...item } of page.Items ?? []) entries.push(logEntry.parse(item));
    from = page.LastEvaluatedKey;
  } while (from);
  let previous = '';
  const whole = entries.every((entry, index) => {
    const { hash, ...rest } = entry;
    const fits = entry.n === index + 1 && entry.previous === previous && hash === hashOf(of.id, rest);
    previous = hash;
    return fits;
  });
  // The head holds the tip as it was read before: entries may have come since, none may be gone or another.
  const tip = of.log.n === 0 ? '' : entries[of.log.n - 1]?.hash;
  return { entries, whole: whole && tip === of.log.hash };
};
