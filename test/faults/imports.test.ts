import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measured } from '../../domain/imports/indicators.ts';
import { listImports, readImport, readRows } from '../../functions/store/imports.ts';
import { DEMONSTRATION } from '../demonstration-indicators.ts';
import { KilledError, type Machine, type Moment, startMachine } from './machine.ts';
import { newId } from './running-case.ts';

const CLOCK = '2026-03-02T08:00:00.000Z';
const KITAS = 40;

const data = mkdtempSync(join(tmpdir(), 'bindeglied-imports-'));
let machine: Machine;
beforeAll(async () => {
  machine = await startMachine(data, CLOCK);
});
afterAll(async () => {
  await machine.stop();
  rmSync(data, { recursive: true });
});

interface Form {
  url: string;
  fields: Record<string, string>;
}
const ask = <Body>(path: string, body?: object) =>
  machine.api.ask<Body>('coordinator', 'POST', `imports/${path}`, body);

const uploaded = async (): Promise<string> => {
  const id = newId();
  const { body } = await ask<Form>(id, { kind: 'indicators', name: 'Indikatoren.csv', size: 100 });
  const form = new FormData();
  for (const [name, value] of Object.entries(body.fields)) form.append(name, value);
  form.append('file', new Blob([DEMONSTRATION]), 'Indikatoren.csv');
  expect((await fetch(body.url, { method: 'POST', body: form })).status).toBe(204);
  return id;
};
const read = (id: string) => ask<{ state: string; rows: number }>(`${id}/reading`);

const killedDuring = async (at: Moment, act: () => Promise<unknown>) => {
  await machine.arm([at]);
  await act().catch((error: unknown) => {
    if (!(error instanceof KilledError || error instanceof TypeError)) throw error;
  });
  await machine.dead();
  await machine.stop();
  machine = await startMachine(data, CLOCK);
};

/** What is kept: nothing before the import is valid, then every row, and the import in the list once. */
const kept = async (id: string) => {
  const { store } = machine.inside;
  const one = await readImport(store, id);
  const listed = (await listImports(store, 'indicators')).filter((other) => other.id === id);
  const rows = one?.state === 'valid' ? (await readRows(store, one, measured)).length : 0;
  return [one?.state, rows, listed.length];
};

test.each<[Moment['phase'], string, isRead: boolean]>([
  ['before', 'dynamodb PutItem', false],
  ['after', 'dynamodb PutItem', false],
  ['before', 'dynamodb TransactWriteItems', false],
  ['after', 'dynamodb TransactWriteItems', true],
  ['before', 's3 DeleteObject', true],
  ['after', 's3 DeleteObject', true],
])(
  'an import is whole or not there, and there once, killed %s %s',
  { timeout: 120_000 },
  async (phase, call, isRead) => {
    const id = await uploaded();
    await killedDuring({ phase, call, by: 'documents' }, () => read(id));
    expect(await kept(id)).toEqual(isRead ? ['valid', KITAS, 1] : ['awaited', 0, 0]);
    const again = await read(id);
    expect([again.status, again.body.state, again.body.rows]).toEqual([200, 'valid', KITAS]);
    expect(await kept(id)).toEqual(['valid', KITAS, 1]);
    expect((await read(id)).body).toEqual(again.body);
  },
);
