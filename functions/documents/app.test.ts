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

/** What the function logs of an event; there is nothing else that it may touch. */
const linesOf = async (event: unknown): Promise<unknown[]> => {
  const lines: unknown[] = [];
  const log = { warn: (...line: unknown[]) => void lines.push(line) };
  await create({ log } as unknown as DocumentsDeps)(event);
  return lines;
};

test('a scan of a file that nobody knows changes nothing and is logged by ids alone', async () => {
  expect(await linesOf(eventOf('NO_THREATS_FOUND'))).toEqual([
    ['scan of an unknown file', { submission, file }],
  ]);
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
