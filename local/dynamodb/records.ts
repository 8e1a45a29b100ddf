import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBRecord } from 'aws-lambda';
import { itemSize, same } from './capacity.ts';
import type { Item, Table } from './dynalite.ts';
import type { Change } from './plan-write.ts';

export type RecordListener = (records: DynamoDBRecord[]) => Promise<void>;

/** The streams of all tables: one lane per item, as in AWS, where only an item's own records are in order. */
export interface Records {
  publish(changes: Change[]): void;
  listen(listener: RecordListener): void;
  /** Resolves when no record is waiting or being handled. */
  idle(): Promise<void>;
  /** Drops what waits and resolves when nothing is being handled any more. */
  stop(): Promise<void>;
}

const LANES_AT_ONCE = 10;
const RETRY_AFTER_MILLISECONDS = [20, 100, 500];

/** Records live in memory only: what a kill loses, the project's schedule drives again. */
export function openRecords(region: string): Records {
  const listeners: RecordListener[] = [];
  const waiting = new Map<string, DynamoDBRecord[]>();
  const busy = new Set<string>();
  let stopped = false;
  let onIdle: (() => void)[] = [];

  async function drain(lane: string) {
    busy.add(lane);
    const records = waiting.get(lane) ?? [];
    waiting.delete(lane);
    for (const listener of listeners) await deliver(listener, records);
    busy.delete(lane);
    next();
  }

  async function deliver(listener: RecordListener, records: DynamoDBRecord[]) {
    for (const pause of [...RETRY_AFTER_MILLISECONDS, undefined]) {
      try {
        return await listener(records);
      } catch (error) {
        if (stopped) return;
        if (pause !== undefined) await sleep(pause);
        else console.error(`A listener failed for good on ${records.length} stream record(s):`, error);
      }
    }
  }

  function next() {
    for (const lane of waiting.keys()) {
      if (busy.size >= LANES_AT_ONCE) break;
      if (!busy.has(lane)) void drain(lane);
    }
    if (busy.size > 0 || waiting.size > 0) return;
    for (const resolve of onIdle) resolve();
    onIdle = [];
  }

  const idle = () =>
    new Promise<void>((resolve) => {
      onIdle.push(resolve);
      next();
    });

  return {
    publish(changes) {
      if (listeners.length === 0 || stopped) return;
      for (const change of changes) {
        if (!change.table.StreamSpecification?.StreamEnabled || same(change.old, change.now)) continue;
        const lane = `${change.table.TableName}~${change.key}`;
        const records = waiting.get(lane) ?? [];
        records.push(recordOf(change, region));
        waiting.set(lane, records);
      }
      // Only after the write has been answered can a listener's own writes follow it.
      setImmediate(next);
    },
    listen: (listener) => void listeners.push(listener),
    idle,
    stop() {
      stopped = true;
      waiting.clear();
      return idle();
    },
  };
}

let sequence = BigInt(Date.now()) * 10n ** 9n;

/** A record in the shape in which AWS hands it to a Lambda function. */
function recordOf({ table, old, now }: Change, region: string): DynamoDBRecord {
  const view = table.StreamSpecification?.StreamViewType as 'KEYS_ONLY';
  const Keys = keysOf(table, now ?? old ?? {});
  const images = {
    ...(now && /^NEW/.test(view) ? { NewImage: now } : {}),
    ...(old && /OLD/.test(view) ? { OldImage: old } : {}),
  };
  sequence += 1n;
  return {
    eventID: randomBytes(16).toString('hex'),
    eventName: !old ? 'INSERT' : now ? 'MODIFY' : 'REMOVE',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(Date.now() / 1000),
      Keys,
      ...images,
      SequenceNumber: sequence.toString(),
      SizeBytes: [Keys, ...Object.values(images)].reduce((bytes, item) => bytes + itemSize(item), 0),
      StreamViewType: view,
    },
    eventSourceARN: table.LatestStreamArn,
  };
}

function keysOf(table: Table, item: Item): Item {
  const keys: Item = {};
  for (const { AttributeName: name } of table.KeySchema) {
    const value = item[name];
    if (value) keys[name] = value;
  }
  return keys;
}
