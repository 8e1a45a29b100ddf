import { DeleteObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { placesOf } from '../../domain/files/keys.ts';
import type { LocalParts } from '../runtime/local-parts.ts';

/** Deletes whatever lies in the bucket beside a submission. Doing it again is harmless. */
export type EraseFiles = (submission: string) => Promise<void>;

/** What retention needs of the bucket, and no more: it finds and deletes, and reads nothing. */
export const createFileEraser = (env: { FILES_BUCKET: string }, local: LocalParts = {}): EraseFiles => {
  const Bucket = env.FILES_BUCKET;
  const s3 = new S3Client({ ...(local.credentials && { credentials: local.credentials }) });
  const eraseUnder = async (Prefix: string) => {
    let ContinuationToken: string | undefined;
    do {
      const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken }));
      for (const { Key } of page.Contents ?? []) await s3.send(new DeleteObjectCommand({ Bucket, Key }));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
  };
  return async (submission) => {
    for (const place of placesOf(submission)) await eraseUnder(place);
  };
};
