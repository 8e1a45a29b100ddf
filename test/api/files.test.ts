import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Attachment } from '../../domain/files/attachment.ts';
import { attachmentKey } from '../../domain/files/keys.ts';
import { checkAttachment } from '../../functions/documents/check-attachment.ts';
import { createFiles, type Files, type UploadForm } from '../../functions/gateways/files.ts';
import { credentialsOf } from '../../local/credentials.ts';
import { FILES_BUCKET } from '../../local/file-grants.ts';
import { EICAR } from '../../local/s3/scanner.ts';
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

const send = async ({ url, fields }: UploadForm, content: string, headers = {}): Promise<number> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([content]), 'Anlage.pdf');
  return (await fetch(url, { method: 'POST', body: form, headers })).status;
};
const upload = async (key: string, content: string, headers = {}): Promise<number> =>
  send(await files.uploadForm(key), content, headers);

test('what a page uploads is scanned, and the function documents hears of it', async () => {
  const key = attachmentKey({ submission: newId(), file: newId() });
  const calls = await server.callsWhile(async () => {
    expect(await upload(key, '%PDF-1.7', { origin: server.url, 'sec-fetch-site': 'same-origin' })).toBe(204);
    await server.idle();
  });
  expect(calls.map(({ service, operation, by }) => [service, operation, by])).toEqual([
    ['s3', 'PutObject', 'documents'],
    ['s3', 'Scan', 'scanner'],
    ['lambda', 'Invoke', 'events'],
  ]);
  expect(calls.at(-1)?.request).toMatchObject({ function: 'documents' });
  expect(await files.look(key)).toMatchObject({ isPdf: true, verdict: 'clean' });
});

test('no page of another site uploads, though it had the form', async () => {
  const key = attachmentKey({ submission: newId(), file: newId() });
  expect(await upload(key, '%PDF-1.7', { 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await files.look(key)).toBeUndefined();
});

test('no other function has a right on the bucket, and this one only where files lie', async () => {
  const key = attachmentKey({ submission: newId(), file: newId() });
  for (const name of [
    'families',
    'portal',
    'casework',
    'workflow',
    'dispatch',
    'schedule',
    'admin',
    'nobody',
  ]) {
    const other = filesOf(name);
    const attempts = [
      () => other.look(key),
      () => other.read(key),
      () => other.remove(key),
      () => other.put(Buffer.from('x'), 'pdf'),
    ];
    for (const attempt of attempts)
      await expect(attempt(), name).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(await send(await other.uploadForm(key), '%PDF-1.7')).toBe(403);
  }
  await expect(files.look('elsewhere/a.pdf')).rejects.toMatchObject({ name: 'AccessDenied' });
});

describe('an attachment', () => {
  const PDF = '%PDF-1.7\n%%EOF\n';
  const none = async (): Promise<void> => undefined;
  /** Offers a file, uploads this content for it if there is one, and looks. */
  const checked = async (content?: string) => {
    const submission = newId();
    const attachment: Attachment = { id: newId(), name: 'Stellenplan.pdf', size: 100, state: 'awaited' };
    const key = attachmentKey({ submission, file: attachment.id });
    if (content !== undefined) await upload(key, content);
    await server.idle();
    return { submission, key, next: await checkAttachment(files, { submission, attachment }, none) };
  };

  test('that is a clean PDF is taken, and can be downloaded', async () => {
    const { key, next } = await checked(PDF);
    expect(next).toMatchObject({ name: 'Stellenplan.pdf', size: PDF.length, state: 'clean' });
    const { etag } = next as { etag: string };
    const answer = await fetch((await files.link(key, { name: next.name, etag })) ?? '');
    expect(await answer.text()).toBe(PDF);
  });

  test.each([
    ['missing', undefined],
    ['not-pdf', 'MZ\x90\x00 a renamed program'],
    ['infected', PDF + EICAR],
    ['infected', EICAR],
  ])('is refused as %s, and then nothing of it is kept', async (reason, content) => {
    const { key, next } = await checked(content);
    expect(next).toMatchObject({ state: 'refused', reason });
    expect(await files.look(key)).toBeUndefined();
  });

  test('is not thrown away before it was noted why', async () => {
    const submission = newId();
    const attachment: Attachment = { id: newId(), name: 'a.pdf', size: 100, state: 'awaited' };
    const key = attachmentKey({ submission, file: attachment.id });
    await upload(key, `${PDF}${EICAR}`);
    await server.idle();
    const lost = () => Promise.reject(new Error('lost'));
    await expect(checkAttachment(files, { submission, attachment }, lost)).rejects.toThrow('lost');
    const again = await checkAttachment(files, { submission, attachment }, none);
    expect(again).toMatchObject({ reason: 'infected' });
  });

  test('counts as checked by what was told of this very content, though the tag is late', async () => {
    const submission = newId();
    const attachment: Attachment = { id: newId(), name: 'a.pdf', size: 100, state: 'awaited' };
    const untagged = {
      look: async () => ({ size: 100, etag: '1', isPdf: true, verdict: undefined }),
      remove: none,
    };
    const lookTold = (etag: string) => {
      const told = { submission, file: attachment.id, etag, verdict: 'clean' as const };
      return checkAttachment(untagged, { submission, attachment, told }, none);
    };
    expect((await lookTold('1')).state).toBe('clean');
    expect((await lookTold('2')).state).toBe('checking');
  });
});
