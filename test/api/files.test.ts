import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachmentKey } from '../../domain/files/keys.ts';
import { createFileEraser } from '../../functions/gateways/file-eraser.ts';
import { createFiles, type Files, type UploadForm } from '../../functions/gateways/files.ts';
import { credentialsOf } from '../../local/credentials.ts';
import { FILES_BUCKET } from '../../local/file-grants.ts';
import { newId, startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
let files: Files;

const filesOf = (name: string) =>
  createFiles({ FILES_BUCKET, FILES_URL: `${server.url}/files` }, { credentials: credentialsOf(name) });

beforeAll(async () => {
  server = await startTestServer();
  files = filesOf('documents');
});
afterAll(() => server.close());

/** A HEAD's answer has no body that could name the reason: only its status says it. */
const refused = { $metadata: { httpStatusCode: 403 } };

const send = async ({ url, fields }: UploadForm, content: string, headers = {}): Promise<number> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([content]), 'Anlage.pdf');
  return (await fetch(url, { method: 'POST', body: form, headers })).status;
};
const upload = async (key: string, content: string, headers = {}): Promise<number> =>
  send(await files.uploadForm(key), content, headers);

test('no page of another site uploads, though it had the form', async () => {
  const key = attachmentKey({ submission: newId(), file: newId() });
  expect(await upload(key, '%PDF-1.7', { 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await files.look(key)).toBeUndefined();
});

test('no other function has a right on the bucket, and this one only where files lie', async () => {
  const key = attachmentKey({ submission: newId(), file: newId() });
  for (const name of ['families', 'portal', 'casework', 'workflow', 'dispatch', 'admin', 'nobody']) {
    const other = filesOf(name);
    const attempts = [
      () => other.look(key),
      () => other.read(key),
      () => other.remove(key),
      () => other.put(Buffer.from('x'), { submission: newId(), kind: 'pdf' }),
    ];
    for (const attempt of attempts) await expect(attempt(), name).rejects.toMatchObject(refused);
    expect(await send(await other.uploadForm(key), '%PDF-1.7')).toBe(403);
  }
  await expect(files.look('elsewhere/a.pdf')).rejects.toMatchObject(refused);
});

test('retention finds and deletes what lies beside a submission, and reads none of it', async () => {
  const [submission, other] = [newId(), newId()];
  const key = attachmentKey({ submission, file: newId() });
  const { key: document } = await files.put(Buffer.from('%PDF-1.7'), { submission, kind: 'pdf' });
  const schedule = filesOf('schedule');
  for (const attempt of [
    () => schedule.look(document),
    () => schedule.read(document),
    () => schedule.put(Buffer.from('x'), { submission, kind: 'pdf' }),
  ])
    await expect(attempt()).rejects.toMatchObject(refused);
  expect(await send(await schedule.uploadForm(key), '%PDF-1.7')).toBe(403);
  const { key: theirs } = await files.put(Buffer.from('%PDF-1.7'), { submission: other, kind: 'pdf' });
  const eraserOf = (name: string) => createFileEraser({ FILES_BUCKET }, { credentials: credentialsOf(name) });
  await eraserOf('schedule')(submission);
  expect([await files.read(document), await files.read(theirs)]).toEqual([undefined, expect.anything()]);
  for (const name of ['portal', 'documents', 'dispatch'])
    await expect(eraserOf(name)(other), name).rejects.toMatchObject(refused);
});
