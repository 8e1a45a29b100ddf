import Stream from 'node:stream';
import { addUnits, type Capacity, itemSize, readUnits } from './capacity.ts';
import { type Disk, indexPrefix, itemPrefix, storeOver, under } from './disk.ts';
import { act, type Callback, engine, type Item, type Json, type Range, validate } from './dynalite.ts';
import type { Outcome, Surroundings } from './operations.ts';

/** What a read has touched, so that it can be charged in the right sizes. */
interface Touched {
  items: { table: string; bytes: number }[];
  streamed: number[];
}

export async function getItem({ disk }: Surroundings, request: Json): Promise<Outcome> {
  const data = validate('GetItem', request);
  const { answer, touched } = await read(disk, 'GetItem', data);
  return { answer, capacity: itemCapacity(touched, () => (data.ConsistentRead ? 1 : 0.5))[0] };
}

export async function batchGetItem({ disk }: Surroundings, request: Json): Promise<Outcome> {
  const data = validate('BatchGetItem', request);
  const tables = data.RequestItems as Record<string, { ConsistentRead?: boolean }>;
  const { answer, touched } = await read(disk, 'BatchGetItem', data);
  const capacity = itemCapacity(touched, (table) => (tables[table]?.ConsistentRead ? 1 : 0.5));
  return { answer, capacity };
}

const MAX_ITEMS = 100;

/** TransactGetItems: all items from one state, because no write runs meanwhile. Each costs two consistent reads. */
export async function transactGetItems({ disk }: Surroundings, request: Json): Promise<Outcome> {
  const items = request.TransactItems as { Get?: Json }[] | undefined;
  if (!Array.isArray(items) || items.length < 1 || items.length > MAX_ITEMS) {
    throw engine.validationError(`'transactItems' must have 1 to ${MAX_ITEMS} members`);
  }
  const gets = items.map(({ Get }) => validate('GetItem', Get ?? {}));
  return disk.alone(async () => {
    const keys = gets.map((get) => JSON.stringify([get.TableName, Object.entries(get.Key as Item).sort()]));
    if (new Set(keys).size < keys.length) {
      throw engine.validationError('Transaction request cannot include multiple operations on one item');
    }
    const reads = [];
    for (const get of gets) reads.push(await read(disk, 'GetItem', get));
    const touched = { items: reads.flatMap((one) => one.touched.items), streamed: [] };
    const capacity = itemCapacity(touched, () => 2).map((one) => ({
      ...one,
      ReadCapacityUnits: one.CapacityUnits,
    }));
    return { answer: { Responses: reads.map(({ answer }) => answer) }, capacity };
  });
}

export const query = (surroundings: Surroundings, request: Json) => readMany(surroundings, 'Query', request);
export const scan = (surroundings: Surroundings, request: Json) => readMany(surroundings, 'Scan', request);

async function readMany({ disk }: Surroundings, operation: string, request: Json): Promise<Outcome> {
  const data = validate(operation, request);
  const { answer, touched } = await read(disk, operation, data);
  // dynalite may take one entry more from the stream than it counts.
  const bytes = touched.streamed.slice(0, Number(answer.ScannedCount)).reduce((sum, size) => sum + size, 0);
  const units = readUnits(bytes, data.ConsistentRead === true);
  const fetched = touched.items.reduce((sum, item) => sum + readUnits(item.bytes, true), 0);
  const table = disk.table(String(data.TableName));
  const index = data.IndexName as string | undefined;
  if (!index) return { answer, capacity: capacityOf(table.TableName, units) };
  const kind = table.LocalSecondaryIndexes?.some(({ IndexName }) => IndexName === index)
    ? 'LocalSecondaryIndexes'
    : 'GlobalSecondaryIndexes';
  const capacity = { ...capacityOf(table.TableName, fetched), [kind]: { [index]: { CapacityUnits: units } } };
  return { answer, capacity: { ...capacity, CapacityUnits: units + fetched } };
}

const capacityOf = (TableName: string, units: number): Capacity => ({
  TableName,
  CapacityUnits: units,
  Table: { CapacityUnits: units },
});

function itemCapacity({ items }: Touched, factorOf: (table: string) => number): Capacity[] {
  const capacities = new Map<string, Capacity>();
  for (const { table, bytes } of items) addUnits(capacities, table, readUnits(bytes, true) * factorOf(table));
  return [...capacities.values()];
}

async function read(disk: Disk, operation: string, data: Json): Promise<{ answer: Json; touched: Touched }> {
  const touched: Touched = { items: [], streamed: [] };
  const { ReturnConsumedCapacity: _, ...asked } = data;
  const answer = await act(operation, readingStore(disk, asked, touched), asked);
  return { answer, touched };
}

function readingStore(disk: Disk, data: Json, touched: Touched) {
  const stream = (prefix: string, range: Range) =>
    streamOf(disk, prefixed(prefix, range), (value) => touched.streamed.push(itemSize(value)));
  return {
    ...storeOver(disk),
    getItemDb: (name: string) => ({
      get(key: string, callback: Callback<Item>) {
        const item = disk.item(name, key);
        touched.items.push({ table: name, bytes: item ? itemSize(item) : 0 });
        callback(null, item);
      },
      createValueStream: (range: Range) => stream(itemPrefix(name), range),
    }),
    getIndexDb: (kind: string, table: string, index: string) => ({
      createValueStream: (range: Range) =>
        stream(indexPrefix(kind, table, index), afterStart(disk, data, table, index, range)),
    }),
  };
}

/** An index entry's place in the files ends in the item's whole key (see plan-write): so must the start's. */
function afterStart(disk: Disk, data: Json, name: string, index: string, range: Range): Range {
  const start = data.ExclusiveStartKey as Item | undefined;
  const table = disk.table(name);
  const schema = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])].find(
    ({ IndexName }) => IndexName === index,
  )?.KeySchema;
  if (!start || !schema) return range;
  const place = engine.createIndexKey(start, table, schema);
  const whole = `${place}/${engine.createKey(start, table)}`;
  return {
    ...range,
    ...(range.gt === place ? { gt: whole } : {}),
    ...(range.lt === place ? { lt: whole } : {}),
  };
}

function prefixed(prefix: string, { gt, gte, lt, lte, ...rest }: Range): Range {
  const { gte: first, lt: end } = under(prefix);
  return {
    ...rest,
    ...(gt ? { gt: prefix + gt } : { gte: gte ? prefix + gte : first }),
    ...(lte ? { lte: prefix + lte } : { lt: lt ? prefix + lt : end }),
  };
}

const CHUNK = 100;

/** The values in a range, in the old style of stream that dynalite's lazy lists need; many times faster than its own. */
function streamOf({ level }: Disk, range: Range, seen: (value: Item) => void): Stream {
  let wanted = true;
  const stream = Object.assign(new Stream(), {
    destroy: () => {
      wanted = false;
    },
  });
  pump().catch((error: unknown) => stream.emit('error', error));
  return stream;

  async function pump() {
    const values = level.values({ ...range, limit: range.limit ?? -1 });
    try {
      for (let chunk = await values.nextv(CHUNK); wanted && chunk.length > 0; ) {
        for (const value of chunk) {
          if (!wanted) break;
          seen(value);
          stream.emit('data', value);
        }
        chunk = wanted ? await values.nextv(CHUNK) : [];
      }
    } finally {
      await values.close();
    }
    if (wanted) stream.emit('end');
  }
}
