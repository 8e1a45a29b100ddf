import { type Disk, indexPrefix, itemPrefix, tablePrefix, under } from './disk.ts';
import { act, type Callback, type Json, type Table, validate } from './dynalite.ts';
import type { Outcome, Surroundings } from './operations.ts';

/** CreateTable. It is answered when the table can be used, and a StreamSpecification is kept. */
export async function createTable({ disk }: Surroundings, request: Json): Promise<Outcome> {
  const data = validate('CreateTable', request);
  const name = String(data.TableName);
  return disk.alone(async () => {
    let active: (table: Table) => void = () => undefined;
    const created = new Promise<Table>((resolve) => {
      active = resolve;
    });
    const tableDb = {
      awsRegion: disk.region,
      awsAccountId: disk.accountId,
      lock: (_: string, locked: (release: <T>(callback: T) => T) => void) => locked((callback) => callback),
      get: (key: string, callback: Callback) => callback(null, disk.level.getSync(tablePrefix + key)),
      put(_: string, table: Table, callback: Callback) {
        if (table.TableStatus === 'ACTIVE') active(table);
        callback(null);
      },
    };
    await act('CreateTable', { tableDb, options: { createTableMs: 0 } }, data);
    const table = withStream(await created, request);
    await disk.commit([{ type: 'put', key: tablePrefix + name, value: table }]);
    return { answer: { TableDescription: table } };
  });
}

function withStream(table: Table & { TableArn?: string }, request: Json): Table {
  const specification = request.StreamSpecification as Table['StreamSpecification'];
  if (!specification?.StreamEnabled) return table;
  const label = new Date().toISOString().slice(0, -1);
  const stream = { LatestStreamLabel: label, LatestStreamArn: `${table.TableArn}/stream/${label}` };
  return { ...table, StreamSpecification: specification, ...stream };
}

export async function describeTable({ disk }: Surroundings, request: Json): Promise<Outcome> {
  const data = validate('DescribeTable', request);
  return { answer: { Table: disk.table(String(data.TableName)) } };
}

/** ListTables, all names at once: `Limit` is not kept. */
export async function listTables({ disk }: Surroundings): Promise<Outcome> {
  const keys = await disk.level.keys(under(tablePrefix)).all();
  return { answer: { TableNames: keys.map((key) => key.slice(tablePrefix.length)) } };
}

/** DeleteTable. What a kill interrupts, the next start completes. */
export async function deleteTable({ disk }: Surroundings, request: Json): Promise<Outcome> {
  const data = validate('DeleteTable', request);
  return disk.alone(async () => {
    const table: Table = { ...disk.table(String(data.TableName)), TableStatus: 'DELETING' };
    await disk.commit([{ type: 'put', key: tablePrefix + table.TableName, value: table }]);
    disk.forgetTable(table.TableName);
    await remove(disk, table);
    return { answer: { TableDescription: table } };
  });
}

/** Completes the deletion of tables that a kill interrupted. */
export async function completeDeletions(disk: Disk): Promise<void> {
  for (const [, value] of await disk.level.iterator(under(tablePrefix)).all()) {
    const table = value as Table;
    if (table.TableStatus === 'DELETING') await remove(disk, table);
  }
}

async function remove({ level, commit }: Disk, table: Table): Promise<void> {
  await level.clear(under(itemPrefix(table.TableName)));
  for (const kind of ['Global', 'Local'] as const) {
    for (const { IndexName } of table[`${kind}SecondaryIndexes`] ?? []) {
      await level.clear(under(indexPrefix(kind, table.TableName, IndexName)));
    }
  }
  await commit([
    { type: 'del', key: ttlKey(table.TableName) },
    { type: 'del', key: tablePrefix + table.TableName },
  ]);
}

const ttlKey = (table: string) => `layer~ttl~${table}`;

/** UpdateTimeToLive. It is only remembered: nothing expires here, the project deletes what is due itself. */
export async function updateTimeToLive({ disk }: Surroundings, request: Json): Promise<Outcome> {
  const { TableName } = disk.table(String(request.TableName));
  const value = request.TimeToLiveSpecification;
  await disk.commit([{ type: 'put', key: ttlKey(TableName), value }]);
  return { answer: { TimeToLiveSpecification: value } };
}

export async function describeTimeToLive({ disk }: Surroundings, request: Json): Promise<Outcome> {
  const { TableName } = disk.table(String(request.TableName));
  const kept = disk.level.getSync(ttlKey(TableName)) as
    | { Enabled: boolean; AttributeName: string }
    | undefined;
  const description = kept?.Enabled
    ? { TimeToLiveStatus: 'ENABLED', AttributeName: kept.AttributeName }
    : { TimeToLiveStatus: 'DISABLED' };
  return { answer: { TimeToLiveDescription: description } };
}

/** UpdateContinuousBackups and DescribeContinuousBackups: accepted, and no backup is made. */
export async function continuousBackups({ disk }: Surroundings, request: Json): Promise<Outcome> {
  disk.table(String(request.TableName));
  const status = { PointInTimeRecoveryStatus: 'DISABLED' };
  return {
    answer: {
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: 'ENABLED',
        PointInTimeRecoveryDescription: status,
      },
    },
  };
}

/** TagResource: accepted and forgotten. */
export async function tagResource({ disk }: Surroundings, request: Json): Promise<Outcome> {
  disk.table(String(request.ResourceArn).split('/').at(-1) ?? '');
  return { answer: {} };
}
