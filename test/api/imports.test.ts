import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import county from '../../counties/alzey-worms/county.json' with { type: 'json' };
import { LARGEST_FILE } from '../../domain/files/attachment.ts';
import { importKey } from '../../domain/files/keys.ts';
import { measured } from '../../domain/imports/indicators.ts';
import { aWorkbook } from '../../functions/documents/imports/a-workbook.test-data.ts';
import { createFiles, type Files } from '../../functions/gateways/files.ts';
import { readImport, readRows } from '../../functions/store/imports.ts';
import { credentialsOf } from '../../local/credentials.ts';
import { FILES_BUCKET } from '../../local/file-grants.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';
import { uploadFile } from '../upload-file.ts';

const [CHILDREN = '', SGB2 = ''] = county.budget.indicators.map(({ name }) => name);
const NAME = 'Indikatoren 2027.csv';
const GOOD = `Kita;${CHILDREN};${SGB2}\nbiebelnheim;75;6\nwahlheim;48;2\n`;

let server: TestServer;
let files: Files;
beforeAll(async () => {
  server = await startTestServer();
  files = createFiles(
    { FILES_BUCKET, FILES_URL: `${server.url}/files` },
    { credentials: credentialsOf('documents') },
  );
});
afterAll(() => server.close());

const offer = (
  id: string,
  { as = 'coordinator', ...more }: { as?: string; name?: string; size?: number } = {},
) =>
  server.api('POST', `/api/imports/${id}`, {
    as,
    body: { kind: 'indicators', name: NAME, size: 100, ...more },
  });
const read = (id: string, as = 'coordinator') => server.api('POST', `/api/imports/${id}/reading`, { as });
const list = (as = 'coordinator') => server.api('GET', '/api/imports?kind=indicators', { as });
/** A file that was uploaded and not read yet. */
const uploaded = async (content: string | Uint8Array) => {
  const id = newId();
  const { body } = await offer(id);
  expect(await uploadFile(server, body, content, NAME)).toBe(204);
  return id;
};
const rowsOf = async (id: string) => {
  const one = await readImport(server.store, id);
  return one?.state === 'valid' ? readRows(server.store, one, measured) : undefined;
};
const isThere = async (id: string) => (await files.read(importKey(id))) !== undefined;

describe('an import', () => {
  test.each([
    ['CSV', GOOD],
    [
      'a workbook',
      aWorkbook([
        ['Kita', CHILDREN, SGB2],
        ['biebelnheim', 75, 6],
        ['wahlheim', 48, 2],
      ]),
    ],
  ])('of %s is uploaded, read, kept and listed, and the file goes', async (_name, content) => {
    const id = await uploaded(content);
    expect(await isThere(id)).toBe(true);
    const { status, body } = await read(id);
    expect([status, body.state, body.rows, body.name]).toEqual([200, 'valid', 2, NAME]);
    expect(await rowsOf(id)).toEqual([
      { kita: 'biebelnheim', values: { children: 75, sgb2: 6 } },
      { kita: 'wahlheim', values: { children: 48, sgb2: 2 } },
    ]);
    expect(await isThere(id)).toBe(false);
    const { body: listed } = await list();
    expect(listed.items[0]).toEqual({
      id,
      name: NAME,
      rows: 2,
      readAt: body.readAt,
      byName: 'Marta Erfunden',
    });
  });

  test('is all or nothing: what is wrong is told with row and column, again when asked again', async () => {
    const id = await uploaded(`Kita;${CHILDREN}\nbiebelnheim;1.234\nnirgends;5\n`);
    const { body } = await read(id);
    expect(body).toMatchObject({
      state: 'refused',
      faultCount: 2,
      faults: [
        { code: 'whole-number', row: 2, column: CHILDREN },
        { code: 'unknown-kita', row: 3, column: 'Kita' },
      ],
    });
    expect((await read(id)).body).toEqual(body);
    expect(await rowsOf(id)).toBeUndefined();
    expect((await list()).body.items.map((one: { id: string }) => one.id)).not.toContain(id);
    expect(await isThere(id)).toBe(false);
  });

  test('is read once: a repeat answers the same, and what is uploaded afterwards is thrown away', async () => {
    const id = newId();
    const { body: form } = await offer(id);
    await uploadFile(server, form, GOOD, NAME);
    const first = await read(id);
    await uploadFile(server, form, GOOD.replace('75', '99'), NAME);
    expect((await read(id)).body).toEqual(first.body);
    expect((await rowsOf(id))?.[0]?.values.children).toBe(75);
    expect(await isThere(id)).toBe(false);
  });

  test('is read once by several at the same moment', async () => {
    const id = await uploaded(GOOD);
    const answers = await Promise.all([read(id), read(id), read(id)]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect((await read(id)).body).toMatchObject({ state: 'valid', rows: 2 });
    expect(await rowsOf(id)).toHaveLength(2);
  });

  test('that was never uploaded says so', async () => {
    const id = newId();
    await offer(id);
    const { status, body } = await read(id);
    expect([status, body.type]).toEqual([409, expect.stringContaining('file-missing')]);
  });

  test('may be offered again, and is another one with another name', async () => {
    const id = newId();
    expect((await offer(id)).status).toBe(201);
    expect((await offer(id)).status).toBe(200);
    expect((await offer(id, { name: 'Andere.csv' })).status).toBe(409);
    expect((await offer(newId(), { size: LARGEST_FILE + 1 })).status).toBe(422);
  });

  test('of thirty thousand Kitas that nobody knows is refused within the limits', async () => {
    const lines = Array.from({ length: 30_000 }, (_, n) => `kita-${n};${n % 120}`);
    const id = await uploaded(`Kita;${CHILDREN}\n${lines.join('\n')}`);
    const { body } = await read(id);
    expect([body.state, body.faultCount, body.faults.length]).toEqual(['refused', 30_000, 2_000]);
  });
});

describe('indicators', () => {
  test('are the coordinator’s to import: nobody else sees that there are any', async () => {
    const id = await uploaded(GOOD);
    const others = [
      'kita',
      'provider',
      'social-worker',
      'clerk',
      'head',
      'committee',
      'treasurer',
      'auditor',
      'admin',
    ];
    for (const as of others) {
      expect((await offer(newId(), { as })).status, as).toBe(403);
      expect((await read(id, as)).status, as).toBe(404);
      expect((await list(as)).status, as).toBe(403);
    }
    expect((await read(id, 'coordinator-2')).status).toBe(200);
    expect((await server.api('POST', `/api/imports/${id}/reading`)).status).toBe(401);
    expect((await read('x')).status).toBe(404);
  });

  test('are not imported by who lost the role meanwhile', async () => {
    const id = await uploaded(GOOD);
    const { store } = server;
    const roles = (to: string[]) =>
      store.db.send(
        new UpdateCommand({
          TableName: store.table,
          Key: { pk: 'REG#people', sk: 'coordinator-2' },
          UpdateExpression: 'SET #roles = :to',
          ExpressionAttributeNames: { '#roles': 'roles' },
          ExpressionAttributeValues: { ':to': to },
        }),
      );
    await roles(['auditor']);
    expect((await read(id, 'coordinator-2')).status).toBe(404);
    await roles(['coordinator']);
    expect((await read(id, 'coordinator-2')).status).toBe(200);
  });
});
