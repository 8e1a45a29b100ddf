import type { Context } from 'aws-lambda';
import { expect, test } from 'vitest';
import { create } from './app.ts';
import type { DocumentsDeps } from './deps.ts';

const submission = '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a';
const file = '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6b';

/** As AWS sends it. */
const eventOf = (scanResultStatus: string, objectKey = `attachments/${submission}/${file}`) => ({
  version: '0',
  id: '72c7d362-737a-6dce-fc78-9e27a0171419',
  'detail-type': 'GuardDuty Malware Protection Object Scan Result',
  source: 'aws.guardduty',
  account: '111122223333',
  time: '2026-02-28T01:01:01Z',
  region: 'local',
  resources: ['plan'],
  detail: {
    schemaVersion: '1.0',
    scanStatus: 'COMPLETED',
    resourceType: 'S3_OBJECT',
    s3ObjectDetails: { bucketName: 'files', objectKey, eTag: 'e1', versionId: 'v1', s3Throttled: false },
    scanResultDetails: {
      scanResultStatus,
      threats: [{ name: 'Stellenplan Müller.pdf' }],
    },
  },
});

/** What the function logs of an event, and which files it throws away; there is no head that knows the file. */
const toldOf = async (event: unknown) => {
  const lines: unknown[] = [];
  const removed: string[] = [];
  const log = { warn: (...line: unknown[]) => void lines.push(line) };
  const store = { db: { send: async () => ({}) }, table: 't', keysTable: 'k' };
  const files = { remove: async (key: string) => void removed.push(key) };
  const deps = { log, store, files } as unknown as DocumentsDeps;
  await create(deps)(event, {} as Context);
  return { lines, removed };
};
const linesOf = async (event: unknown) => (await toldOf(event)).lines;

test('a file that nobody knows is thrown away when it was scanned, and logged by ids alone', async () => {
  expect(await toldOf(eventOf('NO_THREATS_FOUND'))).toEqual({
    lines: [['scan of an unknown file', { submission, file }]],
    removed: [`attachments/${submission}/${file}`],
  });
});

test.each([
  ['THREATS_FOUND', 'infected'],
  ['UNSUPPORTED', 'unscannable'],
  ['ACCESS_DENIED', 'unscannable'],
  ['FAILED', 'unscannable'],
  ['WHAT COMES ONE DAY', 'unscannable'],
])('a result of %s is no good one, and is logged as %s', async (status, verdict) => {
  expect(await linesOf(eventOf(status))).toContainEqual([
    'a file was not found clean',
    { submission, file, verdict },
  ]);
});

test('a scan of what is no attachment is passed over', async () => {
  const lines = await linesOf(eventOf('NO_THREATS_FOUND', 'malware-protection-resource-validation-object'));
  expect(lines).toEqual([['scan of what is no attachment']]);
});

test('any other event is refused', async () => {
  await expect(linesOf({ task: 'sweep' })).rejects.toThrow();
});
