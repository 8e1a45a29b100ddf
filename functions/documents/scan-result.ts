import * as z from 'zod/mini';
import type { Verdict } from '../../domain/files/attachment.ts';
import { type FilePlace, placeOfKey } from '../../domain/files/keys.ts';
import { verdictOf } from '../../domain/files/scan-status.ts';

/** What the virus check says of one content of an attachment. */
export interface Scan extends FilePlace {
  /** The content that it looked at. */
  etag: string;
  verdict: Verdict;
}

/** EventBridge's event of a scan (GuardDuty Malware Protection for S3). It may come twice, late and out of order. */
export const scanResult = z.object({
  'detail-type': z.literal('GuardDuty Malware Protection Object Scan Result'),
  detail: z.object({
    s3ObjectDetails: z.object({ objectKey: z.string(), eTag: z.string() }),
    scanResultDetails: z.object({ scanResultStatus: z.string() }),
  }),
});

/** Undefined where the key is none of an attachment. */
export const scanOf = ({ detail }: z.infer<typeof scanResult>): Scan | undefined => {
  const { objectKey, eTag } = detail.s3ObjectDetails;
  const place = placeOfKey(objectKey);
  const verdict = verdictOf(detail.scanResultDetails.scanResultStatus);
  return place && { ...place, etag: eTag.replaceAll('"', ''), verdict };
};
