import { randomUUID } from 'node:crypto';
import { NO_THREATS, THREATS } from '../../domain/files/scan-status.ts';
import type { Observe } from '../observe.ts';
import { printFailure } from '../print-failure.ts';

/** EventBridge's event of a scan, as far as anybody reads it. */
export interface ScanResult {
  version: '0';
  id: string;
  'detail-type': 'GuardDuty Malware Protection Object Scan Result';
  source: 'aws.guardduty';
  time: string;
  detail: {
    scanStatus: 'COMPLETED';
    s3ObjectDetails: { bucketName: string; objectKey: string; eTag: string };
    scanResultDetails: { scanResultStatus: string };
  };
}

export interface Uploaded {
  bucket: string;
  key: string;
  /** Without quotation marks. */
  etag: string;
}

/** The signature of eicar.org that every virus scanner knows, in two parts, so that none reports this file. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const statusOf = (content: Buffer): string => (content.includes(EICAR) ? THREATS : NO_THREATS);

const resultOf = ({ bucket, key, etag }: Uploaded, status: string): ScanResult => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'GuardDuty Malware Protection Object Scan Result',
  source: 'aws.guardduty',
  time: new Date().toISOString(),
  detail: {
    scanStatus: 'COMPLETED',
    s3ObjectDetails: { bucketName: bucket, objectKey: key, eTag: etag },
    scanResultDetails: { scanResultStatus: status },
  },
});

export type OnScanned = (result: ScanResult) => unknown;

interface Parts {
  /** @throws when it is not there */
  contentOf(bucket: string, key: string): Buffer;
  observe?: Observe | undefined;
  onScanned?: OnScanned | undefined;
}

/**
 * Stands in for the virus check: it recognises the EICAR test file **and nothing else**. It looks after the upload was
 * answered, as the real one does, and tells its result once; what a kill swallows is still told by `statusOf`.
 */
export const createScanner = ({ contentOf, observe, onScanned }: Parts) => {
  /** What is being looked at, each upload for itself: a key may be written again meanwhile. */
  const looking = new Map<string, Uploaded>();
  const running = new Set<Promise<void>>();

  const done = (uploaded: Uploaded): void => {
    if (looking.get(uploaded.key) === uploaded) looking.delete(uploaded.key);
  };
  const scan = async (uploaded: Uploaded): Promise<void> => {
    const call = { service: 's3', operation: 'Scan', by: 'scanner', request: { Key: uploaded.key } } as const;
    await observe?.({ ...call, phase: 'before' });
    const status = statusOf(contentOf(uploaded.bucket, uploaded.key));
    done(uploaded);
    await onScanned?.(resultOf(uploaded, status));
    await observe?.({ ...call, phase: 'after', response: { status } });
  };

  return {
    start(uploaded: Uploaded): void {
      looking.set(uploaded.key, uploaded);
      const scanning = scan(uploaded)
        .catch((error: unknown) => printFailure('The result of a scan reached nobody', error))
        .finally(() => {
          done(uploaded);
          running.delete(scanning);
        });
      running.add(scanning);
    },
    /** The value of the tag, or undefined while the file is being looked at. @throws when it is not there */
    statusOf(bucket: string, key: string): string | undefined {
      const content = contentOf(bucket, key);
      return looking.has(key) ? undefined : statusOf(content);
    },
    /** Resolves when every result was told. */
    idle: async (): Promise<void> => void (await Promise.all(running)),
  };
};
