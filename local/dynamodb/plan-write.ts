import { itemSize } from './capacity.ts';
import { type Disk, indexPrefix, itemPrefix, storeOver } from './disk.ts';
import {
  type AnswerError,
  act,
  type Callback,
  engine,
  type Item,
  isAnswerError,
  type Json,
  MAX_ITEM_BYTES,
  type Operation,
  type Table,
} from './dynalite.ts';

/** One item before and after a write. Both undefined: nothing was there and nothing is. */
export interface Change {
  table: Table;
  /** The item's key in the files; with the table it tells items apart. */
  key: string;
  old: Item | undefined;
  now: Item | undefined;
}

export interface Plan {
  changes: Change[];
  operations: Operation[];
  /** The answer to a single write. */
  answer: Json;
  /** Why nothing may be written; the changes then show what was found. */
  failure?: AnswerError;
}

/**
 * Says what a validated write would do, without doing it: dynalite's own action runs over a store that reads from the
 * disk and takes notes instead of writing. So conditions and updates have one engine, and an item goes to disk
 * together with its index entries.
 *
 * @throws AnswerError ResourceNotFoundException; other refusals are in `failure`.
 */
export async function planWrite(disk: Disk, operation: string, data: Json): Promise<Plan> {
  const changes: Change[] = [];
  const operations: Operation[] = [];
  if (typeof data.TableName === 'string') disk.table(data.TableName);
  try {
    const answer = await act(operation, notingStore(disk, changes, operations), data);
    for (const change of changes) refuseUnfit(change);
    return { changes, operations, answer };
  } catch (failure) {
    if (!isAnswerError(failure)) throw failure;
    return { changes, operations: [], answer: {}, failure };
  }
}

function notingStore(disk: Disk, changes: Change[], operations: Operation[]) {
  // dynalite changes the indexes of an item while it holds the item's lock, and here one item after the other.
  let current: Change | undefined;
  const store = storeOver(disk);
  const note = (operation: Operation, callback: Callback) => {
    operations.push(operation);
    callback(null);
  };
  return {
    ...store,
    getItemDb: (name: string) => ({
      lock(key: string, locked: (release: <T>(callback: T) => T) => void) {
        current = { table: disk.table(name), key, old: undefined, now: undefined };
        changes.push(current);
        locked((callback) => callback);
      },
      get(key: string, callback: Callback<Item>) {
        const old = disk.item(name, key);
        if (current) Object.assign(current, { old, now: old });
        callback(null, old);
      },
      put(key: string, value: Item, callback: Callback) {
        if (current) current.now = value;
        note({ type: 'put', key: itemPrefix(name) + key, value }, callback);
      },
      del(key: string, callback: Callback) {
        if (current) current.now = undefined;
        note({ type: 'del', key: itemPrefix(name) + key }, callback);
      },
    }),
    getIndexDb(kind: string, table: string, index: string) {
      // dynalite tells items with one index key apart by 24 bits of a hash; the item's whole key follows here.
      const place = (key: string) => `${indexPrefix(kind, table, index)}${key}/${current?.key}`;
      return {
        put: (key: string, value: Item, callback: Callback) =>
          note({ type: 'put', key: place(key), value }, callback),
        del: (key: string, callback: Callback) => note({ type: 'del', key: place(key) }, callback),
      };
    },
  };
}

/** What DynamoDB refuses and dynalite lets through: items too large in UTF-8, empty strings as an index key. */
function refuseUnfit({ table, now }: Change): void {
  if (!now) return;
  if (itemSize(now) > MAX_ITEM_BYTES) {
    throw engine.validationError('Item size has exceeded the maximum allowed size');
  }
  for (const index of [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])]) {
    for (const { AttributeName: name } of index.KeySchema) {
      if (now[name]?.S !== '' && now[name]?.B !== '') continue;
      throw engine.validationError(
        'One or more parameter values are not valid. A value specified for a secondary index key is not supported. ' +
          `The AttributeValue for a key attribute cannot contain an empty string value. IndexName: ${index.IndexName}, IndexKey: ${name}`,
      );
    }
  }
}
