import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { LARGEST_FILE } from '../../domain/files/attachment.ts';
import { attachmentKey } from '../../domain/files/keys.ts';
import { createFiles, type Files, type UploadForm } from '../../functions/gateways/files.ts';
import { credentialsOf } from '../../local/credentials.ts';
import { type HttpServer, startHttpServer } from '../../local/http-server.ts';
import type { Observe } from '../../local/observe.ts';
import { EICAR } from '../../local/s3/scanner.ts';
import { FILES_PATH, serveFiles } from '../../local/s3/serve-files.ts';
import { type RunningS3, startS3 } from '../../local/s3/start.ts';
import { newId } from '../server.ts';

const FILES_BUCKET = 'files';
const PDF = '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n%%EOF\n';

let folder: string;
let s3: RunningS3;
let http: HttpServer;
let files: Files;
let key: string;
let observe: Observe = () => undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
  s3 = await startS3({ dir: folder, observe: (call) => observe(call) });
  http = await startHttpServer(0);
  http.serve(serveFiles(s3));
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ENDPOINT_URL_S3', s3.endpoint);
  const credentials = credentialsOf('documents');
  await new S3Client({ credentials }).send(new CreateBucketCommand({ Bucket: FILES_BUCKET }));
  files = createFiles({ FILES_BUCKET, FILES_URL: http.url + FILES_PATH }, { credentials });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await http.close();
  await s3.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  observe = () => undefined;
  key = attachmentKey({ submission: newId(), file: newId() });
});
afterEach(() => void vi.useRealTimers());

/** Sends a form as a browser does; `change` may be what somebody makes of it. */
const send = async ({ url, fields }: UploadForm, content: string | Uint8Array, change: object = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...change })) form.append(name, String(value));
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), 'Träger.pdf');
  const answer = await fetch(url, { method: 'POST', body: form });
  const code = /<Code>(\w+)</.exec(await answer.text())?.[1];
  await s3.idle();
  return code ? [answer.status, code] : answer.status;
};

const codeOf = async (link: string) => {
  const answer = await fetch(link);
  return [answer.status, /<Code>(\w+)</.exec(await answer.text())?.[1]];
};

describe('an upload', () => {
  test('goes to the one address, and what was sent is found as it is', async () => {
    const form = await files.uploadForm(key);
    expect(form.url).toMatch(new RegExp(`^${http.url}/files/`));
    expect(await files.look(key)).toBeUndefined();
    expect(await send(form, PDF)).toBe(204);
    expect(await files.look(key)).toEqual({
      size: Buffer.byteLength(PDF),
      etag: expect.stringMatching(/^[0-9a-f]{32}$/),
      isPdf: true,
      verdict: 'clean',
    });
    expect(Buffer.from((await files.read(key)) ?? '').toString()).toBe(PDF);
  });

  test('may have 10 MB, and not a byte more', async () => {
    const form = await files.uploadForm(key);
    const large = new Uint8Array(LARGEST_FILE + 1);
    large.set(Buffer.from(PDF));
    expect(await send(form, large)).toEqual([400, 'EntityTooLarge']);
    expect(await files.look(key)).toBeUndefined();
    expect(await send(form, large.subarray(1))).toBe(204);
    expect(await files.look(key)).toMatchObject({ size: LARGEST_FILE });
  });

  test('far too large is not even listened to, and an empty one is refused', async () => {
    const form = await files.uploadForm(key);
    expect(await send(form, new Uint8Array(LARGEST_FILE + 1_000_000))).toEqual([400, 'EntityTooLarge']);
    expect(await send(form, '')).toEqual([400, 'EntityTooSmall']);
  });

  test('is a PDF at its own place, and nothing else is put anywhere else', async () => {
    const form = await files.uploadForm(key);
    const other = attachmentKey({ submission: newId(), file: newId() });
    for (const change of [
      { 'Content-Type': 'application/x-msdownload' },
      { 'Content-Type': 'text/html' },
      { key: other },
      { key: `${key}/../${other}` },
      { 'x-amz-meta-more': 'x' },
      { acl: 'public-read' },
    ])
      expect(await send(form, PDF, change), JSON.stringify(change)).toEqual([403, 'AccessDenied']);
    expect(await send({ ...form, url: `${http.url}/files/other` }, PDF)).toEqual([403, 'AccessDenied']);
    expect(await files.look(key)).toBeUndefined();
    expect(await files.look(other)).toBeUndefined();
  });

  test('with a form that somebody changed or made is refused', async () => {
    const form = await files.uploadForm(key);
    const { conditions } = JSON.parse(Buffer.from(form.fields.Policy ?? '', 'base64').toString());
    const longer = { expiration: '2999-01-01T00:00:00Z', conditions };
    for (const change of [
      { Policy: Buffer.from(JSON.stringify(longer)).toString('base64') },
      { 'X-Amz-Signature': '0'.repeat(64) },
      { 'X-Amz-Signature': '' },
      { 'X-Amz-Credential': '' },
    ])
      expect(await send(form, PDF, change), JSON.stringify(change)).toEqual([403, 'SignatureDoesNotMatch']);
    const noForm = await fetch(form.url, { method: 'POST', body: PDF });
    expect(noForm.status).toBe(400);
  });

  test('a quarter of an hour later is too late', async () => {
    const form = await files.uploadForm(key);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 16 * 60_000 });
    expect(await send(form, PDF)).toEqual([403, 'AccessDenied']);
  });
});

