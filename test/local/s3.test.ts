import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Call, Observe } from '../../local/observe.ts';
import type { FileGrants, FileUse } from '../../local/s3/admit.ts';
import { EICAR, type ScanResult } from '../../local/s3/scanner.ts';
import { type RunningS3, startS3 } from '../../local/s3/start.ts';

const Bucket = 'files';
const root = join(import.meta.dirname, '../..');

let folder: string;
let s3: RunningS3;
let client: S3Client;
let calls: Call[];
let results: ScanResult[];
let grants: FileGrants;
let observe: Observe;

const clientOf = (endpoint: string, name = 'documents') =>
  new S3Client({
    endpoint,
    region: 'eu-central-1',
    maxAttempts: 1,
    credentials: { accessKeyId: name, secretAccessKey: 'local' },
  });

const start = async (): Promise<void> => {
  s3 = await startS3({
    dir: join(folder, 's3'),
    grants: (use) => grants(use),
    observe: (call) => observe(call),
    onScanned: (result) => results.push(result),
  });
  client = clientOf(s3.endpoint);
};

const stop = async (): Promise<void> => {
  client.destroy();
  await s3.close();
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 's3-'));
  calls = [];
  results = [];
  grants = () => true;
  observe = (call) => void calls.push(call);
  await start();
  await client.send(new CreateBucketCommand({ Bucket }));
});

afterEach(async () => {
  await stop();
  await rm(folder, { recursive: true });
});

const put = (Key: string, Body: string | Uint8Array, of = client) =>
  of.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/pdf' }));

const textAt = async (Key: string): Promise<string> => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  return (await Body?.transformToString()) ?? '';
};

const tagOf = async (Key: string): Promise<string | undefined> => {
  const { TagSet } = await client.send(new GetObjectTaggingCommand({ Bucket, Key }));
  return TagSet?.find((tag) => tag.Key === 'GuardDutyMalwareScanStatus')?.Value;
};

const refusalOf = async (asked: Promise<unknown>) => {
  const error = (await asked.catch((reason: unknown) => reason)) as S3ServiceException;
  expect(error).toBeInstanceOf(S3ServiceException);
  return [error.name, error.$metadata.httpStatusCode];
};

