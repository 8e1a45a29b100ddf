import { mkdir } from 'node:fs/promises';
import {
  AnswerError,
  type Callback,
  engine,
  type Item,
  type Level,
  MAX_ITEM_BYTES,
  type Operation,
  type Table,
} from './dynalite.ts';

/** The files of one database, and the one door through which every write goes. */
export interface Disk {
  level: Level;
  region: string;
  accountId: string;
  /** The table as DescribeTable tells it; throws ResourceNotFoundException. */
  table(name: string): Table;
  item(table: string, key: string): Item | undefined;
  /** Writes all or nothing, also when the process is killed: one record in LevelDB's own write-ahead log. */
  commit(operations: Operation[]): Promise<void>;
  /** Runs one piece of work at a time: what it read still holds when it writes. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  forgetTable(name: string): void;
}

export const itemPrefix = (table: string) => `item-${table}~`;
export const indexPrefix = (kind: string, table: string, index: string) =>
  `index-${kind.toLowerCase()}~${table}~${index}~`;
export const tablePrefix = 'table~';
/** Everything that begins with the prefix. */
export const under = (prefix: string) => ({ gte: prefix, lt: `${prefix}\xFF` });

/** Opens or creates the database in `dir`. One process at a time; a second one is refused. */
export async function openDisk(dir: string): Promise<Disk> {
  await mkdir(dir, { recursive: true });
  const { db: level, tableDb } = engine.create({ path: dir });
  await level.open().catch((cause: unknown) => {
    throw new Error(`Cannot open the database in ${dir}: does another process use it?`, { cause });
  });
  const tables = new Map<string, Table>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    level,
    region: tableDb.awsRegion,
    accountId: tableDb.awsAccountId,
    table(name) {
      const table = tables.get(name) ?? (level.getSync(tablePrefix + name) as Table | undefined);
      if (table?.TableStatus !== 'ACTIVE') throw noSuchTable(name);
      tables.set(name, table);
      return table;
    },
    item: (table, key) => level.getSync(itemPrefix(table) + key) as Item | undefined,
    commit: (operations) => level.batch(operations),
    alone(work) {
      const run = last.then(work);
      last = run.catch(() => undefined);
      return run;
    },
    forgetTable: (name) => void tables.delete(name),
  };
}

/** What dynalite's actions expect of a store, as far as reads and writes have it in common. */
export function storeOver(disk: Disk) {
  return {
    options: { maxItemSize: MAX_ITEM_BYTES },
    getTable(name: string, checkOrCallback: boolean | Callback<Table>, callback?: Callback<Table>) {
      const answer = typeof checkOrCallback === 'function' ? checkOrCallback : callback;
      let table: Table;
      try {
        table = disk.table(name);
      } catch (error) {
        return answer?.(error);
      }
      return answer?.(null, table);
    },
  };
}

function noSuchTable(name: string): AnswerError {
  return new AnswerError(
    'ResourceNotFoundException',
    `Requested resource not found: Table: ${name} not found`,
  );
}