describe('what was uploaded', () => {
  test('is told by its content, not by its name or type: a renamed program is no PDF', async () => {
    expect(await send(await files.uploadForm(key), 'MZ\x90\x00 This program cannot be run in DOS mode')).toBe(
      204,
    );
    expect(await files.look(key)).toMatchObject({ isPdf: false });
  });

  test('is infected when the virus check says so, and cannot be had by a link', async () => {
    expect(await send(await files.uploadForm(key), PDF + EICAR)).toBe(204);
    expect(await files.look(key)).toMatchObject({ isPdf: true, verdict: 'infected' });
    expect(await codeOf((await files.link(key, { name: 'a.pdf' })) ?? '')).toEqual([403, 'AccessDenied']);
  });

  test('has no verdict while the check looks, and cannot be had by a link', async () => {
    const looking = Promise.withResolvers<void>();
    observe = ({ operation }) => (operation === 'Scan' ? looking.promise : undefined);
    const sent = send(await files.uploadForm(key), PDF);
    await vi.waitUntil(() => files.look(key));
    expect(await files.look(key)).toMatchObject({ isPdf: true, verdict: undefined });
    expect(await codeOf((await files.link(key, { name: 'a.pdf' })) ?? '')).toEqual([403, 'AccessDenied']);
    looking.resolve();
    expect(await sent).toBe(204);
    expect(await files.look(key)).toMatchObject({ verdict: 'clean' });
  });

  test('is not there when it is thrown away in the middle of a look', async () => {
    await send(await files.uploadForm(key), PDF);
    observe = async ({ operation, phase }) => {
      if (operation === 'GetObjectTagging' && phase === 'before') await files.remove(key);
    };
    expect(await files.look(key)).toBeUndefined();
  });
});

describe('a link', () => {
  const uploaded = async (): Promise<string> => {
    await send(await files.uploadForm(key), PDF);
    return (await files.look(key))?.etag ?? '';
  };
  const linkTo = async (name = 'a.pdf'): Promise<string> => (await files.link(key, { name })) ?? '';

  test('gives the file under its name, to be saved and not to be shown', async () => {
    await uploaded();
    const link = await linkTo('Träger "neu".pdf');
    expect(link).toMatch(new RegExp(`^${http.url}/files/`));
    const answer = await fetch(link);
    expect([answer.status, await answer.text()]).toEqual([200, PDF]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Trager _neu_.pdf"; filename*=UTF-8''Tr%C3%A4ger%20%22neu%22.pdf`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  test('to what is not there, or not there any more, is none', async () => {
    expect(await files.link(key, { name: 'a.pdf' })).toBeUndefined();
    await uploaded();
    const link = await linkTo();
    await files.remove(key);
    await files.remove(key);
    expect(await files.link(key, { name: 'a.pdf' })).toBeUndefined();
    expect((await fetch(link)).status).toBe(403);
  });

  test('to what was looked at is none when something else lies there', async () => {
    const form = await files.uploadForm(key);
    await send(form, PDF);
    const { etag = '' } = (await files.look(key)) ?? {};
    expect(await files.link(key, { name: 'a.pdf', etag })).toContain('/files/');
    await send(form, `${PDF} `);
    expect(await files.link(key, { name: 'a.pdf', etag })).toBeUndefined();
  });

  test('that somebody changed is refused, and so is an address without a signature', async () => {
    await uploaded();
    const link = new URL(await linkTo());
    for (const [name, value] of [
      ['X-Amz-Expires', '600000'],
      ['X-Amz-Date', '29990101T000000Z'],
      ['X-Amz-Credential', 'portal/20260101/eu-central-1/s3/aws4_request'],
      ['response-content-disposition', 'inline'],
      ['response-content-type', 'text/html'],
      ['more', 'x'],
    ] as const) {
      const changed = new URL(link);
      changed.searchParams.set(name, value);
      expect(await codeOf(changed.href), name).toEqual([403, 'SignatureDoesNotMatch']);
    }
    const other = new URL(link);
    other.pathname += 'x';
    expect(await codeOf(other.href)).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await codeOf(link.origin + link.pathname)).toEqual([403, 'AccessDenied']);
    expect((await fetch(link, { method: 'DELETE' })).status).toBe(405);
  });

  test('a minute later is too late', async () => {
    await uploaded();
    const link = await linkTo();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    expect(await codeOf(link)).toEqual([403, 'AccessDenied']);
  });
});

describe('a rendered document', () => {
  test('lies under its own hash, and putting it twice is harmless', async () => {
    const content = Buffer.from(PDF);
    const of = { submission: newId(), kind: 'pdf' } as const;
    const first = await files.put(content, of);
    expect(first).toEqual({
      key: `documents/${of.submission}/${first.sha256}.pdf`,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await files.put(content, of)).toEqual(first);
    expect(Buffer.from((await files.read(first.key)) ?? '').toString()).toBe(PDF);
    expect((await files.put(Buffer.from(`${PDF} `), of)).key).not.toBe(first.key);
  });

  test('is given out by a link with its own type, without a virus check', async () => {
    const { key: at } = await files.put(Buffer.from('PK\x03\x04'), {
      submission: newId(),
      kind: 'docx',
    });
    const answer = await fetch((await files.link(at, { name: 'Vorlage.docx' })) ?? '');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ]);
  });

  test('that was never put is not there', async () => {
    const none = `documents/${newId()}/${'0'.repeat(64)}.pdf`;
    expect([await files.read(none), await files.look(none)]).toEqual([undefined, undefined]);
  });
});
