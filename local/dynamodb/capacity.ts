import type { AttributeValue } from 'aws-lambda';
import type { Index, Item, Json, Table } from './dynalite.ts';
import type { Change } from './plan-write.ts';

/** Capacity units of one table, as DynamoDB tells them with `ReturnConsumedCapacity: 'INDEXES'`. */
export interface Capacity {
  TableName: string;
  CapacityUnits: number;
  ReadCapacityUnits?: number;
  WriteCapacityUnits?: number;
  Table: { CapacityUnits: number };
  GlobalSecondaryIndexes?: Record<string, { CapacityUnits: number }>;
  LocalSecondaryIndexes?: Record<string, { CapacityUnits: number }>;
}

/**
 * Bytes of an item: names and strings in UTF-8, about half a byte per digit of a number, 3 bytes per list or map and
 * 1 per entry. Source: DynamoDB Developer Guide, "DynamoDB item sizes and formats".
 */
export function itemSize(item: Item): number {
  let bytes = 0;
  for (const [name, value] of Object.entries(item)) bytes += Buffer.byteLength(name) + valueSize(value);
  return bytes;
}

function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return numberSize(value.N);
  if (value.B !== undefined) return Buffer.byteLength(value.B, 'base64');
  if (value.M) return 3 + Object.keys(value.M).length + itemSize(value.M);
  if (value.L) return 3 + sum(value.L, (entry) => 1 + valueSize(entry));
  if (value.SS) return sum(value.SS, (entry) => Buffer.byteLength(entry));
  if (value.NS) return sum(value.NS, numberSize);
  if (value.BS) return sum(value.BS, (entry) => Buffer.byteLength(entry, 'base64'));
  return 1;
}

function numberSize(number: string): number {
  const digits = number
    .replace(/^-/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;
  return 1 + Math.ceil(digits / 2) + (number.startsWith('-') ? 1 : 0);
}

function sum<T>(values: T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}

const writeUnits = (bytes: number) => Math.max(1, Math.ceil(bytes / 1024));

/** Units of a read of so many bytes: 4 kB each, half of one for an eventually consistent read. */
export function readUnits(bytes: number, consistent: boolean): number {
  return Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);
}

/**
 * Units of writes, one entry per table. An item costs 1 per kB of the larger of old and new, twice that in a
 * transaction. An index costs nothing when its entry stays as it is, 1 per kB when an entry comes, goes or changes,
 * and both when its key changes. Source: Developer Guide, "Read and write capacity mode", "Global secondary indexes".
 */
export function writeCapacity(changes: Change[], perItem: 1 | 2): Capacity[] {
  const capacities = new Map<string, Capacity>();
  for (const { table, old, now } of changes) {
    const capacity = capacityOf(capacities, table.TableName);
    addTo(capacity, capacity.Table, perItem * writeUnits(Math.max(sizeOf(old), sizeOf(now))));
    for (const kind of ['GlobalSecondaryIndexes', 'LocalSecondaryIndexes'] as const) {
      for (const index of table[kind] ?? []) {
        const units = indexUnits(table, index, old, now);
        if (units === 0) continue;
        const counters = capacity[kind] ?? {};
        const counter = counters[index.IndexName] ?? { CapacityUnits: 0 };
        addTo(capacity, counter, units);
        capacity[kind] = { ...counters, [index.IndexName]: counter };
      }
    }
  }
  return [...capacities.values()];
}

/** Adds units to the entry of a table, which is made when it is not there yet. */
export function addUnits(capacities: Map<string, Capacity>, table: string, units: number): void {
  const capacity = capacityOf(capacities, table);
  addTo(capacity, capacity.Table, units);
}

function capacityOf(capacities: Map<string, Capacity>, table: string): Capacity {
  const known = capacities.get(table);
  if (known) return known;
  const fresh = { TableName: table, CapacityUnits: 0, Table: { CapacityUnits: 0 } };
  capacities.set(table, fresh);
  return fresh;
}

function addTo(capacity: Capacity, counter: { CapacityUnits: number }, units: number): void {
  counter.CapacityUnits += units;
  capacity.CapacityUnits += units;
}

const sizeOf = (item: Item | undefined) => (item ? itemSize(item) : 0);

function indexUnits(table: Table, index: Index, old: Item | undefined, now: Item | undefined): number {
  const before = entryOf(table, index, old);
  const after = entryOf(table, index, now);
  if (same(before, after)) return 0;
  if (!before || !after) return writeUnits(sizeOf(before ?? after));
  const moved = index.KeySchema.some(({ AttributeName: name }) => !same(before[name], after[name]));
  const [sizeBefore, sizeAfter] = [itemSize(before), itemSize(after)];
  return moved ? writeUnits(sizeBefore) + writeUnits(sizeAfter) : writeUnits(Math.max(sizeBefore, sizeAfter));
}

/** What an index holds of an item; undefined when the item lacks one of the index's keys. */
function entryOf(table: Table, index: Index, item: Item | undefined): Item | undefined {
  const keys = index.KeySchema.map((key) => key.AttributeName);
  if (!item || keys.some((key) => item[key] === undefined)) return undefined;
  if (index.Projection.ProjectionType === 'ALL') return item;
  const names = [
    ...keys,
    ...table.KeySchema.map((key) => key.AttributeName),
    ...(index.Projection.NonKeyAttributes ?? []),
  ];
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
}

/** Whether two values are the same to DynamoDB: maps have no order, and neither have sets. */
export function same(one: unknown, other: unknown, unordered = false): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) return false;
    if (unordered) return one.every((entry) => other.includes(entry));
    return one.every((entry, at) => same(entry, other[at]));
  }
  const [a, b] = [one as Json, other as Json];
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => name in b && same(a[name], b[name], name !== 'L'))
  );
}