/** The engine in a process of its own, so that it can be killed; answers its address too. */
const startElsewhere = async (): Promise<{ child: ChildProcess; endpoint: string }> => {
  const script = `
    import { startS3 } from '${join(root, 'local/s3/start.ts')}';
    console.log((await startS3({ dir: '${join(folder, 's3')}' })).endpoint);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [endpoint] = await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
  return { child, endpoint: String(endpoint).trim() };
};

describe('what was put', () => {
  test('is read as it was, whole and in part', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
    const { ETag } = await put('documents/a.pdf', bytes);
    const { Body, ContentType } = await client.send(new GetObjectCommand({ Bucket, Key: 'documents/a.pdf' }));
    expect([await Body?.transformToByteArray(), ContentType]).toEqual([bytes, 'application/pdf']);
    const part = await client.send(
      new GetObjectCommand({ Bucket, Key: 'documents/a.pdf', Range: 'bytes=0-7' }),
    );
    expect([part.ContentRange, part.ETag]).toEqual(['bytes 0-7/70000', ETag]);
    expect(await part.Body?.transformToByteArray()).toEqual(bytes.slice(0, 8));
  });

  test('is there after a restart, and what was deleted is not', async () => {
    await put('documents/a.pdf', 'eins');
    await put('documents/b.pdf', 'zwei');
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'documents/b.pdf' }));
    await stop();
    await start();
    await client.send(new CreateBucketCommand({ Bucket }));
    expect(await textAt('documents/a.pdf')).toBe('eins');
    expect(await refusalOf(textAt('documents/b.pdf'))).toEqual(['NoSuchKey', 404]);
  });

  test('is there after a kill, if it was answered', async () => {
    await stop();
    const { child, endpoint } = await startElsewhere();
    const other = clientOf(endpoint);
    for (const name of ['a', 'b', 'c']) await put(`documents/${name}.pdf`, name.repeat(500_000), other);
    other.destroy();
    child.kill('SIGKILL');
    await once(child, 'exit');
    await start();
    for (const name of ['a', 'b', 'c'])
      expect(await textAt(`documents/${name}.pdf`)).toBe(name.repeat(500_000));
  });

  test('is readable for its owner only', async () => {
    expect(((await stat(join(folder, 's3'))).mode & 0o777).toString(8)).toBe('700');
  });
});

describe('who calls', () => {
  test('is asked: what nobody signed is refused, and so is what is not S3 at all', async () => {
    for (const [method, path] of [
      ['GET', `/${Bucket}/documents/a.pdf`],
      ['PUT', `/${Bucket}/documents/a.pdf`],
      ['POST', `/${Bucket}`],
      ['POST', '/'],
      ['GET', '/health'],
      ['GET', '/_fauxqs/queues'],
    ] as const) {
      const answer = await fetch(s3.endpoint + path, { method, ...(method === 'GET' ? {} : { body: 'x' }) });
      expect(answer.ok, `${method} ${path}`).toBe(false);
    }
    expect(calls.filter(({ operation }) => operation !== 'CreateBucket')).toEqual([]);
  });

  test('and where and what for decides', async () => {
    const uses: FileUse[] = [];
    grants = (use) => {
      uses.push(use);
      return use.by === 'documents';
    };
    await put('documents/a.pdf', 'eins');
    const portal = clientOf(s3.endpoint, 'portal');
    expect(await refusalOf(portal.send(new GetObjectCommand({ Bucket, Key: 'documents/a.pdf' })))).toEqual([
      'AccessDenied',
      403,
    ]);
    portal.destroy();
    expect(uses).toEqual([
      { by: 'documents', operation: 'PutObject', bucket: Bucket, key: 'documents/a.pdf' },
      { by: 'portal', operation: 'GetObject', bucket: Bucket, key: 'documents/a.pdf' },
    ]);
  });

  test('gets no operation that the functions do not use', async () => {
    expect(await refusalOf(client.send(new ListObjectsCommand({ Bucket })))).toEqual(['NotImplemented', 501]);
  });
});

test('what is listed begins as was asked, and whoever may list is told with which beginning', async () => {
  for (const key of ['attachments/a/1', 'attachments/a/2', 'attachments/b/1']) await put(key, '%PDF-1.7');
  const asked: FileUse[] = [];
  grants = (use) => asked.push(use) > 0;
  const { Contents } = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'attachments/a/' }));
  expect(Contents?.map(({ Key }) => Key)).toEqual(['attachments/a/1', 'attachments/a/2']);
  expect(asked).toEqual([
    { by: 'documents', operation: 'ListObjectsV2', bucket: Bucket, key: '', prefix: 'attachments/a/' },
  ]);
});

describe('who watches', () => {
  test('sees each call before and after, and the scan of an attachment', async () => {
    calls = [];
    await put('attachments/a/b', '%PDF-1.7');
    await s3.idle();
    expect(calls.map(({ service, operation, by, phase }) => [service, operation, by, phase])).toEqual([
      ['s3', 'PutObject', 'documents', 'before'],
      ['s3', 'Scan', 'scanner', 'before'],
      ['s3', 'PutObject', 'documents', 'after'],
      ['s3', 'Scan', 'scanner', 'after'],
    ]);
    expect(calls[0]?.request).toEqual({ Bucket, Key: 'attachments/a/b' });
  });

  test('can lose a call, and can lose an answer', async () => {
    observe = ({ phase }) => {
      if (phase === 'before') throw new Error('lost');
    };
    expect(await refusalOf(put('documents/a.pdf', 'eins'))).toEqual(['InternalError', 500]);
    observe = ({ operation, phase }) => {
      if (operation === 'PutObject' && phase === 'after') throw new Error('lost');
    };
    expect((await refusalOf(put('documents/b.pdf', 'zwei')))[1]).toBe(500);
    expect(await refusalOf(textAt('documents/a.pdf'))).toEqual(['NoSuchKey', 404]);
    expect(await textAt('documents/b.pdf')).toBe('zwei');
  });
});

describe('the stand-in of the virus check', () => {
  test('recognises the EICAR test file, in a PDF too, and nothing else', async () => {
    await put('attachments/a/1', EICAR);
    await put('attachments/a/2', `%PDF-1.7\n${EICAR}`);
    await put('attachments/a/3', '%PDF-1.7 a real virus');
    await s3.idle();
    const statuses = await Promise.all(['1', '2', '3'].map((name) => tagOf(`attachments/a/${name}`)));
    expect(statuses).toEqual(['THREATS_FOUND', 'THREATS_FOUND', 'NO_THREATS_FOUND']);
  });

  test('tells its result as EventBridge does, of attachments only', async () => {
    const { ETag } = await put('attachments/a/b', '%PDF-1.7');
    await put('documents/a.pdf', EICAR);
    await s3.idle();
    expect(results).toMatchObject([
      {
        'detail-type': 'GuardDuty Malware Protection Object Scan Result',
        source: 'aws.guardduty',
        detail: {
          s3ObjectDetails: { bucketName: Bucket, objectKey: 'attachments/a/b', eTag: ETag?.slice(1, -1) },
          scanResultDetails: { scanResultStatus: 'NO_THREATS_FOUND' },
        },
      },
    ]);
  });

  test('says nothing while it looks', async () => {
    const looking = Promise.withResolvers<void>();
    observe = ({ operation, phase }) =>
      operation === 'Scan' && phase === 'before' ? looking.promise : undefined;
    await put('attachments/a/b', '%PDF-1.7');
    expect([await tagOf('attachments/a/b'), s3.scanStatus(Bucket, 'attachments/a/b')]).toEqual([
      undefined,
      undefined,
    ]);
    looking.resolve();
    await s3.idle();
    expect(await tagOf('attachments/a/b')).toBe('NO_THREATS_FOUND');
  });

  test('knows after a restart what it had no time to tell', async () => {
    await put('attachments/a/b', `%PDF-1.7\n${EICAR}`);
    await stop();
    await start();
    expect(await tagOf('attachments/a/b')).toBe('THREATS_FOUND');
    expect(s3.scanStatus(Bucket, 'attachments/a/b')).toBe('THREATS_FOUND');
  });

  test('has no tag for what is not there', async () => {
    expect(await refusalOf(tagOf('attachments/a/b'))).toEqual(['NoSuchKey', 404]);
    expect(await refusalOf(client.send(new HeadObjectCommand({ Bucket, Key: 'attachments/a/b' })))).toEqual([
      'NotFound',
      404,
    ]);
    expect(s3.scanStatus(Bucket, 'attachments/a/b')).toBeUndefined();
  });
});
