import { BucketAlreadyOwnedByYou, CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { credentialsOf } from './credentials.ts';
import { FILES_BUCKET } from './file-grants.ts';

/** Creates the bucket where the SDK's settings lead, if it is not there yet. */
export async function ensureBucket(): Promise<void> {
  const s3 = new S3Client({ credentials: credentialsOf('admin') });
  try {
    await s3.send(new CreateBucketCommand({ Bucket: FILES_BUCKET }));
  } catch (error) {
    if (!(error instanceof BucketAlreadyOwnedByYou)) throw error;
  } finally {
    s3.destroy();
  }
}
