import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

const closed = { blockPublicAccess: BlockPublicAccess.BLOCK_ALL, enforceSSL: true };

/** Who read the other buckets of this stack. Only S3 itself writes here. */
export const createLogBucket = (scope: Construct): Bucket =>
  new Bucket(scope, 'logs', {
    ...closed,
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [{ expiration: Duration.days(400) }],
    removalPolicy: RemovalPolicy.RETAIN,
  });

/** Attachments of applications and exported files. A file that was replaced or deleted can be recovered for 30 days. */
export const createAttachments = (scope: Construct, { key, logs }: { key: IKey; logs: Bucket }): Bucket =>
  new Bucket(scope, 'attachments', {
    ...closed,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    versioned: true,
    lifecycleRules: [
      {
        noncurrentVersionExpiration: Duration.days(30),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: 'attachments/',
    removalPolicy: RemovalPolicy.RETAIN,
  });

/** What the trail recorded, kept for a good year. */
export const createTrailBucket = (scope: Construct, logs: Bucket): Bucket =>
  new Bucket(scope, 'trail-records', {
    ...closed,
    encryption: BucketEncryption.S3_MANAGED,
    versioned: true,
    lifecycleRules: [{ expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(30) }],
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: 'trail/',
    removalPolicy: RemovalPolicy.RETAIN,
  });
